import type { FieldSchema, FieldValue, ObjectSchema, RecordValues } from '../../contract.ts';
import type { Rows } from '../rows.ts';

const CAPITALS = /[A-Z]/;

/** As the table compares: text without case, of the letters A to Z, unless the field minds it. */
export function comparable(field: FieldSchema, key: FieldValue): FieldValue {
  if (typeof key !== 'string' || field.caseSensitive || field.type === 'id' || field.type === 'reference') {
    return key;
  }
  return CAPITALS.test(key) ? key.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : key;
}

/** Looks all keys of a chunk up at once, and answers who carries one: records that aren't deleted. */
export function findKeys(
  rows: Rows,
  object: ObjectSchema,
  field: FieldSchema,
  keys: readonly FieldValue[]
): (key: FieldValue) => readonly RecordValues[] {
  const found = new Map<FieldValue, RecordValues[]>();
  for (const record of rows.find(object, field, keys, 'living')) {
    const key = comparable(field, record[field.name]);
    const records = found.get(key);
    if (records) records.push(record);
    else found.set(key, [record]);
  }
  return (key) => found.get(comparable(field, key)) ?? [];
}

/** Values that stand more than once in a chunk, compared as the table compares. */
export function repeated(field: FieldSchema, keys: readonly (FieldValue | undefined)[]): Set<FieldValue> {
  const seen = new Set<FieldValue>();
  const twice = new Set<FieldValue>();
  for (const key of keys) {
    if (key === undefined || key === null) continue;
    const known = comparable(field, key);
    if (seen.has(known)) twice.add(known);
    seen.add(known);
  }
  return twice;
}
