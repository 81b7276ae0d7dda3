import { queryFiles } from '../../bulk/query-files.ts';
import type { SyncContext } from '../../run/context.ts';
import type { RunRecord } from '../../run/lock.ts';
import { loadTable } from './load-table.ts';

const DAY_MS = 86_400_000;

/**
 * Deletes counted batches that arrived before the retention period. Never one that waits or is quarantined. The
 * boundary is written down first: days before it are closed from then on, even if the run dies in the middle.
 */
export async function purge(context: SyncContext, run: RunRecord, retentionDays: number): Promise<number> {
  const before = new Date(context.client.clock.now().getTime() - retentionDays * DAY_MS).toISOString();
  const found = await findOld(context, before);
  if (found === 0) return 0;
  await run.write({ Purged_Before__c: before });
  return deleteFound(context, 'old_batch');
}

async function findOld(context: SyncContext, before: string): Promise<number> {
  return findBatches(
    context,
    'old_batch',
    `Status__c = 'Processed' AND CreatedDate < ${before.slice(0, 19)}Z`
  );
}

/** Puts the Ids of batches into a table that can be loaded. */
export async function findBatches(
  { client, database, folder }: SyncContext,
  table: string,
  where: string
): Promise<number> {
  const soql = `SELECT Id FROM Usage_Batch__c WHERE ${where}`;
  const { files, rows } = await queryFiles(client, { soql, folder, name: table });
  await database.execute(`CREATE OR REPLACE TABLE ${table} (n BIGINT, id VARCHAR)`);
  for (const file of files) {
    await database.execute(
      `INSERT INTO ${table} SELECT (SELECT count(*) FROM ${table}) + row_number() OVER (), "Id"
       FROM read_csv($1, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
      [file]
    );
  }
  return rows;
}

export async function deleteFound(context: SyncContext, table: string): Promise<number> {
  const { done } = await loadTable(context, {
    table,
    fields: { Id: 'id' },
    object: 'Usage_Batch__c',
    operation: 'delete',
    mayBeGone: true
  });
  return done;
}
