import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { quotedLine } from '../../lib/csv/writer.ts';
import { loadRows } from '../bulk/load-rows.ts';
import type { RefusedRow } from '../bulk/load-rows.ts';
import type { FieldValues } from '../org/rest.ts';
import type { Change } from './changes.ts';
import { step } from './context.ts';
import type { SyncContext } from './context.ts';
import { rateText } from './rate.ts';

export interface SavedChange {
  saved: number;
  deleted: number;
  refused: RefusedRow[];
}

/** Rows of a file: long texts such as weeks and answers stay far below the 100 MB that a job takes. */
const ROWS_A_FILE = 10_000;

/** Writes a change by Bulk API 2.0: what is no longer true goes first, then what differs is saved by its key. */
export async function saveChange(context: SyncContext, change: Change): Promise<SavedChange> {
  const { object, key, create, update, remove } = change;
  const removed = await load(
    context,
    object,
    'delete',
    'Id',
    remove.map((Id) => ({ Id }))
  );
  const created = await load(context, object, 'upsert', key, create);
  const updated = await load(context, object, 'upsert', key, update);
  return {
    saved: created.done + updated.done,
    deleted: removed.done,
    refused: [...removed.refused, ...created.refused, ...updated.refused]
  };
}

async function load(
  context: SyncContext,
  object: string,
  operation: 'upsert' | 'delete',
  key: string,
  records: readonly FieldValues[]
): Promise<{ done: number; refused: RefusedRow[] }> {
  const result = { done: 0, refused: [] as RefusedRow[] };
  if (records.length === 0) return result;
  const { client, state, folder, log, progress } = context;
  const began = client.clock.now().getTime();
  await step(context, `${operation === 'delete' ? 'Delete' : 'Save'} ${object}`, async () => {
    for (let start = 0; start < records.length; start += ROWS_A_FILE) {
      const some = records.slice(start, start + ROWS_A_FILE);
      const name = `${operation}-${object}-${start / ROWS_A_FILE}`;
      const file = join(folder, `${name}.csv`);
      await writeCsv(file, some, key);
      const loaded = await loadRows({
        client,
        state,
        folder,
        name,
        file,
        rows: some.length,
        object,
        operation,
        ...(operation === 'upsert' && { externalIdFieldName: key }),
        mayBeGone: operation === 'delete',
        onProcessed: (done) =>
          progress.update(rateText(start + done, records.length, client.clock.now().getTime() - began))
      });
      result.done += loaded.done;
      result.refused.push(...loaded.refused);
    }
  });
  log.line(
    `${object}: ${records.length} to ${operation}, ${result.done} done, ${result.refused.length} refused`
  );
  for (const { key: refused, error } of result.refused) log.line(`${object} ${refused}: ${error}`);
  return result;
}

/**
 * The key comes first, since refusals are told by the first column. `#N/A` empties a field; an empty cell, for a field
 * that this record does not name, leaves it as it is.
 */
async function writeCsv(file: string, records: readonly FieldValues[], key: string): Promise<void> {
  const fields = [key, ...new Set(records.flatMap(Object.keys))].filter(
    (field, index, all) => all.indexOf(field) === index
  );
  function* lines(): Generator<string> {
    yield `${quotedLine(fields, ',')}\n`;
    for (const record of records) {
      yield `${quotedLine(
        fields.map((field) => cell(record[field])),
        ','
      )}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

function cell(value: FieldValues[string] | undefined): string {
  if (value === undefined) return '';
  return value === null || value === '' ? '#N/A' : String(value);
}
