import type { FieldKind } from './kinds.ts';
import { DATE_FUNCTIONS, DATE_TIME_FUNCTIONS } from './operators.ts';

/** `calendarYear` for CALENDAR_YEAR, as aggregates name date functions. */
function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Aggregate fields by the SOQL function behind them. */
export const SOQL_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['avg', 'AVG'],
  ['count', 'COUNT'],
  ['countDistinct', 'COUNT_DISTINCT'],
  ['grouping', 'GROUPING'],
  ['max', 'MAX'],
  ['min', 'MIN'],
  ['sum', 'SUM'],
  ...[...DATE_FUNCTIONS, ...DATE_TIME_FUNCTIONS].map((name): [string, string] => [camelCase(name), name])
]);

const COUNTS = ['count', 'countDistinct'];
const EXTREMES = ['max', 'min'];
const TEXT = [...COUNTS, ...EXTREMES, 'grouping'];
const NUMBER = [...COUNTS, ...EXTREMES, 'avg', 'sum'];
const DATE = [...COUNTS, ...EXTREMES, ...DATE_FUNCTIONS.map(camelCase)];

/** What can be asked of a group, by kind of field: https://developer.salesforce.com/docs/platform/graphql/guide/aggregate-support.html */
export const FUNCTIONS_BY_KIND: Partial<Record<FieldKind, readonly string[]>> = {
  Boolean: ['grouping'],
  Currency: NUMBER,
  Date: [...DATE, 'grouping'],
  DateTime: [...DATE, ...DATE_TIME_FUNCTIONS.map(camelCase)],
  Double: NUMBER,
  Email: TEXT,
  ID: TEXT,
  Int: [...NUMBER, 'grouping'],
  Percent: NUMBER,
  PhoneNumber: TEXT,
  Picklist: TEXT,
  String: TEXT,
  TextArea: TEXT,
  Url: TEXT
};
