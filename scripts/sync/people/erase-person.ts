import { writeFile } from 'node:fs/promises';
import type { SyncContext } from '../run/context.ts';
import { runUsage } from '../run/run-usage.ts';
import type { FoundUser } from './find-user.ts';

/** What was erased, by which run, for the files of whoever has to prove it. */
export interface ErasureReceipt {
  user: { id: string; username: string };
  erasedAt: string;
  batches: number;
  days: number;
  /** `Run_Key__c` of the run that did it. */
  run: string | null;
  /** What the org may still keep for a while, and what is not touched. */
  notes: string[];
}

const KEPT_BEFORE_PURGE_DAYS = 35;

/**
 * Erases a person's batches and days as part of a usual run, so that groups are counted again without them and under
 * the same lock. Writes the receipt once all of it is gone.
 */
export async function erasePerson(
  context: SyncContext,
  user: FoundUser,
  file: string
): Promise<ErasureReceipt> {
  const { run, erased } = await runUsage(context, {
    erase: [user.Id],
    retentionDays: KEPT_BEFORE_PURGE_DAYS
  });
  const own = erased.find(({ userId }) => userId === user.Id);
  const receipt: ErasureReceipt = {
    user: { id: user.Id, username: user.Username },
    erasedAt: context.client.clock.now().toISOString(),
    batches: own?.batches ?? 0,
    days: own?.days ?? 0,
    run,
    notes: [
      'Deleted records stay in the recycle bin of the org for 15 days, where administrators can see them.',
      'Reviews of guidance and preferences are records of their own and were not touched.'
    ]
  };
  await writeFile(file, `${JSON.stringify(receipt, null, 2)}\n`);
  return receipt;
}
