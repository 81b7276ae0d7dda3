import {
  parseQuery,
  type FieldType,
  type FieldTypeOf,
  type OrderByClause,
  type Query as ParsedQuery,
  type Subquery as ParsedSubquery
} from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../errors.ts';
import { readConditions } from './conditions.ts';
import { readFunction, readPath, type Reading } from './expressions.ts';
import { malformed, unexpectedToken } from './refusals.ts';
import type {
  Expression,
  FunctionCall,
  Ordering,
  Query,
  SelectItem,
  Source,
  Statement,
  TypeOf
} from './statement.ts';
import { createWords, onlyPlaceOf } from './words.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_soslsoql.htm */
const LONGEST_STATEMENT = 100_000;

const ALL_ROWS = /\s+ALL\s+ROWS\s*$/i;

/** The parser doesn't know GROUPING() in ORDER BY; it knows another function of eight letters that takes a field. */
const GROUPING = /'(?:[^'\\]|\\.)*'|\bGROUPING(?=\s*\()/gis;
const STAND_IN = 'DAY_ONLY';

/** Statements as they were read before: pages and jobs ask the same again and again. */
const known = new Map<string, Statement>();
const MOST_KNOWN = 200;
const LONGEST_KNOWN = 5_000;

/** Reads a statement, or throws MALFORMED_QUERY. What it names is not looked up yet. */
export function parse(soql: string): Statement {
  const before = known.get(soql);
  if (before) return before;
  if (soql.length > LONGEST_STATEMENT)
    throw malformed('SOQL statements cannot be longer than 100000 characters.');
  const statement = read(soql);
  if (soql.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '');
    known.set(soql, statement);
  }
  return statement;
}

function read(soql: string): Statement {
  // The parser doesn't know ALL ROWS; blanks in its place keep every offset.
  const query = soql.replace(ALL_ROWS, (clause) => ' '.repeat(clause.length));
  const text = query.replace(GROUPING, (found) => (found.startsWith("'") ? found : STAND_IN));
  const reading: Reading = {
    soql,
    words: createWords(text),
    readQuery: (parsed) => readQuery(parsed, reading)
  };
  return { soql, query: reading.readQuery(parseText(soql, text)), allRows: query !== soql };
}

function parseText(soql: string, text: string): ParsedQuery {
  try {
    return parseQuery(text);
  } catch (error) {
    throw syntaxError(soql, error instanceof Error ? error.message : String(error));
  }
}

/** The parser's complaint in an org's words; with its place when only one place can be meant. */
function syntaxError(soql: string, message: string): Error {
  const offset = /at offset: (\d+)/.exec(message);
  if (offset) return unexpectedToken(soql, Number(offset[1]), soql[Number(offset[1])]);
  const token = /found\s*(?::|-->)\s*'?([^\s']*)/.exec(message)?.[1] ?? '';
  if (token === '') return malformed("unexpected token: '<EOF>'");
  const at = onlyPlaceOf(soql, token);
  return at === -1 ? malformed(`unexpected token: '${token}'`) : unexpectedToken(soql, at, token);
}

function readQuery(parsed: ParsedQuery | ParsedSubquery, reading: Reading): Query {
  const select = (parsed.fields ?? []).map((field) => readSelectItem(field, reading));
  const from = readSource(parsed, reading);
  const scope = parsed.usingScope
    ? { name: parsed.usingScope, at: reading.words.next(parsed.usingScope) }
    : null;
  refuseApexOnly(parsed);
  const where = parsed.where ? readConditions(parsed.where, 'WHERE', reading) : null;
  const groups = listOf(parsed.groupBy).map((group) =>
    'fn' in group ? readFunction(group.fn, reading) : readPath(group.field, reading)
  );
  const having = parsed.having ? readConditions(parsed.having, 'HAVING', reading) : null;
  const orderBy = listOf(parsed.orderBy).map((clause) => readOrdering(clause, reading));
  return {
    select,
    from,
    scope,
    where,
    ...subtotalsOf(groups),
    having,
    orderBy,
    // What is beyond any count of rows would be no integer for SQLite.
    limit: parsed.limit === undefined ? null : Math.min(parsed.limit, Number.MAX_SAFE_INTEGER),
    offset: parsed.offset ?? null,
    lock: parsed.for === 'UPDATE',
    // FOR REFERENCE, UPDATE TRACKING and UPDATE VIEWSTAT change dates and statistics that this org doesn't keep.
    view: parsed.for === 'VIEW'
  };
}

const MOST_SUBTOTALED_FIELDS = 3;

/** What stands inside ROLLUP or CUBE, beside which nothing may stand. */
function subtotalsOf(groups: Expression[]): Pick<Query, 'groupBy' | 'subtotals'> {
  const call = groups.find(
    (group): group is FunctionCall => group.kind === 'call' && /^(?:ROLLUP|CUBE)$/.test(group.name)
  );
  if (!call) return { groupBy: groups, subtotals: null };
  const subtotals = call.name === 'CUBE' ? 'CUBE' : 'ROLLUP';
  if (groups.length > 1)
    throw malformed(`GROUP BY ${subtotals} cannot be combined with other grouped fields`);
  if (call.arguments.length > MOST_SUBTOTALED_FIELDS) {
    throw malformed(`GROUP BY ${subtotals} takes up to ${MOST_SUBTOTALED_FIELDS} fields`);
  }
  return { groupBy: call.arguments, subtotals };
}

function refuseApexOnly(parsed: ParsedQuery | ParsedSubquery): void {
  if (parsed.withSecurityEnforced) throw malformed('WITH SECURITY_ENFORCED is only available in Apex');
  if (parsed.withAccessLevel) throw malformed(`WITH ${parsed.withAccessLevel} is only available in Apex`);
  if (parsed.withDataCategory) throw notSupported('WITH DATA CATEGORY');
}

function readSource(parsed: ParsedQuery | ParsedSubquery, { words }: Reading): Source {
  const isChildren = 'relationshipName' in parsed;
  const name = isChildren ? parsed.relationshipName : (parsed.sObject ?? '');
  const prefix = (isChildren && parsed.sObjectPrefix?.join('.')) || null;
  const at = words.next(prefix ? `${prefix}.${name}` : name);
  return { name, at, alias: parsed.sObjectAlias ?? null, prefix };
}

function readSelectItem(field: FieldType, reading: Reading): SelectItem {
  switch (field.type) {
    case 'FieldSubquery':
      return { kind: 'children', query: reading.readQuery(field.subquery) };
    case 'FieldTypeof':
      return readTypeOf(field, reading);
    case 'FieldFunctionExpression':
      return { kind: 'expression', expression: readFunction(field, reading), alias: field.alias ?? null };
    case 'FieldRelationship': {
      const written = field.rawValue ?? [...field.relationships, field.field].join('.');
      return { kind: 'expression', expression: readPath(written, reading), alias: aliasOf(field) };
    }
    case 'Field': {
      const written = 'rawValue' in field ? field.rawValue : field.field;
      return { kind: 'expression', expression: readPath(written, reading), alias: aliasOf(field) };
    }
  }
}

function readTypeOf({ field, conditions }: FieldTypeOf, reading: Reading): TypeOf {
  const path = readPath(field, reading);
  const read = conditions.map(({ objectType, fieldList }) => ({
    object: objectType ?? '',
    at: objectType ? reading.words.next(objectType) : path.at,
    fields: fieldList.map((written) => readPath(written, reading))
  }));
  const [otherwise] = read.filter(({ object }) => object === '');
  return {
    kind: 'typeOf',
    path,
    cases: read.filter(({ object }) => object !== ''),
    otherwise: otherwise?.fields ?? null
  };
}

function aliasOf(field: { alias?: string } | object): string | null {
  return ('alias' in field && field.alias) || null;
}

function readOrdering(clause: OrderByClause, reading: Reading): Ordering {
  return {
    expression: 'fn' in clause ? readFunction(clause.fn, reading) : readPath(clause.field, reading),
    descending: clause.order === 'DESC',
    nullsLast: clause.nulls === 'LAST'
  };
}

function listOf<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
