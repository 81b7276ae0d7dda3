import type { SyncContext } from '../../run/context.ts';
import { loadTable } from './load-table.ts';

export interface Acknowledged {
  processed: number;
  quarantined: number;
}

/** Marks the waiting batches as counted or quarantined: the last thing that is written about them. */
export async function acknowledge(context: SyncContext): Promise<Acknowledged> {
  const { database, log } = context;
  await database.run('acknowledge');
  const { refused } = await loadTable(context, {
    table: 'acknowledge',
    fields: {
      Id: 'batch_id',
      Status__c: 'status',
      Quarantine_Reason__c: 'reason',
      Time_Zone__c: 'time_zone'
    },
    object: 'Usage_Batch__c',
    operation: 'update',
    mayBeGone: true
  });
  // They stay Pending, so the next run counts their days again and comes to the same numbers.
  for (const { key, error } of refused) log.line(`batch ${key} could not be marked: ${error}`);
  const left = new Set(refused.map(({ key }) => key));
  const marked = (
    await database.rows<{ batch_id: string; status: string }>('SELECT batch_id, status FROM acknowledge')
  ).filter(({ batch_id }) => !left.has(batch_id));
  const quarantined = marked.filter(({ status }) => status === 'Quarantined').length;
  return { processed: marked.length - quarantined, quarantined };
}
