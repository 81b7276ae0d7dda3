import type { RefusedRow } from '../../bulk/load-rows.ts';
import type { SyncContext } from '../../run/context.ts';
import { loadTable } from './load-table.ts';

/** The counts of a day or a week: field of the org → column. */
export const COUNT_FIELDS = {
  Event_Count__c: 'events',
  Shown_Count__c: 'shown',
  Opened_Count__c: 'opened',
  Completed_Count__c: 'completed',
  Dismissed_Count__c: 'dismissed',
  Snoozed_Count__c: 'snoozed',
  Helpful_Count__c: 'helpful',
  Unhelpful_Count__c: 'unhelpful',
  Did_Differently_Count__c: 'did_differently',
  Copied_Count__c: 'copied'
};

const DAY = {
  Day_Key__c: 'day_key',
  OwnerId: 'person_id',
  Day__c: 'day',
  Guidance_Key__c: 'guidance',
  ...COUNT_FIELDS
};

export interface LoadedDays {
  saved: number;
  refused: RefusedRow[];
}

/** Writes the days that differ, each owned by its person, and notes in the database what the org has now. */
export async function loadDays(context: SyncContext): Promise<LoadedDays> {
  const { database } = context;
  const object = 'Usage_Day__c';
  const saved = await loadTable(context, {
    table: 'save_day',
    fields: DAY,
    object,
    operation: 'upsert',
    externalIdFieldName: 'Day_Key__c'
  });
  const deleted = await loadTable(context, {
    table: 'delete_day',
    fields: { Id: 'id' },
    object,
    operation: 'delete',
    mayBeGone: true
  });
  const refused = [...saved.refused, ...deleted.refused];
  await database.execute('CREATE OR REPLACE TABLE refused (key VARCHAR, error VARCHAR)');
  for (const { key, error } of saved.refused) {
    await database.execute('INSERT INTO refused VALUES ($1, $2)', [key, error]);
  }
  await database.run('settle-days');
  return { saved: saved.done + deleted.done, refused };
}
