import type { FieldInfo } from '../../data/objects/objects.ts';

/** Which base component edits a field. */
export type ControlKind =
  'input' | 'checkbox' | 'textarea' | 'richText' | 'picklist' | 'multipicklist' | 'lookup';

const INPUT_TYPES: Readonly<Record<string, string>> = {
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Double: 'number',
  Email: 'email',
  Int: 'number',
  Percent: 'number',
  Phone: 'tel',
  Url: 'url'
};

const KINDS: Readonly<Record<string, ControlKind>> = {
  Boolean: 'checkbox',
  Multipicklist: 'multipicklist',
  Picklist: 'picklist',
  Reference: 'lookup'
};

export function controlKind(info: FieldInfo): ControlKind {
  if (info.dataType === 'TextArea') {
    return info.htmlFormatted ? 'richText' : 'textarea';
  }
  return KINDS[info.dataType] ?? 'input';
}

/** The `type`, `formatter` and `step` of `lightning-input` for a field. */
export function inputAttributes({ dataType, scale }: FieldInfo): {
  type: string;
  formatter?: string;
  step?: string;
} {
  const type = INPUT_TYPES[dataType] ?? 'text';
  if (type !== 'number') {
    return { type };
  }
  const step = scale > 0 ? `0.${'0'.repeat(scale - 1)}1` : '1';
  if (dataType === 'Currency') {
    return { type, formatter: 'currency', step };
  }
  // A percentage field holds 40 for 40 %, which is what `percent-fixed` shows.
  return dataType === 'Percent' ? { type, formatter: 'percent-fixed', step } : { type, step };
}

/** What a control holds, as a save takes it: numbers as numbers, nothing as null. */
export function toFieldValue(value: unknown, { dataType }: FieldInfo): string | number | boolean | null {
  if (dataType === 'Boolean') {
    return value === true;
  }
  if (value === '' || value === null || value === undefined) {
    return null;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? null : value.join(';');
  }
  return INPUT_TYPES[dataType] === 'number' ? Number(value) : (value as string);
}
