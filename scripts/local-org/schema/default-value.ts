import type { FieldType } from '../contract.ts';

/** The literal of a field's `defaultValue` formula; throws for a formula that would have to be computed. */
export function parseDefaultValue(formula: string | null, type: FieldType): string | number | boolean | null {
  if (type === 'boolean') return parseCheckbox(formula);
  if (formula === null) return null;
  const text = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^'\\]|\\.)*)'$/.exec(formula);
  if (text) return (text[1] ?? text[2]).replace(/\\(.)/g, '$1');
  if (/^-?\d+(?:\.\d+)?$/.test(formula)) return Number(formula);
  throw new Error(`The default value ${formula} is not supported by the local org: use a literal`);
}

function parseCheckbox(formula: string | null): boolean {
  if (formula === null || /^false$/i.test(formula)) return false;
  if (/^true$/i.test(formula)) return true;
  throw new Error(`The default value of a checkbox is true or false, not ${formula}`);
}
