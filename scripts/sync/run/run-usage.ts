import type { FieldValues } from '../org/rest.ts';
import { computeUsage, syncUsage } from '../usage/sync-usage.ts';
import type { UsageCounts, UsageOptions } from '../usage/sync-usage.ts';
import type { SyncContext } from './context.ts';
import { apiUseOf, runUnderLock } from './locked-run.ts';
import type { ApiUse } from './locked-run.ts';

export interface UsageResult extends UsageCounts {
  /** `Run_Key__c` of the run's record; null for a dry run, which has none. */
  run: string | null;
  api: ApiUse;
}

/** A run under the lock, from its record to its end. */
export async function runUsage(context: SyncContext, options: UsageOptions): Promise<UsageResult> {
  const { result, run, api } = await runUnderLock(context, 'usage', async (lock) => {
    const counts = await syncUsage(context, lock, options);
    return { result: counts, fields: fieldsOf(counts) };
  });
  return { ...result, run, api };
}

/** What a run would do. Takes no lock and writes nothing. */
export async function dryRunUsage(context: SyncContext, options: UsageOptions): Promise<UsageResult> {
  const counts = await computeUsage(context, options);
  return { ...counts, run: null, api: apiUseOf(context) };
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
