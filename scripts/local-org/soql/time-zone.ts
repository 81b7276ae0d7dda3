const DAY = 86_400_000;
const WEEK = 7 * DAY;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric'
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) parts[type] = Number(value);
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return local - Math.floor(instant / 1000) * 1000;
}

/** The calendar day in the zone at an instant, as midnight UTC of that day. */
export function dayAt(instant: number, timeZone: string): number {
  const local = instant + offsetAt(instant, timeZone);
  return Math.floor(local / DAY) * DAY;
}

/**
 * The instant at which a calendar day (given as its midnight in UTC) begins in the zone. Where clocks skip midnight,
 * the day begins with the first hour there is.
 */
export function startOfDay(day: number, timeZone: string): number {
  const guess = day - offsetAt(day, timeZone);
  const start = day - offsetAt(guess, timeZone);
  return dayAt(start, timeZone) < day ? guess : start;
}

export interface Shift {
  /** From this instant on … */
  from: number;
  /** … clocks are this many minutes ahead of UTC. */
  minutes: number;
}

const FIRST_YEAR = 1990;
const shifts = new Map<string, readonly Shift[]>();

/** The zone's offsets from 1990 to ten years after `now`, newest first; the last one reaches back without end. */
export function shiftsOf(timeZone: string, now: Date): readonly Shift[] {
  const key = `${timeZone} ${now.getUTCFullYear()}`;
  const known = shifts.get(key);
  if (known) return known;
  const end = Date.UTC(now.getUTCFullYear() + 10, 0);
  let from = Date.UTC(FIRST_YEAR, 0);
  let offset = offsetAt(from, timeZone);
  const found: Shift[] = [{ from: -Infinity, minutes: offset / 60_000 }];
  for (; from < end; from += WEEK) {
    const next = offsetAt(from + WEEK, timeZone);
    if (next !== offset) {
      found.unshift({ from: changeWithin(from, from + WEEK, timeZone), minutes: next / 60_000 });
      offset = next;
    }
  }
  shifts.set(key, found);
  return found;
}

/** The first minute at which the later offset holds. */
function changeWithin(start: number, end: number, timeZone: string): number {
  const before = offsetAt(start, timeZone);
  let low = start;
  let high = end;
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}
