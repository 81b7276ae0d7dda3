import type { FieldSchema, ObjectSchema, RuleCriterion, SqlFragment } from '../contract.ts';

/** The filter operations of sharing rules that the org can turn into SQL. */
export const SUPPORTED_OPERATIONS: ReadonlySet<string> = new Set([
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith'
]);

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

function literal(field: FieldSchema, value: string): string | number {
  if (field.type === 'boolean') return /^(?:true|1)$/i.test(value) ? 1 : 0;
  return ['int', 'double', 'currency', 'percent'].includes(field.type) ? Number(value) : value;
}

function likePattern(value: string): string {
  return value.replace(/[\\%_]/g, '\\$&');
}

function criterionSql(object: ObjectSchema, alias: string, criterion: RuleCriterion): SqlFragment {
  const field = object.fields.get(criterion.field.toLowerCase());
  if (!field) return { sql: '0', params: [] };
  const column = `${alias}."${field.name}"`;
  const { operation, value } = criterion;
  if (operation === 'equals' || operation === 'notEqual') {
    const negated = operation === 'notEqual';
    if (value === '') return { sql: `${column} IS ${negated ? 'NOT ' : ''}NULL`, params: [] };
    // Several values may be listed with commas, as filters of the platform allow for text.
    const values = field.type === 'picklist' ? value.split(',') : [value];
    const marks = values.map(() => '?').join(', ');
    const sql = negated ? `(${column} IS NULL OR ${column} NOT IN (${marks}))` : `${column} IN (${marks})`;
    return { sql, params: values.map((text) => literal(field, text)) };
  }
  if (operation in COMPARISONS) {
    return { sql: `${column} ${COMPARISONS[operation]} ?`, params: [literal(field, value)] };
  }
  const pattern = operation === 'startsWith' ? `${likePattern(value)}%` : `%${likePattern(value)}%`;
  const like = `${column} LIKE ? ESCAPE '\\'`;
  const sql = operation === 'notContain' ? `(${column} IS NULL OR NOT ${like})` : like;
  return { sql, params: [pattern] };
}

/** All criteria of a sharing rule, joined with AND. */
export function criteriaSql(
  object: ObjectSchema,
  alias: string,
  criteria: readonly RuleCriterion[]
): SqlFragment {
  const parts = criteria.map((criterion) => criterionSql(object, alias, criterion));
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    params: parts.flatMap(({ params }) => params)
  };
}
