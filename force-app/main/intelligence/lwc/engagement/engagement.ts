/**
 * Touches of an account by week, and how the last weeks stand to its own past. Days are ISO dates on the account's
 * calendar, weeks are named by their Monday.
 */

export interface Week {
  /** The Monday. */
  week: string;
  touches: number;
  /** Different people reached in this week. */
  people: number;
}

export interface Touch {
  day: string;
  /** Who was reached; null when that is not recorded. */
  person: string | null;
}

export interface Engagement {
  /** 26 weeks, oldest first; the last one is under way. */
  weeks: Week[];
  touches13: number;
  /** Different people reached in 13 weeks. */
  people13: number;
  /** The account's own median of the 26 weeks. */
  medianWeek: number;
  lastTouchOn: string | null;
}

/** Adds touches one by one, so that no account's activities need to be in memory together. */
export interface EngagementCount {
  add(touch: Touch): void;
  result(): Engagement;
}

export interface Momentum {
  direction: 'rising' | 'steady' | 'falling' | 'silent';
  /** Touches in the last four finished weeks. */
  recent: number;
  /** What four weeks in a row usually had before: the median over all of them. */
  usual: number;
  /** Finished weeks that the comparison rests on. */
  weeksBefore: number;
}

export const WEEKS = 26;
const QUARTER = 13;
const RECENT = 4;
/** With a shorter past, or fewer touches in it, there is nothing to compare with. */
const LEAST_WEEKS_BEFORE = 8;
const LEAST_TOUCHES_BEFORE = 6;
/** Half as many again, or half, and two touches at least: less than that is chance. */
const CLEARLY = 0.5;
const LEAST_DIFFERENCE = 2;
const DAY_MS = 86_400_000;

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const time = Date.parse(day);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return isoDay(time - sinceMonday * DAY_MS);
}

/** The Mondays of the last 26 weeks, oldest first; the last is the week of this day. */
export function lastWeeks(today: string): string[] {
  const current = Date.parse(weekOf(today));
  return Array.from({ length: WEEKS }, (_none, index) => isoDay(current - (WEEKS - 1 - index) * 7 * DAY_MS));
}

/** Touches after `today` and from before the 26 weeks are left out. */
export function countEngagement(today: string): EngagementCount {
  const mondays = lastWeeks(today);
  const [first] = mondays;
  const quarter = mondays[WEEKS - QUARTER];
  const touches = new Map<string, number>();
  const peopleByWeek = new Map<string, Set<string>>();
  const people = new Set<string>();
  let lastTouchOn: string | null = null;

  return {
    add({ day, person }) {
      if (day > today || day < first) {
        return;
      }
      const week = weekOf(day);
      touches.set(week, (touches.get(week) ?? 0) + 1);
      if (person !== null) {
        peopleByWeek.set(week, (peopleByWeek.get(week) ?? new Set()).add(person));
        if (week >= quarter) {
          people.add(person);
        }
      }
      if (lastTouchOn === null || day > lastTouchOn) {
        lastTouchOn = day;
      }
    },
    result() {
      const weeks = mondays.map((week) => {
        return { week, touches: touches.get(week) ?? 0, people: peopleByWeek.get(week)?.size ?? 0 };
      });
      return {
        weeks,
        touches13: sum(weeks.slice(-QUARTER)),
        people13: people.size,
        medianWeek: median(weeks.map((week) => week.touches)) ?? 0,
        lastTouchOn
      };
    }
  };
}

/** Reads `Weeks__c`; a text that holds no weeks is none. */
export function parseWeeks(text: string | null | undefined): Week[] {
  try {
    const input: unknown = JSON.parse(text ?? '');
    return Array.isArray(input) ? input.filter(isWeek) : [];
  } catch {
    return [];
  }
}

/**
 * The last four finished weeks against every four weeks in a row before them, so that the week under way, and an account
 * with a touch every third week, are judged fairly. The past begins with the first touch. `null` when it is too short.
 */
export function momentumOf(weeks: readonly Week[]): Momentum | null {
  const finished = weeks.slice(0, -1);
  const before = finished.slice(0, -RECENT);
  const past = before.slice(
    Math.max(
      0,
      before.findIndex(({ touches }) => touches > 0)
    )
  );
  if (past.length < LEAST_WEEKS_BEFORE || sum(past) < LEAST_TOUCHES_BEFORE) {
    return null;
  }
  const windows = past.slice(0, 1 - RECENT).map((_week, start) => sum(past.slice(start, start + RECENT)));
  const usual = median(windows) ?? 0;
  const recent = sum(finished.slice(-RECENT));
  const isSilent = recent === 0 && weeks.at(-1)?.touches === 0;
  return {
    direction: isSilent ? 'silent' : direction(recent, usual),
    recent,
    usual,
    weeksBefore: past.length
  };
}

/** The middle of the numbers, or of the two in the middle; `null` when there is none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const high = sorted[Math.floor(middle)];
  if (high === undefined) {
    return null;
  }
  return Number.isInteger(middle) ? (sorted[middle - 1] + high) / 2 : high;
}

function direction(recent: number, usual: number): Momentum['direction'] {
  const difference = recent - usual;
  if (Math.abs(difference) < Math.max(LEAST_DIFFERENCE, usual * CLEARLY)) {
    return 'steady';
  }
  return difference > 0 ? 'rising' : 'falling';
}

function sum(weeks: readonly Week[]): number {
  return weeks.reduce((total, { touches }) => total + touches, 0);
}

function isWeek(input: unknown): input is Week {
  const { week, touches, people } = Object(input) as Partial<Week>;
  return typeof week === 'string' && typeof touches === 'number' && typeof people === 'number';
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
