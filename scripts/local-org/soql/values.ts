import type { FieldType } from '../contract.ts';
import { normalizeId } from '../ids.ts';
import { isNumber, isText } from './capabilities.ts';
import type { Compilation, Param } from './compilation.ts';
import { dateRange, dateTimeRange } from './date-literals.ts';
import { malformed, refuseAt } from './refusals.ts';
import type { Literal } from './statement.ts';
import type { Term } from './terms.ts';

/** A literal as the store holds such values, or the half-open range of values that it stands for. */
export type StoredValue = { kind: 'one'; value: Param } | { kind: 'range'; start: string; end: string };

/** Reads a literal as a value of the term's type; throws when it is of another type. */
export function storedValue(compilation: Compilation, term: Term, literal: Literal): StoredValue {
  if (literal.kind === 'null') return one(null);
  const { type } = term;
  if (isText(type) || type === 'multipicklist') {
    // The platform keeps no empty texts: an empty string is null.
    if (literal.kind === 'string') return one(literal.text === '' ? null : literal.text);
  } else if (type === 'id' || type === 'reference') {
    if (literal.kind === 'string')
      return one(literal.text === '' ? null : idValue(compilation, term, literal.text));
  } else if (isNumber(type)) {
    if (literal.kind === 'number') return one(literal.value);
    if (literal.kind === 'currency') {
      throw malformed(
        `Currency literal ${literal.text} needs multiple currencies, which the local org doesn't have`
      );
    }
  } else if (type === 'boolean') {
    if (literal.kind === 'boolean') return one(literal.value ? 1 : 0);
  } else if (type === 'date') {
    if (literal.kind === 'date') return one(dateValue(literal.text));
    if (literal.kind === 'range')
      return range(dateRange(literal.name, literal.count, calendarOf(compilation)));
  } else if (type === 'datetime') {
    if (literal.kind === 'datetime') return one(dateTimeValue(literal.text));
    if (literal.kind === 'range') {
      return range(dateTimeRange(literal.name, literal.count, calendarOf(compilation)));
    }
  }
  throw wrongType(compilation, term);
}

function one(value: Param): StoredValue {
  return { kind: 'one', value };
}

function range([start, end]: [string, string]): StoredValue {
  return { kind: 'range', start, end };
}

function calendarOf({ now, user }: Compilation): { now: Date; timeZone: string; locale: string } {
  return { now, timeZone: user.timeZone, locale: user.locale };
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
  if (isText(type) || type === 'multipicklist' || type === 'reference' || type === 'id') return 'string';
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
