import { malformed } from './refusals.ts';
import { dayAt, startOfDay } from './time-zone.ts';

const DAY = 86_400_000;

/** Days as midnights in UTC; `end` is the first day after the range. */
export interface DayRange {
  start: number;
  end: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Fiscal periods are calendar periods: the org's fiscal year begins in January, as it does unless changed. */
function unitOf(name: string): Unit {
  return name.replace('FISCAL_', '').replace(/S$/, '') as Unit;
}

/** The first day of the period that lies `count` periods after the one with `day`. */
function startOf(unit: Unit, day: number, count: number, firstWeekday: number): number {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'DAY':
      return day + count * DAY;
    case 'WEEK':
      return day - ((date.getUTCDay() - firstWeekday + 7) % 7) * DAY + count * 7 * DAY;
    case 'MONTH':
      return Date.UTC(year, month + count);
    case 'QUARTER':
      return Date.UTC(year, month - (month % 3) + count * 3);
    case 'YEAR':
      return Date.UTC(year + count, 0);
  }
}

/** Weeks begin as the user's locale says: 0 is Sunday. */
export function firstWeekdayOf(locale: string): number {
  // TypeScript's library doesn't know the method yet.
  const tag = new Intl.Locale(locale.replaceAll('_', '-')) as Intl.Locale & {
    getWeekInfo(): { firstDay: number };
  };
  return tag.getWeekInfo().firstDay % 7;
}

/**
 * The days that a literal such as `LAST_N_DAYS:30` means, seen from a day. Ranges of past days include that day,
 * ranges of other past periods end before the current one, ranges of coming periods begin after it.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-dateformats.html
 */
export function daysOf(name: string, count: number | null, today: number, firstWeekday: number): DayRange {
  const periods = (unit: Unit, from: number, to: number): DayRange => ({
    start: startOf(unit, today, from, firstWeekday),
    end: startOf(unit, today, to, firstWeekday)
  });

  switch (name) {
    case 'YESTERDAY':
      return periods('DAY', -1, 0);
    case 'TODAY':
      return periods('DAY', 0, 1);
    case 'TOMORROW':
      return periods('DAY', 1, 2);
    case 'LAST_90_DAYS':
      return periods('DAY', -90, 1);
    case 'NEXT_90_DAYS':
      return periods('DAY', 1, 91);
  }

  const single = /^(LAST|THIS|NEXT)_((?:FISCAL_)?(?:WEEK|MONTH|QUARTER|YEAR))$/.exec(name);
  if (single) {
    const from = { LAST: -1, THIS: 0, NEXT: 1 }[single[1]] ?? 0;
    return periods(unitOf(single[2]), from, from + 1);
  }

  const several = /^(?:(LAST|NEXT)_N_(\w+)|N_(\w+)_AGO)$/.exec(name);
  if (!several || count === null) throw malformed(`unexpected token: '${name}'`);
  const unit = unitOf(several[2] ?? several[3]);
  if (several[3]) return periods(unit, -count, -count + 1);
  if (several[1] === 'NEXT') return periods(unit, 1, count + 1);
  return periods(unit, -count, unit === 'DAY' ? 1 : 0);
}

/** What a literal is measured against: the user's calendar now. */
export interface Calendar {
  now: Date;
  timeZone: string;
  locale: string;
}

function rangeOf(name: string, count: number | null, calendar: Calendar): DayRange {
  const today = dayAt(calendar.now.getTime(), calendar.timeZone);
  return daysOf(name, count, today, firstWeekdayOf(calendar.locale));
}

/** As `YYYY-MM-DD`, end excluded, for date fields. */
export function dateRange(name: string, count: number | null, calendar: Calendar): [string, string] {
  const { start, end } = rangeOf(name, count, calendar);
  return [isoDate(start), isoDate(end)];
}

/** As instants in UTC between the midnights of the user's time zone, end excluded, for date-time fields. */
export function dateTimeRange(name: string, count: number | null, calendar: Calendar): [string, string] {
  const { start, end } = rangeOf(name, count, calendar);
  return [
    new Date(startOfDay(start, calendar.timeZone)).toISOString(),
    new Date(startOfDay(end, calendar.timeZone)).toISOString()
  ];
}

function isoDate(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
