import { randomUUID } from 'node:crypto';
import { toFailure } from '../../lib/failure.ts';
import type { FieldValues } from '../org/rest.ts';
import { Stopped } from '../org/stopped.ts';
import type { SyncContext } from './context.ts';
import { takeLock } from './lock.ts';
import type { RunRecord, SyncCommand } from './lock.ts';

/** The API requests of a run, and how many the org has left for the day; null before it has said so. */
export interface ApiUse {
  calls: number;
  left: number | null;
}

export interface LockedRun<Result> {
  result: Result;
  /** `Run_Key__c` of the run's record. */
  run: string;
  api: ApiUse;
}

/**
 * Work under the lock of its command, from the run's record to its end. Whatever happens, the record says how it went;
 * `fields` are what it says of work that succeeded.
 */
export async function runUnderLock<Result>(
  context: SyncContext,
  command: SyncCommand,
  work: (run: RunRecord) => Promise<{ result: Result; fields: FieldValues }>
): Promise<LockedRun<Result>> {
  const run = await takeLock(context.client, command, randomUUID());
  try {
    const { result, fields } = await work(run);
    await endRun(context, run, { Status__c: 'Succeeded', ...fields });
    return { result, run: run.key, api: apiUseOf(context) };
  } catch (error) {
    // What ended the run matters more than what goes wrong while saying so; the lease frees the lock all the same.
    await endRun(context, run, {
      Status__c: error instanceof Stopped ? 'Stopped' : 'Failed',
      Message__c: toFailure(error).message.slice(0, 255)
    }).catch((second: Error) => context.log.line(`The run's record could not be ended: ${second.message}`));
    throw error;
  }
}

export function apiUseOf({ client }: SyncContext): ApiUse {
  return { calls: client.budget.calls(), left: client.budget.left() };
}

async function endRun(context: SyncContext, run: RunRecord, values: FieldValues): Promise<void> {
  context.client.budget.openReserve();
  const { calls, left } = apiUseOf(context);
  // The request that says so is one more.
  await run.end({ ...values, Api_Call_Count__c: calls + 1, Api_Left__c: left });
}
