/** The business hours and holidays of a service level: reads their text, and says what is wrong with it. */

import type { BusinessHours, HoursResult, OpenMinutes } from './types.ts';

export type * from './types.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday'
] as const;

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * Business hours as a service level stores them: `{ "timeZone": "Europe/Berlin", "days": { "Monday": [["09:00",
 * "17:00"]] } }` and `["2026-12-25"]`. A day that is not named is closed, `24:00` ends a day, blank holidays are none.
 * Answers every problem at once, in words that name the place.
 */
export function parseBusinessHours(
  hours: string | null | undefined,
  holidays: string | null | undefined
): HoursResult {
  const problems: string[] = [];
  const free = readHolidays(readJson('The holidays', holidays?.trim() ? holidays : '[]', problems), problems);
  if (!hours?.trim()) {
    return { problems: ['There are no business hours.', ...problems] };
  }
  const input = readJson('The business hours', hours, problems);
  if (input === undefined) {
    return { problems };
  }
  const { timeZone, days } = Object(input) as { timeZone?: unknown; days?: unknown };
  if (!isTimeZone(timeZone)) {
    problems.push(`"timeZone" is an IANA name such as Europe/Berlin, not ${show(timeZone)}.`);
  }
  const open = readDays(days, problems);
  if (problems.length > 0) {
    return { problems };
  }
  const read: BusinessHours = { timeZone: String(timeZone), days: open, holidays: free };
  return { hours: read };
}

function readDays(days: unknown, problems: string[]): OpenMinutes[][] {
  if (typeof days !== 'object' || days === null || Array.isArray(days)) {
    problems.push('"days" is an object with weekdays, as in { "Monday": [["09:00", "17:00"]] }.');
    return [];
  }
  const unknown = Object.keys(days).filter((name) => !WEEKDAYS.some((weekday) => weekday === name));
  problems.push(...unknown.map((name) => `"${name}" is no weekday; write ${WEEKDAYS.join(', ')}.`));
  const before = problems.length;
  const open = WEEKDAYS.map((name) => readDay(name, (days as Record<string, unknown>)[name] ?? [], problems));
  if (problems.length === before && unknown.length === 0 && open.every((day) => day.length === 0)) {
    problems.push('No weekday has hours, so nothing could ever be due.');
  }
  return open;
}

function readDay(name: string, intervals: unknown, problems: string[]): OpenMinutes[] {
  if (!Array.isArray(intervals)) {
    problems.push(`${name}: the hours are a list such as [["09:00", "12:00"], ["13:00", "17:00"]].`);
    return [];
  }
  const read = intervals.flatMap((interval: unknown) => readInterval(name, interval, problems));
  const sorted = read.sort(([one], [other]) => one - other);
  if (sorted.some(([from], index) => index > 0 && from < sorted[index - 1][1])) {
    problems.push(`${name}: two of the hours overlap.`);
  }
  return sorted;
}

function readInterval(name: string, interval: unknown, problems: string[]): OpenMinutes[] {
  if (!Array.isArray(interval) || interval.length !== 2) {
    problems.push(`${name}: ${show(interval)} is not an opening and a closing, as in ["09:00", "17:00"].`);
    return [];
  }
  const [from, to] = interval.map(minutesOf);
  if (from === undefined || to === undefined) {
    const wrong: unknown = interval[from === undefined ? 0 : 1];
    problems.push(`${name}: ${show(wrong)} is not a time such as 09:00.`);
    return [];
  }
  if (to <= from) {
    problems.push(`${name}: ${show(interval)} closes before it opens. Hours over midnight are of two days.`);
    return [];
  }
  return [[from, to]];
}

function readHolidays(input: unknown, problems: string[]): ReadonlySet<string> {
  if (input === undefined) {
    return new Set();
  }
  if (!Array.isArray(input)) {
    problems.push('The holidays are a list of days, as in ["2026-12-25"].');
    return new Set();
  }
  const wrong = input.filter((day: unknown) => !isDay(day));
  problems.push(...wrong.map((day: unknown) => `The holiday ${show(day)} is not a day such as 2026-12-25.`));
  return new Set(input.map(String));
}

function readJson(what: string, text: string, problems: string[]): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    problems.push(`${what} are not JSON: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

function minutesOf(time: unknown): number | undefined {
  if (time === '24:00') {
    return 24 * 60;
  }
  const [, hours, minutes] = TIME.exec(String(time)) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function isTimeZone(name: unknown): boolean {
  try {
    return (
      typeof name === 'string' && name !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    );
  } catch {
    return false;
  }
}

function isDay(text: unknown): boolean {
  const time = typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
