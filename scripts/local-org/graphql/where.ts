import type { FieldSchema, ObjectSchema } from '../contract.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { GraphqlRefusal } from './errors.ts';
import { parentLinks } from './naming.ts';
import { DATE_FUNCTIONS, DATE_TIME_FUNCTIONS } from './operators.ts';
import { soqlDateTime, soqlNumber, soqlPattern, soqlString } from './soql-text.ts';

/** An argument after GraphQL has checked it against its input type. */
export type Input = Record<string, unknown>;

const FUNCTIONS: ReadonlySet<string> = new Set([...DATE_FUNCTIONS, ...DATE_TIME_FUNCTIONS]);

const COMPARISONS: Record<string, string> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  like: 'LIKE'
};

const LISTS: Record<string, string> = {
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES'
};

/**
 * A filter such as `{ Amount: { gt: 100 }, or: [...] }` as a SOQL condition, or null when it asks for nothing.
 * Everything side by side must hold. `path` leads from the queried object to the object of the filter.
 * https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html
 */
export function whereCondition(
  reader: RecordReader,
  object: ObjectSchema,
  filter: Input,
  path = ''
): string | null {
  const conditions: (string | null)[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined) continue;
    if (name === 'and' || name === 'or') {
      const parts = (value as (Input | null)[]).map((part) =>
        part ? whereCondition(reader, object, part, path) : null
      );
      conditions.push(joined(parts, name === 'and' ? 'AND' : 'OR'));
    } else if (name === 'not') {
      const condition = whereCondition(reader, object, value as Input, path);
      conditions.push(condition && `(NOT ${condition})`);
    } else {
      const field = reader.field(object, name);
      conditions.push(
        field
          ? fieldCondition(reader, field, path + field.name, value as Input)
          : parentCondition(reader, object, name, value as Input, path)
      );
    }
  }
  return joined(conditions, 'AND');
}

function joined(conditions: readonly (string | null)[], operator: 'AND' | 'OR'): string | null {
  const present = conditions.filter((condition) => condition !== null);
  if (present.length < 2) return present[0] ?? null;
  return `(${present.join(` ${operator} `)})`;
}

function parentCondition(
  reader: RecordReader,
  object: ObjectSchema,
  name: string,
  filter: Input,
  path: string
): string | null {
  const link = parentLinks(reader, object).find((parent) => parent.name === name);
  if (!link)
    throw new GraphqlRefusal('ValidationError', `Field '${name}' in type '${object.name}' is undefined`);
  const below = `${path}${link.name}.`;
  if (!link.polymorphic) return whereCondition(reader, link.targets[0], filter, below);
  const conditions = link.targets.flatMap((target) => {
    const part = filter[target.name];
    if (!part) return [];
    return [
      `${below}Type = ${soqlString(target.name)}`,
      whereCondition(reader, target, part as Input, below)
    ];
  });
  return joined(conditions, 'AND');
}

function fieldCondition(
  reader: RecordReader,
  field: FieldSchema,
  left: string,
  operators: Input
): string | null {
  const conditions = Object.entries(operators).map(([operator, value]) => {
    if (value === undefined) return null;
    if (operator === 'inq' || operator === 'ninq') {
      return value === null ? null : joinCondition(reader, left, operator, value as Input);
    }
    if (FUNCTIONS.has(operator))
      return value === null ? null : functionCondition(left, operator, value as Input);
    return comparison(field, left, operator, value);
  });
  return joined(conditions, 'AND');
}

function comparison(field: FieldSchema, left: string, operator: string, value: unknown): string | null {
  const listed = LISTS[operator];
  if (!listed) return `${left} ${COMPARISONS[operator]} ${literal(field, operator, value)}`;
  if (value === null) return null;
  const values = value as unknown[];
  if (field.type === 'date' || field.type === 'datetime') {
    // SOQL lists take no date literals, so each value becomes a comparison of its own.
    const [each, joint] = operator === 'in' ? (['eq', 'OR'] as const) : (['ne', 'AND'] as const);
    return joined(
      values.map((single) => comparison(field, left, each, single)),
      joint
    );
  }
  if (values.length === 0)
    throw new GraphqlRefusal('DataFetchingException', `The list of '${operator}' is empty`);
  return `${left} ${listed} (${values.map((single) => literal(field, 'eq', single)).join(', ')})`;
}

function literal(field: FieldSchema, operator: string, value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return soqlNumber(value);
  if (typeof value === 'string') return operator === 'like' ? soqlPattern(value) : soqlString(value);
  return dateLiteral(field, value as Input);
}

/** `{ value }`, `{ literal }` or `{ range }`; exactly one of them. */
function dateLiteral(field: FieldSchema, input: Input): string {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const [[name, value] = ['', null], ...more] = given;
  if (name === '' && 'value' in input) return 'null';
  if (name === '' || more.length > 0) {
    throw new GraphqlRefusal(
      'DataFetchingException',
      `Field '${field.name}' needs exactly one of 'value', 'literal' and 'range'`
    );
  }
  if (name === 'value') return field.type === 'date' ? String(value) : soqlDateTime(String(value));
  if (name === 'literal') return String(value);
  const [[range, count]] = Object.entries(value as Input);
  return `${range.toUpperCase()}:${String(count)}`;
}

function functionCondition(left: string, name: string, input: Input): string | null {
  const operand = { value: left, convertTimezoneValue: `convertTimezone(${left})` };
  const conditions = Object.entries(operand).flatMap(([key, argument]) =>
    Object.entries((input[key] as Input | null | undefined) ?? {}).map(([operator, value]) => {
      const call = `${name}(${argument})`;
      const text = (single: unknown): string =>
        typeof single === 'number' ? soqlNumber(single) : String(single);
      const listed = LISTS[operator];
      return listed
        ? `${call} ${listed} (${(value as unknown[]).map(text).join(', ')})`
        : `${call} ${COMPARISONS[operator]} ${text(value)}`;
    })
  );
  return joined(conditions, 'AND');
}

/** `{ Contact: {...}, ApiName: "AccountId" }` as a semi-join, or an anti-join for `ninq`. */
function joinCondition(reader: RecordReader, left: string, operator: 'inq' | 'ninq', input: Input): string {
  const names = Object.keys(input).filter((name) => name !== 'ApiName' && input[name] !== null);
  const child = names.length === 1 ? reader.object(names[0]) : undefined;
  const field = child && typeof input.ApiName === 'string' ? reader.field(child, input.ApiName) : undefined;
  if (!child || !field) {
    throw new GraphqlRefusal(
      'DataFetchingException',
      `'${operator}' needs one object with its filter, and in 'ApiName' the field that holds the Id`
    );
  }
  const condition = whereCondition(reader, child, input[child.name] as Input);
  const where = condition ? ` WHERE ${condition}` : '';
  const list = operator === 'inq' ? 'IN' : 'NOT IN';
  return `${left} ${list} (SELECT ${field.name} FROM ${child.name}${where})`;
}
