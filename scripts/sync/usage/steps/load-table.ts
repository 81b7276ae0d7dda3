import type { IngestOperation } from '../../bulk/ingest-job.ts';
import { loadRows } from '../../bulk/load-rows.ts';
import type { RefusedRow } from '../../bulk/load-rows.ts';
import { tableFiles } from '../../bulk/table-files.ts';
import type { SyncContext } from '../../run/context.ts';
import { rateText } from '../../run/rate.ts';

export interface TableLoad {
  /** A table with a column `n` that counts its rows from 1. */
  table: string;
  /** Field of the org → expression over the table; the first is the key that refusals are told by. */
  fields: Readonly<Record<string, string>>;
  object: string;
  operation: IngestOperation;
  externalIdFieldName?: string;
  mayBeGone?: boolean;
}

/** Keeps a file below the 100 MB that a job takes: no row of ours has more than 800 bytes. */
const ROWS_A_FILE = 100_000;

/** Loads a table into the org, file by file. Answers how many rows are done, and those that the org refused. */
export async function loadTable(
  { client, database, folder, state, log, progress }: SyncContext,
  { table, fields, ...job }: TableLoad
): Promise<{ done: number; refused: RefusedRow[] }> {
  const rows = Number(await database.value(`SELECT count(*) FROM ${table}`));
  const began = client.clock.now().getTime();
  const result = { done: 0, refused: [] as RefusedRow[] };
  for await (const file of tableFiles({ database, table, fields, rows, folder, size: ROWS_A_FILE })) {
    const loaded = await loadRows({
      ...job,
      ...file,
      client,
      state,
      folder,
      onProcessed: (processed) =>
        progress.update(rateText(file.before + processed, rows, client.clock.now().getTime() - began))
    });
    result.done += loaded.done;
    result.refused.push(...loaded.refused);
  }
  log.line(`${table}: ${rows} rows, ${result.done} done, ${result.refused.length} refused`);
  return result;
}
