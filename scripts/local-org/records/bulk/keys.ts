import type { FieldSchema, FieldValue, ObjectSchema, Store } from '../../contract.ts';

/** The records that carry the keys of one chunk. */
export interface KnownKeys {
  /** Of records that aren't deleted. */
  idsOf(key: FieldValue): readonly string[];
}

/** As the table compares: text without case, of the letters A to Z, unless the field minds it. */
export function comparable(field: FieldSchema, key: FieldValue): FieldValue {
  if (typeof key !== 'string' || field.caseSensitive || field.type === 'id' || field.type === 'reference') {
    return key;
  }
  return key.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Looks all keys of a chunk up at once. */
export function findKeys(
  store: Store,
  object: ObjectSchema,
  field: FieldSchema,
  keys: readonly FieldValue[]
): KnownKeys {
  const found = new Map<FieldValue, string[]>();
  const rows = store.all(
    `SELECT "Id" AS "id", "${field.name}" AS "key" FROM "${object.name}" WHERE "${field.name}" IN (SELECT "value" FROM json_each(?)) AND "IsDeleted" = 0 ORDER BY "Id"`,
    [JSON.stringify(keys)]
  );
  for (const { id, key } of rows) {
    const known = comparable(field, key);
    const ids = found.get(known);
    if (ids) ids.push(String(id));
    else found.set(known, [String(id)]);
  }
  return { idsOf: (key) => found.get(comparable(field, key)) ?? [] };
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
