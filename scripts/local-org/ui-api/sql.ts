import type { ObjectSchema, RecordValues } from '../contract.ts';

/** An identifier for SQLite; names come from the schema, the quotes keep even an odd one harmless. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A SQLite row as record values: booleans become booleans, columns outside the schema are left behind. */
export function toRecordValues(
  object: ObjectSchema,
  row: Record<string, string | number | null>
): RecordValues {
  const values: RecordValues = {};
  for (const [column, value] of Object.entries(row)) {
    const field = object.fields.get(column.toLowerCase());
    if (field) values[field.name] = field.type === 'boolean' ? value === 1 : value;
  }
  return values;
}
