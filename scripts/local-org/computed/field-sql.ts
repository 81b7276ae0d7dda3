import type { ComputedField, FieldSchema, ObjectSchema, Schema, UserContext } from '../contract.ts';
import { inputsOf, type FormulaInput } from './inputs.ts';

/** The SQL function behind formula fields; `openFormulas` gives it to a store. */
export const FORMULA_FUNCTION = '_formula';

/** For whom a field is read: the time zone says which day TODAY() is, the user whom `$User` means. */
export interface FieldReader {
  schema: Schema;
  user: Pick<UserContext, 'userId' | 'timeZone'>;
}

/** How to read a field of the rows of `alias`: its column, the JSON of a compound field, or the value of a formula. */
export function fieldSql(
  object: ObjectSchema,
  field: FieldSchema,
  alias: string,
  { schema, user }: FieldReader
): string {
  const { computed } = field;
  if (!computed) return columnSql(alias, field.name);
  if (computed.kind === 'compound') {
    const columns = computed.parts.map(([, part]) => (part === null ? 'NULL' : columnSql(alias, part)));
    const pairs = computed.parts.map(([key], index) => `${text(key)}, ${columns[index]}`);
    return `CASE WHEN coalesce(${columns.join(', ')}) IS NOT NULL THEN json_object(${pairs.join(', ')}) END`;
  }
  if (computed.kind === 'summary') return summarySql(computed, alias);
  const inputs = inputsOf(schema, object, field).map((input) => inputSql(input, alias));
  const parameters = [object.name, field.name, user.timeZone, user.userId].map(text);
  const collation = field.type === 'string' ? ' COLLATE NOCASE' : '';
  return `${FORMULA_FUNCTION}(${parameters.join(', ')}, json_array(${inputs.join(', ')}))${collation}`;
}

/** All details count, also those that the reader doesn't see; of none of them the sum is nought. */
function summarySql(
  { operation, child, foreignKey, field }: Extract<ComputedField, { kind: 'summary' }>,
  alias: string
): string {
  const column = field === null ? '*' : columnSql('_detail', field);
  const value = operation === 'sum' ? `coalesce(SUM(${column}), 0)` : `${operation}(${column})`;
  const own = `${columnSql('_detail', foreignKey)} = ${columnSql(alias, 'Id')}`;
  return `(SELECT ${value} FROM "${child}" _detail WHERE ${own} AND _detail."IsDeleted" = 0)`;
}

function inputSql({ through, field }: FormulaInput, alias: string): string {
  return parentSql(through, field, columnSql(alias, through[0]?.name ?? field.name));
}

/** A column of the record to which references lead, nearest first; `start` is the value of the first one. */
export function parentSql(through: readonly FieldSchema[], field: FieldSchema, start: string): string {
  return through.reduce((id, { referenceTo: [parent] }, depth) => {
    const column = columnSql('_parent', through[depth + 1]?.name ?? field.name);
    return `(SELECT ${column} FROM "${parent}" _parent WHERE _parent."Id" = ${id})`;
  }, start);
}

function columnSql(alias: string, name: string): string {
  return `${alias}."${name.replaceAll('"', '""')}"`;
}

/** A name of the schema or of a time zone as an SQL literal. */
function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
