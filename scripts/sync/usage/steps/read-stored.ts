import { queryFiles } from '../../bulk/query-files.ts';
import type { SyncContext } from '../../run/context.ts';

const COUNTS = [
  'Event_Count__c',
  'Shown_Count__c',
  'Opened_Count__c',
  'Completed_Count__c',
  'Dismissed_Count__c',
  'Snoozed_Count__c',
  'Helpful_Count__c',
  'Unhelpful_Count__c',
  'Did_Differently_Count__c',
  'Copied_Count__c'
];

/** Fields of `Usage_Day__c` in the order of the table `stored_day`, behind its Id. */
export const DAY_FIELDS = ['OwnerId', 'Day_Key__c', 'Day__c', 'Guidance_Key__c', ...COUNTS];
/** Fields of `Adoption_Week__c` in the order of the table `stored_week`, behind its Id. */
export const WEEK_FIELDS = [
  'Week_Key__c',
  'Week__c',
  'Cohort_Key__c',
  'Cohort__c',
  'Includes_Smaller__c',
  'Guidance_Key__c',
  'People_Count__c',
  ...COUNTS
];

/** Reads the days that the org has of the touched weeks: to find what differs, and to count the weeks from. */
export async function readStoredDays(context: SyncContext): Promise<void> {
  const weeks = await touchedWeeks(context);
  const of = weeks.map(({ monday, sunday }) => `(Day__c >= ${monday} AND Day__c <= ${sunday})`);
  await readTable(context, 'stored_day', 'Usage_Day__c', DAY_FIELDS, of.join(' OR '));
}

/** Reads the weeks of groups that may have to change. */
export async function readStoredWeeks(context: SyncContext): Promise<void> {
  const weeks = await touchedWeeks(context);
  const mondays = weeks.map(({ monday }) => monday).join(', ');
  await readTable(context, 'stored_week', 'Adoption_Week__c', WEEK_FIELDS, `Week__c IN (${mondays})`);
}

async function touchedWeeks({ database }: SyncContext): Promise<{ monday: string; sunday: string }[]> {
  return database.rows(`
    SELECT DISTINCT date_trunc('week', day)::DATE::VARCHAR AS monday,
      (date_trunc('week', day)::DATE + 6)::VARCHAR AS sunday
    FROM touched ORDER BY monday`);
}

async function readTable(
  { client, database, folder }: SyncContext,
  table: 'stored_day' | 'stored_week',
  object: string,
  fields: readonly string[],
  where: string
): Promise<void> {
  await database.execute(`DELETE FROM ${table}`);
  const names = ['Id', ...fields];
  const soql = `SELECT ${names.join(', ')} FROM ${object} WHERE ${where}`;
  const { files } = await queryFiles(client, { soql, folder, name: table });
  const columns = names.map((name) => `"${name}"`).join(', ');
  for (const file of files) {
    await database.execute(
      `INSERT INTO ${table} SELECT ${columns} FROM read_csv($1, header = true, all_varchar = true, delim = ',',
        quote = '"', escape = '"', nullstr = '')`,
      [file]
    );
  }
}
