/** Values typed and not saved yet, by field, as a saved record would hold them. */
export type DraftValue = string | number | boolean | null;

/** The detail of an input field's `change` event. */
export interface InputChange {
  value?: unknown;
  checked?: boolean;
}

/** Data types of `getObjectInfo` whose values are numbers in a record, and texts while they are typed. */
const NUMBERS = new Set(['Currency', 'Double', 'Int', 'Long', 'Percent']);

/**
 * What a record would hold for what was typed: a checkbox says `checked`, a lookup answers a list of Ids. `undefined`
 * for what is no single value, such as an address.
 */
export function draftValue({ value, checked }: InputChange, dataType: string): DraftValue | undefined {
  if (dataType === 'Boolean') {
    return checked ?? value === true;
  }
  const single = Array.isArray(value) ? value.join(';') : value;
  if (single === undefined || single === null || single === '') {
    return null;
  }
  if (NUMBERS.has(dataType)) {
    const number = Number(single);
    return Number.isNaN(number) ? null : number;
  }
  return typeof single === 'object' ? undefined : (single as DraftValue);
}
