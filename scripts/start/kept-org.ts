import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore, StoreInUse } from '../local-org/store/store.ts';

/** Written once everything of a first start is in the org; without it the next start begins anew. */
const COMPLETE = 'complete';
/** The local org's database and what SQLite keeps beside it. */
const DATABASE = ['org.sqlite', 'org.sqlite-wal', 'org.sqlite-shm'];

/**
 * Makes the folder ready and answers whether an org that was filled completely is kept there. One that is not wanted
 * any more (`reset`) or was broken off is removed; nothing else in the folder is touched. Throws `StoreInUse`.
 */
export async function openKeptOrg(folder: string, reset: boolean): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  if (!reset && [COMPLETE, DATABASE[0]!].every((file) => existsSync(join(folder, file)))) {
    return true;
  }
  requireStopped(folder);
  await Promise.all([COMPLETE, ...DATABASE].map((file) => rm(join(folder, file), { force: true })));
  return false;
}

/** A database that cannot even be opened belongs to nobody and may go. */
function requireStopped(folder: string): void {
  try {
    openStore(folder).close();
  } catch (error) {
    if (error instanceof StoreInUse) {
      throw error;
    }
  }
}

/** Remembers that the org is filled completely. */
export async function keepOrg(folder: string): Promise<void> {
  await writeFile(join(folder, COMPLETE), '');
}
