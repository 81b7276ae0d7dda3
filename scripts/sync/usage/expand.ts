import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { quotedLine } from '../../lib/csv/writer.ts';
import type { Database } from './database.ts';
import type { RawBatch } from './raw-batch.ts';
import { readBatch } from './read-events.ts';

/**
 * Puts batches and their events into the tables `batch` and `event`. Any source of batches will do: the org's own, or
 * those made of another tool's log. Goes over files, so that memory stays small however many there are.
 */
export async function expand(
  database: Database,
  source: AsyncIterable<RawBatch>,
  folder: string
): Promise<{ batches: number; events: number }> {
  const first = Number(await database.value('SELECT coalesce(max(batch), 0) FROM batch'));
  const batchFile = join(folder, `batches-${first}.csv`);
  const eventFile = join(folder, `events-${first}.csv`);
  const batchStream = createWriteStream(batchFile);
  const eventStream = createWriteStream(eventFile);
  let batches = 0;
  let events = 0;
  for await (const raw of source) {
    batches += 1;
    const number = String(first + batches);
    const read = readBatch(raw);
    events += read.events.length;
    await write(batchStream, batchLine(number, raw, read));
    const lines = read.events.map(({ line, event }) =>
      quotedLine([number, String(line), event.id, event.at, event.type, event.guidance], ',')
    );
    if (lines.length > 0) await write(eventStream, lines.join('\n'));
  }
  await Promise.all([end(batchStream), end(eventStream)]);
  if (batches > 0) await append(database, 'batch', batchFile);
  if (events > 0) await append(database, 'event', eventFile);
  return { batches, events };
}

function batchLine(number: string, raw: RawBatch, read: ReturnType<typeof readBatch>): string {
  const cells = [
    number,
    raw.id,
    raw.ownerId,
    raw.createdDate,
    raw.sentAt || raw.createdDate,
    raw.timeZone,
    String(raw.isPending),
    String(read.lines),
    String(read.invalid),
    String(raw.droppedCount),
    read.problem ?? ''
  ];
  return quotedLine(cells, ',');
}

async function append(database: Database, table: 'batch' | 'event', file: string): Promise<void> {
  await database.execute(
    `INSERT INTO ${table} SELECT * FROM read_csv($1, header = false, all_varchar = true, delim = ',', quote = '"',
      escape = '"', nullstr = '', auto_detect = false, columns = ${COLUMNS[table]}, max_line_size = 100000,
      buffer_size = 4000000)`,
    [file]
  );
}

/** As the tables have them; DuckDB converts while it inserts. */
const COLUMNS = {
  batch: textColumns(11),
  event: textColumns(6)
};

function textColumns(count: number): string {
  return `{${Array.from({ length: count }, (_none, index) => `'c${index}': 'VARCHAR'`).join(', ')}}`;
}

async function write(stream: WriteStream, line: string): Promise<void> {
  if (!stream.write(`${line}\n`)) await once(stream, 'drain');
}

async function end(stream: WriteStream): Promise<void> {
  stream.end();
  await finished(stream);
}
