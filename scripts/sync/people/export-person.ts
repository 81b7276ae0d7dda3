import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvRecords } from '../bulk/csv-records.ts';
import { queryFiles } from '../bulk/query-files.ts';
import { soqlText } from '../org/rest.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import { BATCH_FIELDS } from '../usage/raw-batch.ts';
import { DAY_FIELDS } from '../usage/steps/read-stored.ts';
import type { FoundUser } from './find-user.ts';

export interface Exported {
  user: FoundUser;
  file: string;
  batches: number;
  days: number;
}

/** Writes everything that is recorded about a person into one JSON file: raw batches and days, as the org has them. */
export async function exportPerson(context: SyncContext, user: FoundUser, file: string): Promise<Exported> {
  const { client, folder } = context;
  const of = `WHERE OwnerId = ${soqlText(user.Id)}`;
  const query = (name: string, fields: readonly string[], object: string) =>
    step(context, `Read ${name}`, () =>
      queryFiles(client, { soql: `SELECT ${fields.join(', ')} FROM ${object} ${of}`, folder, name })
    );
  const batches = await query('batches', BATCH_FIELDS, 'Usage_Batch__c');
  const days = await query('days', ['Id', ...DAY_FIELDS], 'Usage_Day__c');
  const exportedAt = client.clock.now().toISOString();
  async function* text(): AsyncGenerator<string> {
    yield `{\n"user": ${JSON.stringify({ id: user.Id, username: user.Username, name: user.Name })},\n`;
    yield `"exportedAt": ${JSON.stringify(exportedAt)},\n"batches": [`;
    yield* records(batches.files);
    yield '],\n"days": [';
    yield* records(days.files);
    yield ']\n}\n';
  }
  await pipeline(Readable.from(text()), createWriteStream(`${file}.part`, { mode: 0o600 }));
  await rename(`${file}.part`, file);
  return { user, file, batches: batches.rows, days: days.rows };
}

/** The records of result files as JSON objects, one a line. */
async function* records(files: readonly string[]): AsyncGenerator<string> {
  let separator = '\n';
  for (const file of files) {
    let header: string[] | undefined;
    for await (const cells of csvRecords(file)) {
      if (header === undefined) header = cells;
      else {
        const named = header.map((name, index) => [name, cells[index] || null]);
        yield separator + JSON.stringify(Object.fromEntries(named));
        separator = ',\n';
      }
    }
  }
}
