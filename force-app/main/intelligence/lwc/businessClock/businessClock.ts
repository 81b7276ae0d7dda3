/**
 * A clock that runs in business hours, so that marketing and sales read the same time on what they owe each other.
 * Zones come from `Intl` alone: browser and Node know every zone's rules, and what they lack, a time of day as an
 * instant, is a few lines. A library would be one more thing to deploy.
 */
import type { BusinessHours } from '../businessHours/types.ts';

/** Hours are those of a stopwatch: an hour that a clock change repeats counts twice, a skipped one not at all. */
export interface BusinessClock {
  /** The first moment at which so many business hours have passed since the start. Throws a `RangeError` below 0. */
  dueAt(start: Date, hours: number): Date;
  /** Business hours from one moment to another; negative when the second lies before. */
  hoursBetween(from: Date, to: Date): number;
  /** What is left until something is due; negative once it is overdue. */
  hoursLeft(now: Date, due: Date): number;
}

type Span = readonly [from: number, to: number];

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday here. */
const FIRST_WEEKDAY = 3;
const REMEMBERED = 5000;

/** Throws a `RangeError` for an unknown time zone, and when no weekday has hours. */
export function businessClock({ timeZone, days, holidays }: BusinessHours): BusinessClock {
  if (days.every((day) => day.length === 0)) {
    throw new RangeError('A business clock needs a weekday that has hours.');
  }
  const wall = wallClock(timeZone);
  const known = new Map<number, readonly Span[]>();

  /** When it is open on a day, as instants in order. */
  function openOn(day: number): readonly Span[] {
    let spans = known.get(day);
    if (!spans) {
      if (known.size >= REMEMBERED) {
        known.clear();
      }
      const isHoliday = holidays.has(new Date(day * DAY_MS).toISOString().slice(0, 10));
      const minutes = isHoliday ? [] : days[(((day + FIRST_WEEKDAY) % 7) + 7) % 7];
      spans = minutes.map(([from, to]): Span => [wall.instantAt(day, from), wall.instantAt(day, to)]);
      known.set(day, spans);
    }
    return spans;
  }

  function between(from: number, to: number): number {
    let open = 0;
    for (let day = wall.dayAt(from); day <= wall.dayAt(to); day += 1) {
      for (const [opens, closes] of openOn(day)) {
        open += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
      }
    }
    return open / HOUR_MS;
  }

  function hoursBetween(from: Date, to: Date): number {
    const [one, other] = [instantOf(from), instantOf(to)];
    // 0 - x, since a negative zero is no number of hours.
    return one <= other ? between(one, other) : 0 - between(other, one);
  }

  return {
    hoursBetween,
    hoursLeft: hoursBetween,
    dueAt(start, hours) {
      const from = instantOf(start);
      if (!(hours >= 0 && hours < Infinity)) {
        throw new RangeError(`Business hours to wait are a number from 0, not ${hours}.`);
      }
      let left = Math.round(hours * HOUR_MS);
      if (left === 0) {
        return new Date(from);
      }
      for (let day = wall.dayAt(from); ; day += 1) {
        for (const [opens, closes] of openOn(day)) {
          const open = Math.max(0, closes - Math.max(opens, from));
          if (open >= left) {
            return new Date(Math.max(opens, from) + left);
          }
          left -= open;
        }
      }
    }
  };
}

function instantOf(date: Date): number {
  const time = date.getTime();
  if (Number.isNaN(time)) {
    throw new RangeError('A moment on the business clock is a valid date.');
  }
  return time;
}

/** Clock and calendar of one time zone. */
interface WallClock {
  /** Days since 1 January 1970 on the calendar there. */
  dayAt(instant: number): number;
  /**
   * The instant at which a day's clock shows so many minutes since midnight. A time that comes twice is the first of
   * the two; a time that is skipped is the moment of the jump.
   */
  instantAt(day: number, minutes: number): number;
}

function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  });

  /** What the clock there shows, as if it were UTC. */
  function shown(instant: number): number {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second)
    );
  }
  const offsetAt = (instant: number): number => shown(instant) - Math.floor(instant / 1000) * 1000;

  return {
    dayAt: (instant) => Math.floor(shown(instant) / DAY_MS),
    instantAt(day, minutes) {
      const wanted = day * DAY_MS + minutes * MINUTE_MS;
      // No zone changes its clock twice in two days.
      const before = wanted - offsetAt(wanted - DAY_MS);
      const after = wanted - offsetAt(wanted + DAY_MS);
      if (shown(before) === wanted) {
        return before;
      }
      return shown(after) === wanted ? after : jumpBetween(after, before, offsetAt);
    }
  };
}

/** The moment, between two instants, at which the clock is put forward; it is always a whole minute. */
function jumpBetween(from: number, to: number, offsetAt: (instant: number) => number): number {
  const first = offsetAt(from);
  let [low, high] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE_MS) === first) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high * MINUTE_MS;
}
