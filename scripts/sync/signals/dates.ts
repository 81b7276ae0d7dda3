/** How a source writes days: as ISO 8601, or with the month or the day first. */
export const DATE_STYLES = ['iso', 'mdy', 'dmy'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

export interface DateRules {
  dates: DateStyle;
  /** IANA name of the zone of times that state none. */
  timeZone: string;
}

const ISO = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/;
const SLASHED = /^(\d\d?)[./-](\d\d?)[./-](\d{4})(?:,? (\d\d?):(\d\d)(?::(\d\d))?)?$/;
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)$/i;
const EPOCH = /^\d{10}(?:\d{3})?$/;

/**
 * The instant that a text names, or undefined: a date-time with its zone, one without in the source's zone, a day (its
 * beginning), or seconds or milliseconds since 1970. What the calendar does not have, such as 31 February, is none.
 */
export function instantOf(text: string, { dates, timeZone }: DateRules): Date | undefined {
  const written = text.trim();
  if (EPOCH.test(written)) return new Date(Number(written) * (written.length === 10 ? 1000 : 1));
  if (ZONED.test(written)) return validDate(Date.parse(written.replace(' ', 'T').replace(' ', '')));
  const parts = (dates === 'iso' ? ISO : SLASHED)
    .exec(written)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return undefined;
  const [a = 0, b = 0, c = 0, hour = 0, minute = 0, second = 0] = parts;
  const [year, month, day] = dates === 'iso' ? [a, b, c] : dates === 'mdy' ? [c, a, b] : [c, b, a];
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal ? new Date(fromZone(local.getTime(), timeZone)) : undefined;
}

export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

function validDate(time: number): Date | undefined {
  return Number.isNaN(time) ? undefined : new Date(time);
}

/** The instant at which clocks of the zone show what UTC shows at `local`. Asked twice, for days when clocks change. */
function fromZone(local: number, timeZone: string): number {
  return local - offsetAt(local - offsetAt(local, timeZone), timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, since making one takes longer than using it a thousand times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  return format;
}

/** How far the zone is ahead of UTC, in milliseconds: `Intl` writes it as `GMT+05:30`. */
function offsetAt(instant: number, timeZone: string): number {
  const name =
    formatOf(timeZone)
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
