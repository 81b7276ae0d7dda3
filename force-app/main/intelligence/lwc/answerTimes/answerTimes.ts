/**
 * When people at an account answered before, by weekday and hour where they are. Names one window only when it holds
 * more answers than chance would put there; otherwise it is silent.
 */

export type Weekday = (typeof WEEKDAYS)[number];

/** Weekday → hour → answers, as `Answers__c` stores them: `{ "Monday": { "9": 4 } }`. */
export type Answers = Partial<Record<Weekday, Record<string, number>>>;

/** Answers in one hour of one weekday; Monday is 0. */
export interface AnswerCell {
  weekday: number;
  hour: number;
  answers: number;
}

export interface BestTime {
  /** Monday is 0. */
  weekday: number;
  /** Whole hours where the people are: from 9 to 11. */
  from: number;
  to: number;
  /** Answers that fell into the window, of how many. */
  answers: number;
  of: number;
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday'
] as const;

/** Below this many answers nothing is said. */
export const LEAST_ANSWERS = 10;
/** A window is so many hours. */
const HOURS = 2;
/** Chance would spread answers over Monday to Friday from 8 to 18. */
const WORKING_HOURS = 50;
const LIKELY_BY_CHANCE = 0.05;

/** Adds one answer. */
export function addAnswer(answers: Answers, weekday: Weekday, hour: number): void {
  const day = (answers[weekday] ??= {});
  day[hour] = (day[hour] ?? 0) + 1;
}

/** Reads `Answers__c`; what is no weekday, hour or count is left out. */
export function parseAnswers(text: string | null | undefined): AnswerCell[] {
  let input: unknown;
  try {
    input = JSON.parse(text ?? '');
  } catch {
    return [];
  }
  return WEEKDAYS.flatMap((name, weekday) => {
    const hours = Object(input) as Record<string, unknown>;
    return Object.entries(Object(hours[name]) as Record<string, unknown>)
      .map(([hour, answers]) => {
        return { weekday, hour: Number(hour), answers: Number(answers) };
      })
      .filter(isCell);
  });
}

export function countAnswers(cells: readonly AnswerCell[]): number {
  return cells.reduce((total, { answers }) => total + answers, 0);
}

/**
 * The two hours of a weekday in which most answers came; `null` with fewer than ten answers, when two windows have as
 * many, and when chance alone would fill some window like this more than once in twenty times.
 */
export function bestTime(cells: readonly AnswerCell[]): BestTime | null {
  const of = countAnswers(cells);
  if (of < LEAST_ANSWERS) {
    return null;
  }
  const windows = allWindows(cells).sort((one, other) => other.answers - one.answers);
  const [best] = windows;
  const rival = windows.find(({ weekday, from }) => {
    return weekday !== best.weekday || Math.abs(from - best.from) >= HOURS;
  });
  if (rival?.answers === best.answers) {
    return null;
  }
  // There are about as many windows as hours, and any of them could have stood out.
  const chance = atLeast(best.answers, of, HOURS / WORKING_HOURS) * WORKING_HOURS;
  return chance < LIKELY_BY_CHANCE ? { ...best, of } : null;
}

/** Every window that holds an answer. Of two that overlap and hold as many, the one that is full from its start. */
function allWindows(cells: readonly AnswerCell[]): Omit<BestTime, 'of'>[] {
  const at = (weekday: number, hour: number): number => {
    return cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.answers ?? 0;
  };
  return cells.map(({ weekday, hour, answers }) => {
    const from = Math.min(hour, 24 - HOURS);
    return {
      weekday,
      from,
      to: from + HOURS,
      answers: from === hour ? answers + at(weekday, hour + 1) : at(weekday, from) + answers
    };
  });
}

/** The probability of so many hits or more in so many tries (binomial). */
function atLeast(hits: number, tries: number, probability: number): number {
  let term = (1 - probability) ** tries;
  let below = 0;
  for (let count = 0; count < hits; count += 1) {
    below += term;
    term *= ((tries - count) / (count + 1)) * (probability / (1 - probability));
  }
  return Math.max(0, 1 - below);
}

function isCell({ hour, answers }: AnswerCell): boolean {
  return Number.isInteger(hour) && hour >= 0 && hour < 24 && Number.isInteger(answers) && answers > 0;
}
