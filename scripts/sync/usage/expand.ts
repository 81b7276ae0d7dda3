import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headerOf } from '../bulk/csv-records.ts';
import type { Database } from './database.ts';
import { BATCH_FIELDS } from './raw-batch.ts';
import { MOST_LINES, readBatch } from './read-events.ts';

/** Batches that are judged at a time: few enough to be held in memory, however long they are. */
const BATCHES_A_TIME = 200;

/**
 * Puts files of batches, as a bulk query of `BATCH_FIELDS` answers them, into the table `batch`, with their events. The
 * database reads them; what is not written as browsers write it goes through `readBatch`, which has the last word.
 */
export async function expand(
  database: Database,
  files: readonly string[],
  folder: string
): Promise<{ batches: number; events: number }> {
  const before = await countBatches(database);
  await database.set('most_lines', MOST_LINES);
  for (const file of files) {
    await requireHeader(file);
    await database.set('file', file);
    await database.run('read-batches');
    await judgeTheRest(database, join(folder, 'judged.ndjson'));
  }
  const now = await countBatches(database);
  return { batches: now.batches - before.batches, events: now.events - before.events };
}

async function countBatches(database: Database): Promise<{ batches: number; events: number }> {
  const [counts] = await database.rows<{ batches: number; events: number }>(
    'SELECT count(*) AS batches, coalesce(sum(len(events)), 0)::BIGINT AS events FROM batch'
  );
  return counts!;
}

/** The database goes by the order of the columns. */
async function requireHeader(file: string): Promise<void> {
  const header = (await headerOf(file)).join(', ');
  const expected = BATCH_FIELDS.join(', ');
  if (header !== expected) {
    throw new Error(`The results have the columns ${header}; they should have ${expected}`);
  }
}

interface Unread {
  [name: string]: string | number | null;
  batch: number;
  unread: string;
  format_version: number | null;
  event_count: number | null;
}

async function judgeTheRest(database: Database, file: string): Promise<void> {
  for (;;) {
    const batches = await database.rows<Unread & { unread: string }>(
      `SELECT batch, unread, format_version, event_count FROM batch WHERE unread IS NOT NULL LIMIT ${BATCHES_A_TIME}`
    );
    if (batches.length === 0) return;
    await writeFile(file, batches.map(judgedLine).join('\n'));
    await database.set('file', file);
    await database.run('read-judged');
  }
}

function judgedLine({ batch, unread, format_version, event_count }: Unread): string {
  const { events, lines, invalid, problem } = readBatch({
    events: unread,
    formatVersion: format_version,
    eventCount: event_count
  });
  return JSON.stringify({
    batch,
    lines,
    invalid,
    problem,
    events: events.map(({ id, at, type, guidance }) => ({ id, at: Date.parse(at), type, guidance }))
  });
}
