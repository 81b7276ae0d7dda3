import { count } from '../../../lib/count.ts';
import { queryRows, soqlText, upsertRecord } from '../../org/rest.ts';
import type { SyncContext } from '../../run/context.ts';
import type { RunRecord } from '../../run/lock.ts';
import { deleteFound, findBatches } from './purge.ts';
import { touchEverything } from './touch.ts';

/** What was erased of one person. */
export interface Erased {
  userId: string;
  batches: number;
  days: number;
}

interface Erasure {
  people: Erased[];
  /** Writes the receipts, once all of it is gone. */
  tell(): Promise<void>;
}

/**
 * Erases the recorded use of the people given and of those who asked for it on their own record: batches at once; days,
 * and their part in the groups, because no batch stands behind them any more.
 */
export async function erasePeople(
  context: SyncContext,
  run: RunRecord,
  given: readonly string[]
): Promise<Erasure> {
  const { client } = context;
  const requests = await queryRows<{ User_Key__c: string; OwnerId: string }>(
    client,
    'SELECT User_Key__c, OwnerId FROM Guidance_Preference__c WHERE Erasure_Requested_At__c != null'
  );
  // The key is a text that whoever made the record chose; nobody may ask for the erasure of somebody else.
  const asked = requests.filter(({ User_Key__c, OwnerId }) => User_Key__c === OwnerId);
  const people: Erased[] = [];
  const ids = new Set([...given, ...asked.map(({ User_Key__c }) => User_Key__c)]);
  if (ids.size > 0) await run.requireLock();
  for (const userId of ids) {
    await touchEverything(context, userId);
    await findBatches(context, 'erased_batch', `OwnerId = ${soqlText(userId)}`);
    const days = await queryRows<{ Id: string }>(
      client,
      `SELECT Id FROM Usage_Day__c WHERE OwnerId = ${soqlText(userId)}`
    );
    people.push({ userId, batches: await deleteFound(context, 'erased_batch'), days: days.length });
  }
  const keys = new Set(asked.map(({ User_Key__c }) => User_Key__c));
  return {
    people,
    async tell() {
      for (const person of people.filter(({ userId }) => keys.has(userId)))
        await writeReceipt(context, person);
    }
  };
}

async function writeReceipt({ client }: SyncContext, { userId, batches, days }: Erased): Promise<void> {
  const now = client.clock.now().toISOString();
  await upsertRecord(client, 'Guidance_Preference__c', 'User_Key__c', userId, {
    Erasure_Requested_At__c: null,
    Erased_At__c: now,
    Erasure_Receipt__c: `${count(batches, 'batch', 'batches')} and ${count(days, 'day')} were erased on ${now.slice(0, 10)}.`
  });
}
