import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import type { RunRecord } from '../run/lock.ts';
import { requireEquation } from '../run/equation.ts';
import { settleJobs } from '../run/settle-jobs.ts';
import { equationOf, rollUpDays, rollUpWeeks } from './roll-up.ts';
import type { Equation } from './roll-up.ts';
import { acknowledge } from './steps/acknowledge.ts';
import { erasePeople } from './steps/erase.ts';
import type { Erased } from './steps/erase.ts';
import { loadDays } from './steps/load-days.ts';
import { loadWeeks } from './steps/load-weeks.ts';
import { purge } from './steps/purge.ts';
import { readCountedBatches, readPendingBatches } from './steps/read-batches.ts';
import { readPeople } from './steps/read-people.ts';
import { readStoredDays, readStoredWeeks } from './steps/read-stored.ts';
import { touch } from './steps/touch.ts';
import type { DaysAsked } from './steps/touch.ts';

export interface UsageOptions extends DaysAsked {
  retentionDays: number;
  /** Ids of people whose recorded use is to be erased. */
  erase?: readonly string[];
}

/** What a run did, or would do. */
export interface UsageCounts {
  /** Batches that waited. */
  batches: number;
  processed: number;
  quarantined: number;
  /** Events that browsers say they had to drop. */
  dropped: number;
  equation: Equation;
  /** Days that were computed; `saved` of them had to be written. */
  days: { computed: number; saved: number; refused: number };
  weeks: { computed: number; saved: number };
  purged: number;
  erased: Erased[];
}

/** Computes and writes everything, in an order in which it may be killed anywhere. */
export async function syncUsage(
  context: SyncContext,
  run: RunRecord,
  options: UsageOptions
): Promise<UsageCounts> {
  await step(context, 'Wait for jobs of a run that was killed', () => settleJobs(context));
  const erased = await step(context, 'Erase what people asked to have erased', () =>
    erasePeople(context, run, options.erase ?? [])
  );
  const computed = await computeUsage(context, options);
  requireEquation(computed.equation, 'Nothing was written and the batches still wait, so nothing is lost.');
  await run.requireLock();
  const days = await step(context, 'Save days', () => loadDays(context));
  await step(context, 'Count weeks of groups', async () => {
    await readStoredWeeksIfAny(context);
    await rollUpWeeks(context.database);
  });
  const weeksSaved = await step(context, 'Save weeks of groups', () => loadWeeks(context));
  await run.requireLock();
  const marked = await step(context, 'Mark batches as counted', () => acknowledge(context));
  await erased.tell();
  const purged = await step(context, 'Delete batches after the retention period', () =>
    purge(context, run, options.retentionDays)
  );
  return {
    ...computed,
    ...marked,
    days: { ...computed.days, saved: days.saved, refused: days.refused.length },
    weeks: {
      computed: Number(await context.database.value('SELECT count(*) FROM adoption_week')),
      saved: weeksSaved
    },
    purged,
    erased: erased.people
  };
}

/** Reads and computes, and writes nothing into the org: all that a dry run does. */
export async function computeUsage(context: SyncContext, options: DaysAsked): Promise<UsageCounts> {
  const { database } = context;
  await step(context, 'Read people and roles', () => readPeople(context));
  const batches = await step(context, 'Read waiting batches', () => readPendingBatches(context));
  const touched = await step(context, 'Find the days to compute', () => touch(context, options));
  if (touched > 0) {
    await step(context, 'Read counted batches of these days', () => readCountedBatches(context));
    await step(context, 'Read stored days', () => readStoredDays(context));
  }
  await step(context, 'Count days', () => rollUpDays(database));
  const number = async (sql: string): Promise<number> => Number(await database.value(sql));
  return {
    batches,
    processed: 0,
    quarantined: await number('SELECT count(*) FROM batch WHERE is_pending AND problem IS NOT NULL'),
    dropped: await number('SELECT coalesce(sum(dropped_count), 0) FROM batch WHERE is_pending'),
    equation: await equationOf(database),
    days: {
      computed: await number('SELECT count(*) FROM usage_day'),
      saved: await number('SELECT (SELECT count(*) FROM save_day) + (SELECT count(*) FROM delete_day)'),
      refused: 0
    },
    weeks: { computed: 0, saved: 0 },
    purged: 0,
    erased: []
  };
}

async function readStoredWeeksIfAny(context: SyncContext): Promise<void> {
  if (Number(await context.database.value('SELECT count(*) FROM touched')) > 0)
    await readStoredWeeks(context);
}
