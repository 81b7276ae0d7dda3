import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../database.ts';
import type { Database } from '../database.ts';

/** Runs a test with an empty database, and leaves nothing behind. */
export async function withDatabase(
  work: (database: Database, folder: string) => Promise<void>
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-rollup-'));
  const database = await openDatabase(folder);
  try {
    await database.run('tables');
    await work(database, folder);
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
}
