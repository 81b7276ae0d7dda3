import { addDays } from '../../../lib/days.ts';
import { queryRows, soqlText } from '../../org/rest.ts';
import type { SyncContext } from '../../run/context.ts';
import { touchDays } from '../roll-up.ts';

export interface DaysAsked {
  /** Compute this day again for everybody. */
  day?: string | undefined;
  /** Compute every day from this one on again for everybody. */
  since?: string | undefined;
}

/** Finds the days to compute into `touched`. Answers how many days of people these are. */
export async function touch(context: SyncContext, { day, since }: DaysAsked): Promise<number> {
  const { client, database } = context;
  await touchDays(database, { closedBefore: await closedBefore(context) });
  // Where the day begins first it may be tomorrow already.
  const tomorrow = addDays(client.clock.now().toISOString().slice(0, 10), 1);
  for (const [first, last] of [
    [day, day],
    [since, tomorrow]
  ]) {
    if (first === undefined || last === undefined) continue;
    await database.set('first_day', first);
    await database.set('last_day', last);
    await database.run('touch-asked');
  }
  return Number(await database.value('SELECT count(*) FROM touched'));
}

/** Before this time batches may have been deleted, whichever run did it. */
async function closedBefore({ client }: SyncContext): Promise<string> {
  const [run] = await queryRows<{ Purged_Before__c: string }>(
    client,
    'SELECT Purged_Before__c FROM Sync_Run__c WHERE Purged_Before__c != null ORDER BY Purged_Before__c DESC LIMIT 1'
  );
  return new Date(run?.Purged_Before__c ?? 0).toISOString();
}

/** Touches every day that the org has of a person, closed or not: their batches are gone, so the days go too. */
export async function touchEverything({ client, database }: SyncContext, userId: string): Promise<void> {
  const days = await queryRows<{ Day__c: string }>(
    client,
    `SELECT Day__c FROM Usage_Day__c WHERE OwnerId = ${soqlText(userId)}`
  );
  for (const day of new Set(days.map(({ Day__c }) => Day__c))) {
    await database.execute('INSERT OR IGNORE INTO touched VALUES ($1, $2)', [userId, day]);
  }
}
