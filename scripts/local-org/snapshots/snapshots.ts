import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Failure } from '../../lib/failure.ts';
import type { OrgSnapshot } from '../contract.ts';
import { databaseFile, openStore, StoreInUse } from '../store/store.ts';

export interface SnapshotRequest {
  /** Letters, digits, `.`, `-` and `_`. */
  name: string;
  /** The folder that an org is kept in. */
  dataDir: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const SUFFIX = '.sqlite';

/**
 * Keeps what a stopped org holds under a name, in `snapshots` in its own folder; answers the file. Throws `BAD_NAME`,
 * `NO_ORG`, `ORG_RUNNING` or, unless it may be replaced, `SNAPSHOT_EXISTS`.
 */
export async function takeSnapshot(
  request: SnapshotRequest & { replace?: boolean }
): Promise<{ file: string; bytes: number }> {
  const { dataDir, replace = false } = request;
  const file = snapshotFile(request);
  if (!existsSync(databaseFile(dataDir))) {
    throw new Failure('NO_ORG', `No org is kept in ${dataDir}.`, ['Name its folder with --data.']);
  }
  if (!replace && existsSync(file)) {
    throw new Failure('SNAPSHOT_EXISTS', `There is a snapshot ${request.name} already.`, [
      'Choose another name, or add --replace.'
    ]);
  }
  const image = readStopped(dataDir);
  await mkdir(snapshotFolder(dataDir), { recursive: true });
  await writeWhole(file, image);
  return { file, bytes: image.length };
}

/**
 * Puts a snapshot in the place of what a stopped org holds: all of it or, when broken off, none. Throws `BAD_NAME`,
 * `NO_SNAPSHOT`, `DAMAGED_SNAPSHOT` or `ORG_RUNNING`.
 */
export async function restoreSnapshot(request: SnapshotRequest): Promise<{ file: string; bytes: number }> {
  const { name, dataDir } = request;
  const file = snapshotFile(request);
  if (!existsSync(file)) {
    const names = await snapshotNames(dataDir);
    throw new Failure('NO_SNAPSHOT', `There is no snapshot ${name} in ${snapshotFolder(dataDir)}.`, [
      names.length > 0 ? `There are: ${names.join(', ')}` : 'Take one first: caddie org snapshot.'
    ]);
  }
  const image = await readFile(file);
  const source = openImage(image, file);
  try {
    requireStopped(dataDir);
    // SQLite's own way into a database: one transaction, under the same lock that a running org holds.
    await backup(source, databaseFile(dataDir));
  } finally {
    source.close();
  }
  return { file, bytes: image.length };
}

/** The snapshots of a folder, by name. */
export async function snapshotNames(dataDir: string): Promise<string[]> {
  const folder = snapshotFolder(dataDir);
  const files = existsSync(folder) ? await readdir(folder) : [];
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

function snapshotFolder(dataDir: string): string {
  return join(dataDir, 'snapshots');
}

function snapshotFile({ name, dataDir }: SnapshotRequest): string {
  if (!NAME.test(name)) {
    throw new Failure('BAD_NAME', `'${name}' cannot be the name of a snapshot.`, [
      'Use letters, digits, points, hyphens and underscores, at most 80.'
    ]);
  }
  return join(snapshotFolder(dataDir), `${name}${SUFFIX}`);
}

function readStopped(dataDir: string): OrgSnapshot {
  const store = openStopped(dataDir);
  try {
    return store.snapshot();
  } finally {
    store.close();
  }
}

function requireStopped(dataDir: string): void {
  openStopped(dataDir).close();
}

function openStopped(dataDir: string): ReturnType<typeof openStore> {
  try {
    return openStore(dataDir);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    throw new Failure('ORG_RUNNING', `The org in ${dataDir} is running.`, [
      'Stop it first, then run this again.'
    ]);
  }
}

/** A file that is broken off while it is written never stands under its name. */
async function writeWhole(file: string, image: OrgSnapshot): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w');
  try {
    await handle.writeFile(image);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function openImage(image: OrgSnapshot, file: string): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  try {
    database.deserialize(image);
    const [{ quick_check: verdict }] = database.prepare('PRAGMA quick_check').all();
    if (verdict !== 'ok') throw new Error(String(verdict));
    database.prepare('SELECT "Id" FROM "Organization"').get();
    return database;
  } catch (error) {
    database.close();
    throw new Failure('DAMAGED_SNAPSHOT', `${file} is not a whole snapshot: ${(error as Error).message}`, [
      'Nothing was changed. Restore another snapshot.'
    ]);
  }
}
