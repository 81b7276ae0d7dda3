import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { inputsOf } from './inputs.ts';

/** The SQL function behind formula fields; `openFormulas` gives it to a store. */
export const FORMULA_FUNCTION = '_formula';

/**
 * How to read a field of the rows of `alias`: its column, the JSON of a compound field, or the value of a formula.
 * Which day TODAY() is, the user's time zone says.
 */
export function fieldSql(object: ObjectSchema, field: FieldSchema, alias: string, timeZone: string): string {
  const { computed } = field;
  if (!computed) return columnSql(alias, field.name);
  if (computed.kind === 'compound') {
    const columns = computed.parts.map(([, part]) => (part === null ? 'NULL' : columnSql(alias, part)));
    const pairs = computed.parts.map(([key], index) => `${text(key)}, ${columns[index]}`);
    return `CASE WHEN coalesce(${columns.join(', ')}) IS NOT NULL THEN json_object(${pairs.join(', ')}) END`;
  }
  const inputs = inputsOf(object, field).map(({ name }) => columnSql(alias, name));
  const collation = field.type === 'string' ? ' COLLATE NOCASE' : '';
  return `${FORMULA_FUNCTION}(${text(object.name)}, ${text(field.name)}, ${text(timeZone)}, json_array(${inputs.join(', ')}))${collation}`;
}

function columnSql(alias: string, name: string): string {
  return `${alias}."${name.replaceAll('"', '""')}"`;
}

/** A name of the schema or of a time zone as an SQL literal. */
function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
