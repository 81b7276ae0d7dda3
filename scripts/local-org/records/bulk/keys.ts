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

/** Looks all keys of a chunk up at once: the records that aren't deleted and carry one, by the key as it compares. */
export function findKeys(
  rows: Rows,
  object: ObjectSchema,
  field: FieldSchema,
  keys: readonly FieldValue[]
): ReadonlyMap<FieldValue, readonly RecordValues[]> {
  const found = new Map<FieldValue, RecordValues[]>();
  for (const record of rows.find(object, field, keys, 'living')) {
    const key = comparable(field, record[field.name]);
    const records = found.get(key);
    if (records) records.push(record);
    else found.set(key, [record]);
  }
  return found;
}

/** The keys of a chunk, as they compare, that stand there more than once. */
export function repeated(keys: readonly FieldValue[]): Set<FieldValue> {
  const seen = new Set<FieldValue>();
  const twice = new Set<FieldValue>();
  for (const key of keys) {
    if (key === null) continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}
