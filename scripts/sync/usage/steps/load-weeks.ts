import { Failure } from '../../../lib/failure.ts';
import type { SyncContext } from '../../run/context.ts';
import { COUNT_FIELDS } from './load-days.ts';
import { loadTable } from './load-table.ts';

const WEEK = {
  Week_Key__c: 'week_key',
  Week__c: 'week',
  Cohort_Key__c: 'cohort_key',
  Cohort__c: 'cohort',
  Includes_Smaller__c: 'includes_smaller',
  Guidance_Key__c: 'guidance',
  People_Count__c: 'people',
  ...COUNT_FIELDS
};

/**
 * Writes the weeks of groups that differ. Groups that fell below five people go first, so that at no moment more is
 * told than should be. Answers how many were written. Throws `WEEKS_REFUSED`.
 */
export async function loadWeeks(context: SyncContext): Promise<number> {
  const object = 'Adoption_Week__c';
  const deleted = await loadTable(context, {
    table: 'delete_week',
    fields: { Id: 'id' },
    object,
    operation: 'delete',
    mayBeGone: true
  });
  const saved = await loadTable(context, {
    table: 'save_week',
    fields: WEEK,
    object,
    operation: 'upsert',
    externalIdFieldName: 'Week_Key__c'
  });
  const [first] = [...deleted.refused, ...saved.refused];
  if (first) {
    throw new Failure('WEEKS_REFUSED', `The org refused the week ${first.key}: ${first.error}`, [
      'Days are stored and nothing is lost. Remove the cause and run the same command again.'
    ]);
  }
  return deleted.done + saved.done;
}
