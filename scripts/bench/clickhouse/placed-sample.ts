import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../sync/usage/database.ts';
import type { Database } from '../../sync/usage/database.ts';
import { expand } from '../../sync/usage/expand.ts';
import { equationOf, rollUpDays, touchDays } from '../../sync/usage/roll-up.ts';
import { writeBatches } from '../../sync/usage/testing/batch-file.ts';
import { DAYS_QUERY } from './days.ts';
import { CLOSED_BEFORE, makeSample, PEOPLE } from './sample.ts';

/** What `roll-up.sql` reads, each row with the person whom it belongs to. */
const TABLES = {
  batch: 'SELECT batch, batch_id, owner_id, created_at, is_pending FROM batch',
  placed: 'SELECT owner_id, placed.* FROM placed JOIN batch USING (batch)',
  touched: 'SELECT person_id AS owner_id, touched.* FROM touched'
};

export interface PlacedSample {
  /** A day of a person and a piece each, as the sync counts it. */
  days: unknown[][];
  /** What became of every line, in words. */
  equation: string;
  /** Writes what the roll-up reads into `part-0`, `part-1` … of the folder, people split over them. Answers the folders. */
  writeParts(folder: string, parts: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Makes a sample and counts it as the sync does. */
export async function placeSample(events: number, seed: number, folder: string): Promise<PlacedSample> {
  const database = await openDatabase(folder);
  await database.run('tables');
  for (const [id, zone] of PEOPLE) {
    await database.execute('INSERT INTO person VALUES ($1, $2, $3)', [id, zone, 'none']);
  }
  const file = join(folder, 'batches.csv');
  await writeBatches(file, [...makeSample(events, seed)]);
  await expand(database, [file], folder);
  await touchDays(database, { closedBefore: CLOSED_BEFORE });
  await rollUpDays(database);
  const { text: equation } = await equationOf(database);
  return {
    days: (await database.rows(DAYS_QUERY)).map((row) => Object.values(row)),
    equation,
    async writeParts(into, parts) {
      const folders = Array.from({ length: parts }, (_none, part) => join(into, `part-${part}`));
      for (const [part, place] of folders.entries()) await writePart(database, place, part, parts);
      return folders;
    },
    async close() {
      await database.close();
    }
  };
}

async function writePart(database: Database, folder: string, part: number, parts: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, query] of Object.entries(TABLES)) {
    await database.execute(
      `COPY (SELECT * FROM (${query}) WHERE hash(owner_id) % ${parts} = ${part}) TO $1 (FORMAT parquet)`,
      [join(folder, `${name}.parquet`)]
    );
  }
}
