import type { Database } from './database.ts';

/** How many people a group needs before anything is said about it. */
export const LEAST_PEOPLE = 5;

/** Finds the days that waiting batches change, into `touched`. Days that began before `closedBefore` (ISO) are closed. */
export async function touchDays(
  database: Database,
  { closedBefore }: { closedBefore: string }
): Promise<void> {
  await database.set('closed_before', closedBefore);
  await database.run('place-events');
  await database.run('touch-days');
}

/** Counts the touched days and finds what differs from `stored_day`. */
export async function rollUpDays(database: Database): Promise<void> {
  await database.run('place-events');
  await database.run('roll-up');
  await database.run('change-days');
}

/** Counts the touched weeks by group, merges groups that are too small, and finds what differs from `stored_week`. */
export async function rollUpWeeks(database: Database): Promise<void> {
  await database.set('least_people', LEAST_PEOPLE);
  await database.run('group-weeks');
  const deepest = Number(await database.value('SELECT coalesce(max(depth), 0) FROM cohort'));
  for (let level = deepest; level > 0; level -= 1) {
    await database.set('level', level);
    await database.run('merge-level');
  }
  await database.run('change-weeks');
}

export interface Equation {
  lines: number;
  counted: number;
  duplicates: number;
  invalid: number;
  late: number;
  otherDays: number;
  holds: boolean;
  /** The equation in words, for people. */
  text: string;
}

/** What became of every line that was read. `lines` is counted while reading, the rest from what came of it. */
export async function equationOf(database: Database): Promise<Equation> {
  const [row] = await database.rows<Record<keyof Omit<Equation, 'holds' | 'text'>, number>>(
    await database.text('equation')
  );
  const { lines, counted, duplicates, invalid, late, otherDays } = row!;
  return {
    ...{ lines, counted, duplicates, invalid, late, otherDays },
    holds: lines === counted + duplicates + invalid + late + otherDays,
    text:
      `${lines} lines = ${counted} counted + ${duplicates} duplicates + ${invalid} unreadable + ` +
      `${late} too late + ${otherDays} of other days`
  };
}
