import { randomUUID } from 'node:crypto';
import { toFailure } from '../../lib/failure.ts';
import { Stopped } from '../org/stopped.ts';
import type { FieldValues } from '../org/rest.ts';
import { computeUsage, syncUsage } from '../usage/sync-usage.ts';
import type { UsageCounts, UsageOptions } from '../usage/sync-usage.ts';
import type { SyncContext } from './context.ts';
import { takeLock } from './lock.ts';
import type { RunRecord } from './lock.ts';

export interface UsageResult extends UsageCounts {
  /** `Run_Key__c` of the run's record; null for a dry run, which has none. */
  run: string | null;
  api: { calls: number; left: number | null };
}

/** A run under the lock, from its record to its end. Whatever happens, the record says how it went. */
export async function runUsage(context: SyncContext, options: UsageOptions): Promise<UsageResult> {
  const run = await takeLock(context.client, randomUUID());
  try {
    const counts = await syncUsage(context, run, options);
    await endRun(context, run, { Status__c: 'Succeeded', ...fieldsOf(counts) });
    return { ...counts, run: run.key, api: apiOf(context) };
  } catch (error) {
    // What ended the run matters more than what goes wrong while saying so; the lease frees the lock all the same.
    await endRun(context, run, {
      Status__c: error instanceof Stopped ? 'Stopped' : 'Failed',
      Message__c: toFailure(error).message.slice(0, 255)
    }).catch((second: Error) => context.log.line(`The run's record could not be ended: ${second.message}`));
    throw error;
  }
}

/** What a run would do. Takes no lock and writes nothing. */
export async function dryRunUsage(context: SyncContext, options: UsageOptions): Promise<UsageResult> {
  const counts = await computeUsage(context, options);
  return { ...counts, run: null, api: apiOf(context) };
}

async function endRun(context: SyncContext, run: RunRecord, values: FieldValues): Promise<void> {
  const { budget } = context.client;
  budget.openReserve();
  const { calls, left } = apiOf(context);
  // The request that says so is one more.
  await run.end({ ...values, Api_Call_Count__c: calls + 1, Api_Left__c: left });
}

function apiOf({ client }: SyncContext): { calls: number; left: number | null } {
  return { calls: client.budget.calls(), left: client.budget.left() };
}

function fieldsOf(counts: UsageCounts): FieldValues {
  const { equation, days, weeks } = counts;
  return {
    Equation__c: equation.text,
    Equation_Holds__c: equation.holds,
    Batch_Count__c: counts.batches,
    Processed_Count__c: counts.processed,
    Quarantined_Count__c: counts.quarantined,
    Purged_Count__c: counts.purged,
    Line_Count__c: equation.lines,
    Counted_Count__c: equation.counted,
    Duplicate_Count__c: equation.duplicates,
    Invalid_Count__c: equation.invalid,
    Late_Count__c: equation.late,
    Other_Day_Count__c: equation.otherDays,
    Dropped_Count__c: counts.dropped,
    Day_Count__c: days.computed,
    Saved_Day_Count__c: days.saved,
    Refused_Day_Count__c: days.refused,
    Week_Count__c: weeks.computed,
    Saved_Week_Count__c: weeks.saved
  };
}
