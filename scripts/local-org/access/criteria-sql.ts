import type { FieldSchema, ObjectSchema, RuleCriterion, SharingRule, SqlFragment } from '../contract.ts';
import { parseFilterLogic, type FilterLogic } from './filter-logic.ts';

const NUMBERS: readonly string[] = ['int', 'double', 'currency', 'percent'];
const TIMES: readonly string[] = ['date', 'datetime'];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z)?$/;

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

type Operation = (column: string, values: readonly (string | number)[]) => SqlFragment;

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

function anyLike(column: string, patterns: readonly string[]): SqlFragment {
  const sql = patterns.map(() => `${column} LIKE ? ESCAPE '\\'`).join(' OR ');
  return { sql: `(${sql})`, params: [...patterns] };
}

function escaped(value: string | number): string {
  return String(value).replace(/[\\%_]/g, '\\$&');
}

/** Of nothing a negation is true, as in filters everywhere on the platform. */
function negated(column: string, { sql, params }: SqlFragment): SqlFragment {
  return { sql: `(${column} IS NULL OR NOT ${sql})`, params };
}

const equals: Operation = (column, values) =>
  values.length === 0
    ? { sql: `${column} IS NULL`, params: [] }
    : { sql: `${column} IN (${marks(values)})`, params: [...values] };

const contains: Operation = (column, values) =>
  anyLike(
    column,
    values.map((value) => `%${escaped(value)}%`)
  );

/** A multi-select picklist keeps its values between semicolons. */
const includes: Operation = (column, values) =>
  anyLike(
    `(';' || ${column} || ';')`,
    values.map((value) => `%;${escaped(value)};%`)
  );

/** https://developer.salesforce.com/docs/platform/api-metadata/references/meta-types/metadata-sharingrules.html */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  equals,
  notEqual: (column, values) =>
    values.length === 0
      ? { sql: `${column} IS NOT NULL`, params: [] }
      : negated(column, equals(column, values)),
  contains,
  notContain: (column, values) => negated(column, contains(column, values)),
  startsWith: (column, values) =>
    anyLike(
      column,
      values.map((value) => `${escaped(value)}%`)
    ),
  includes,
  excludes: (column, values) => negated(column, includes(column, values)),
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([name, sign]): [string, Operation] => [
      name,
      (column, [value]) => ({ sql: `${column} ${sign} ?`, params: [value] })
    ])
  )
};

/** `A,"B, C"` means either; a value with a comma stands in quotes. */
function listed(value: string): string[] {
  const parts = value.match(/\s*(?:"[^"]*"|[^,]+)/g) ?? [];
  return parts.map((part) => part.trim().replace(/^"(.*)"$/, '$1')).filter(Boolean);
}

function literals(field: FieldSchema, value: string): (string | number)[] {
  if (field.type === 'boolean') return [/^(?:true|1)$/i.test(value) ? 1 : 0];
  return NUMBERS.includes(field.type) ? listed(value).map(Number) : listed(value);
}

/** Throws an Error when the org couldn't tell which rows meet the criterion. */
export function checkCriterion(field: FieldSchema, { operation, value }: RuleCriterion): void {
  if (!Object.hasOwn(OPERATIONS, operation)) {
    throw new Error(`The operation '${operation}' of a sharing rule is not supported by the local org`);
  }
  const isMultiple = field.type === 'multipicklist';
  if ((operation === 'includes' || operation === 'excludes') !== isMultiple) {
    throw new Error(`The operation '${operation}' doesn't suit the field ${field.name}`);
  }
  if (operation in COMPARISONS && listed(value).length !== 1) {
    throw new Error(`The operation '${operation}' needs one value to compare ${field.name} with`);
  }
  for (const part of listed(value)) {
    const isBad = NUMBERS.includes(field.type)
      ? Number.isNaN(Number(part))
      : TIMES.includes(field.type) && !ISO_DATE.test(part);
    if (isBad) throw new Error(`Value '${part}' of a sharing rule doesn't suit the field ${field.name}`);
  }
}

function criterionSql(object: ObjectSchema, alias: string, criterion: RuleCriterion): SqlFragment {
  const field = object.fields.get(criterion.field.toLowerCase());
  const operation = OPERATIONS[criterion.operation];
  if (!field) return { sql: '0', params: [] };
  return operation(`${alias}."${field.name}"`, literals(field, criterion.value));
}

function logicSql(logic: FilterLogic, criteria: readonly SqlFragment[]): SqlFragment {
  if (typeof logic === 'number') return criteria[logic - 1];
  if ('not' in logic) {
    const { sql, params } = logicSql(logic.not, criteria);
    // A comparison with nothing is unknown, and a filter takes what isn't known to be met as not met.
    return { sql: `NOT coalesce(${sql}, 0)`, params };
  }
  const parts = logic.parts.map((part) => logicSql(part, criteria));
  return {
    sql: `(${parts.map(({ sql }) => sql).join(` ${logic.operator} `)})`,
    params: parts.flatMap(({ params }) => params)
  };
}

/** The rows that a criteria-based rule shares: all criteria, or as its filter logic joins them. */
export function criteriaSql(
  object: ObjectSchema,
  alias: string,
  { criteria, booleanFilter }: SharingRule
): SqlFragment {
  const parts = criteria.map((criterion) => criterionSql(object, alias, criterion));
  const all: FilterLogic = { operator: 'AND', parts: criteria.map((_, index) => index + 1) };
  return logicSql(booleanFilter === null ? all : parseFilterLogic(booleanFilter, criteria.length), parts);
}
