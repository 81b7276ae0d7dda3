/**
 * Calendar days in a person's time zone, as numbers: days since 1 January 1970. A day has no time zone of its own, so
 * two of them compare without surprises at daylight-saving changes.
 */

/** Half-open: the first day that belongs to it, and the first that does not. */
export type DayRange = readonly [from: number, to: number];

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const DAY_MS = 86_400_000;
const QUARTER_HOUR_MS = 900_000;
const REMEMBERED = 2000;
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const ISO_DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const NAMED_DAY = /^(YESTERDAY|TODAY|TOMORROW)$/;
const NEIGHBOUR = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/;
const SPAN = /^(LAST|NEXT)_(?:N_(DAY|WEEK|MONTH|QUARTER|YEAR)S:(\d{1,4})|90_(DAY)S)$/;
const AGO = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:(\d{1,4})$/;

const formats = new Map<string, Intl.DateTimeFormat>();
const knownDays = new Map<string, number>();

/** The day of an instant; NaN for an invalid date. An unknown time zone counts as UTC. */
export function dayAt(instant: Date, timeZone: string): number {
  const time = instant.getTime();
  if (Number.isNaN(time)) {
    return NaN;
  }
  // Since 1972 days begin on a quarter of an hour everywhere, so the quarters of a time zone can be remembered.
  return remembered(`${timeZone} ${Math.floor(time / QUARTER_HOUR_MS)}`, () => {
    // Swedish writes ISO dates.
    return isoDay(format(timeZone).format(time));
  });
}

/**
 * The day of an ISO date or date-time as a record holds it; NaN for any other text. The platform writes offsets as
 * `+0000`, which not every browser reads.
 */
export function dayOf(text: string, timeZone: string): number {
  if (ISO_DATE.test(text)) {
    return isoDay(text);
  }
  if (!ISO_DATE_TIME.test(text)) {
    return NaN;
  }
  return remembered(`${timeZone} ${text}`, () => dayAt(new Date(instantOf(text)), timeZone));
}

/** Milliseconds of an ISO date-time; NaN for any other text. */
export function instantOf(text: string): number {
  return ISO_DATE_TIME.test(text) ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : NaN;
}

/**
 * What a relative date such as `LAST_N_DAYS:30` stands for on a given day; `undefined` when the text is none. As in
 * SOQL, LAST_N_DAYS includes today, all other spans leave out the current unit:
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_dateformats.htm
 *
 * `firstDayOfWeek` is 1 for Sunday, as in `@salesforce/i18n/firstDayOfWeek`.
 */
export function relativeDays(
  text: string
): ((today: number, firstDayOfWeek?: number) => DayRange) | undefined {
  const span = readRelative(text);
  if (!span) {
    return undefined;
  }
  const [unit, from, to] = span;
  return (today, firstDayOfWeek = 1) => [
    startOf(unit, today, from, firstDayOfWeek),
    startOf(unit, today, to + 1, firstDayOfWeek)
  ];
}

/** Unit, and the first and last of them counted from the current one. */
function readRelative(text: string): [Unit, number, number] | undefined {
  const [, day] = NAMED_DAY.exec(text) ?? [];
  if (day) {
    const offset = ['YESTERDAY', 'TODAY', 'TOMORROW'].indexOf(day) - 1;
    return ['DAY', offset, offset];
  }
  const [, which, neighbour] = NEIGHBOUR.exec(text) ?? [];
  if (which) {
    const offset = ['LAST', 'THIS', 'NEXT'].indexOf(which) - 1;
    return [neighbour as Unit, offset, offset];
  }
  const [, direction, unit, count, days] = SPAN.exec(text) ?? [];
  if (direction) {
    const length = days ? 90 : Number(count);
    const name = (unit ?? days) as Unit;
    return direction === 'NEXT' ? [name, 1, length] : [name, -length, name === 'DAY' ? 0 : -1];
  }
  const [, agoUnit, ago] = AGO.exec(text) ?? [];
  return agoUnit ? [agoUnit as Unit, -Number(ago), -Number(ago)] : undefined;
}

/** The first day of the unit that lies `offset` units from the one of `day`. */
function startOf(unit: Unit, day: number, offset: number, firstDayOfWeek: number): number {
  if (unit === 'DAY') {
    return day + offset;
  }
  if (unit === 'WEEK') {
    // 1 January 1970 was a Thursday, the fifth day of a week that begins on Sunday.
    const sinceStart = (((day + 5 - firstDayOfWeek) % 7) + 7) % 7;
    return day - sinceStart + 7 * offset;
  }
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (unit === 'MONTH') {
    return Date.UTC(year, month + offset, 1) / DAY_MS;
  }
  if (unit === 'QUARTER') {
    return Date.UTC(year, month - (month % 3) + 3 * offset, 1) / DAY_MS;
  }
  return Date.UTC(year + offset, 0, 1) / DAY_MS;
}

/** Formatting in a time zone is slow, and a page asks for the same few days again and again. */
function remembered(name: string, work: () => number): number {
  let day = knownDays.get(name);
  if (day === undefined) {
    if (knownDays.size >= REMEMBERED) {
      knownDays.clear();
    }
    day = work();
    knownDays.set(name, day);
  }
  return day;
}

function isoDay(date: string): number {
  return Date.parse(date) / DAY_MS;
}

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (!known) {
    known = dateFormat(timeZone);
    formats.set(timeZone, known);
  }
  return known;
}

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' });
  }
}
