import type { FieldType } from '../contract.ts';
import { normalizeId } from '../ids.ts';
import { isId, isNumber, isText } from './capabilities.ts';
import type { Compilation, Param } from './compilation.ts';
import { dateRange, dateTimeRange } from './date-literals.ts';
import { malformed, refuseAt } from './refusals.ts';
import type { Literal } from './statement.ts';
import type { Term } from './terms.ts';

/** A literal as the store holds such values, or the half-open range of values that it stands for. */
export type StoredValue = { kind: 'one'; value: Param } | { kind: 'range'; start: string; end: string };

/** Reads a literal as a value of the term's type; throws when it is of another type. */
export function storedValue(compilation: Compilation, term: Term, literal: Literal): StoredValue {
  const { kind } = literal;
  const { type } = term;
  const { now, user } = compilation;
  const calendar = { now, timeZone: user.timeZone, locale: user.locale };
  if (kind === 'null') return one(null);
  if (kind === 'string' && (isText(type) || type === 'multipicklist')) return one(literal.text);
  if (kind === 'string' && isId(type)) return one(literal.text && idValue(compilation, term, literal.text));
  if (kind === 'number' && isNumber(type)) return one(literal.value);
  if (kind === 'boolean' && type === 'boolean') return one(literal.value ? 1 : 0);
  if (kind === 'date' && type === 'date') return one(dateValue(literal.text));
  if (kind === 'datetime' && type === 'datetime') return one(dateTimeValue(literal.text));
  if (kind === 'range' && type === 'date') return range(dateRange(literal.name, literal.count, calendar));
  if (kind === 'range' && type === 'datetime') {
    return range(dateTimeRange(literal.name, literal.count, calendar));
  }
  if (kind === 'currency' && isNumber(type)) {
    throw malformed(
      `Currency literal ${literal.text} needs multiple currencies, which the local org doesn't have`
    );
  }
  throw wrongType(compilation, term);
}

function one(value: Param): StoredValue {
  return { kind: 'one', value };
}

function range([start, end]: [string, string]): StoredValue {
  return { kind: 'range', start, end };
}

function idValue(compilation: Compilation, term: Term, text: string): string {
  const id = normalizeId(text);
  if (id !== null) return id;
  throw refuseAt('INVALID_QUERY_FILTER_OPERATOR', compilation.soql, term.at, `invalid ID field: ${text}`);
}

function dateValue(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw malformed(`Invalid date: ${text}`);
  }
  return text;
}

function dateTimeValue(text: string): string {
  dateValue(text.slice(0, 10));
  const date = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  if (!hasZone || Number.isNaN(date.getTime())) throw malformed(`Invalid datetime: ${text}`);
  return date.toISOString();
}

/** The names that orgs give the types in this refusal. */
function filterType(type: FieldType): string {
  if (isText(type) || isId(type) || type === 'multipicklist') return 'string';
  if (type === 'currency' || type === 'percent') return 'double';
  return type === 'datetime' ? 'dateTime' : type;
}

export function wrongType(compilation: Compilation, term: Term): Error {
  const type = filterType(term.type);
  const quotes = type === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  return refuseAt(
    'INVALID_FIELD',
    compilation.soql,
    term.at,
    `value of filter criterion for field '${term.column.field.name}' must be of type ${type} and ${quotes}`
  );
}
