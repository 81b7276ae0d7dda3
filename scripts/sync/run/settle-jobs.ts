import { settleJob } from '../bulk/load-file.ts';
import type { SyncContext } from './context.ts';

/** A job that still runs could write older numbers over newer ones, so nothing is read before it is over. */
export async function settleJobs({ client, state }: SyncContext): Promise<void> {
  for (const { id } of state.jobs()) await settleJob(client, state, id);
}
