import type { FieldType } from '../contract.ts';
import { shiftsOf } from './time-zone.ts';

export interface DateFunction {
  type: 'int' | 'date';
  /** Needs a time of day, so it doesn't take a date field. */
  dateTimeOnly?: boolean;
  sql(moment: string): string;
}

const part =
  (format: string) =>
  (moment: string): string =>
    `CAST(strftime('${format}', ${moment}) AS INTEGER)`;
const year = part('%Y');
const month = part('%m');
const dayInMonth = part('%d');
const dayInYear = part('%j');
const quarter = (moment: string): string => `((${month(moment)} + 2) / 3)`;

/**
 * Weeks of a month or year are counted from its first day, whatever weekday that is; fiscal years begin in January.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm
 */
const DATE_FUNCTIONS: Record<string, DateFunction> = {
  CALENDAR_YEAR: { type: 'int', sql: year },
  CALENDAR_QUARTER: { type: 'int', sql: quarter },
  CALENDAR_MONTH: { type: 'int', sql: month },
  FISCAL_YEAR: { type: 'int', sql: year },
  FISCAL_QUARTER: { type: 'int', sql: quarter },
  FISCAL_MONTH: { type: 'int', sql: month },
  DAY_IN_MONTH: { type: 'int', sql: dayInMonth },
  DAY_IN_YEAR: { type: 'int', sql: dayInYear },
  DAY_IN_WEEK: { type: 'int', sql: (moment) => `(${part('%w')(moment)} + 1)` },
  WEEK_IN_MONTH: { type: 'int', sql: (moment) => `((${dayInMonth(moment)} + 6) / 7)` },
  WEEK_IN_YEAR: { type: 'int', sql: (moment) => `((${dayInYear(moment)} + 6) / 7)` },
  HOUR_IN_DAY: { type: 'int', dateTimeOnly: true, sql: part('%H') },
  DAY_ONLY: { type: 'date', dateTimeOnly: true, sql: (moment) => `date(${moment})` }
};

/** The function of this name (in capitals), if it is one of a date. */
export function dateFunction(name: string): DateFunction | undefined {
  return Object.hasOwn(DATE_FUNCTIONS, name) ? DATE_FUNCTIONS[name] : undefined;
}

export function takesType(wanted: DateFunction, type: FieldType): boolean {
  return type === 'datetime' || (type === 'date' && !wanted.dateTimeOnly);
}

/**
 * A date-time of the store on the user's clocks: `convertTimezone()`. SQLite knows no zones, so the zone's changes
 * are spelt out, newest first.
 */
export function localTime(columnSql: string, timeZone: string, now: Date): string {
  const branches = shiftsOf(timeZone, now).map(({ from, minutes }) =>
    Number.isFinite(from)
      ? `WHEN ${columnSql} >= '${new Date(from).toISOString()}' THEN '${minutes} minutes'`
      : `ELSE '${minutes} minutes'`
  );
  const shift = branches.length > 1 ? `CASE ${branches.join(' ')} END` : branches[0].slice('ELSE '.length);
  return `datetime(${columnSql}, ${shift})`;
}
