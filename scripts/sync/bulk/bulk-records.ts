import type { SyncContext } from '../run/context.ts';
import { csvRecords } from './csv-records.ts';
import { queryFiles } from './query-files.ts';

/** A row by its columns, as Bulk API 2.0 names them (`Account.Industry`); what is blank in the org is an empty text. */
export type BulkRecord = Readonly<Record<string, string>>;

/** The rows of a query one by one, over files on disk: however many there are, few are in memory. */
export async function* bulkRecords(
  { client, folder }: SyncContext,
  { name, soql }: { name: string; soql: string }
): AsyncGenerator<BulkRecord> {
  const { files } = await queryFiles(client, { soql, folder, name });
  for (const file of files) {
    let header: string[] | undefined;
    for await (const cells of csvRecords(file)) {
      if (header === undefined) header = cells;
      else yield Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']));
    }
  }
}
