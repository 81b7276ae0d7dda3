import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { OrgSnapshot, Store } from '../contract.ts';

type Param = string | number | null;
type Row = Record<string, string | number | null>;

export interface OpenStore extends Store {
  /** Called after every roll-back, so that nothing remembers what never was. */
  onRollback(listener: () => void): void;
  snapshot(): OrgSnapshot;
  /** Gives SQL a function of this name. */
  define(name: string, work: (...args: Param[]) => Param): void;
  close(): void;
}

/** Somebody else has the folder's database open. */
export class StoreInUse extends Error {
  readonly errorCode = 'ORG_IN_USE';

  constructor(dataDir: string) {
    super(`The org in ${dataDir} is running: a folder serves one org at a time`);
    this.name = 'StoreInUse';
  }
}

const STATEMENTS_KEPT = 500;
/** SQLITE_BUSY: https://sqlite.org/rescode.html#busy */
const BUSY = 5;

/** The file that holds everything of the org in a folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'org.sqlite');
}

/**
 * The file's lock is taken at once and kept, since ids and caches live in this process; it goes with the process
 * however that ends. A commit in WAL mode survives the process, and with `synchronous = NORMAL` waits for no disk.
 */
const OWN_THE_FILE =
  'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT';

function openFile(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(databaseFile(dataDir));
  try {
    database.exec(OWN_THE_FILE);
    return database;
  } catch (error) {
    database.close();
    throw (error as { errcode?: number }).errcode === BUSY ? new StoreInUse(dataDir) : error;
  }
}

function openMemory(from: OrgSnapshot | undefined): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  if (from) database.deserialize(from);
  return database;
}

/**
 * Opens `org.sqlite` in a folder (created when missing), or a store in memory without one, which may begin as a
 * snapshot. Throws `StoreInUse`.
 */
export function openStore(dataDir?: string, from?: OrgSnapshot): OpenStore {
  const database = dataDir ? openFile(dataDir) : openMemory(from);
  const statements = new Map<string, StatementSync>();
  const rollbackListeners: (() => void)[] = [];
  let depth = 0;

  let latest: { sql: string; statement: StatementSync } | undefined;

  /** Kept by text, the least recently used leaves first. */
  function prepared(sql: string): StatementSync {
    // Many saves in a row are the same statement over and over.
    if (latest?.sql === sql) return latest.statement;
    const known = statements.get(sql);
    const statement = known ?? database.prepare(sql);
    if (known) statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? '');
    latest = { sql, statement };
    return statement;
  }

  return {
    all(sql, params: readonly Param[] = []) {
      return prepared(sql).all(...params) as Row[];
    },
    run(sql, params: readonly Param[] = []) {
      prepared(sql).run(...params);
    },
    transaction<T>(work: () => T): T {
      const outermost = depth === 0;
      const savepoint = `"level${depth}"`;
      database.exec(outermost ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
      depth += 1;
      try {
        const result = work();
        database.exec(outermost ? 'COMMIT' : `RELEASE ${savepoint}`);
        return result;
      } catch (error) {
        database.exec(outermost ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
        for (const listener of rollbackListeners) listener();
        throw error;
      } finally {
        depth -= 1;
      }
    },
    onRollback(listener) {
      rollbackListeners.push(listener);
    },
    define(name, work) {
      database.function(name, { varargs: true }, (...args) => work(...(args as Param[])));
    },
    snapshot() {
      const image = database.serialize();
      // Bytes 18 and 19 would say that there is a write-ahead log beside it: https://sqlite.org/fileformat.html
      image.fill(1, 18, 20);
      return image;
    },
    close() {
      statements.clear();
      database.close();
    }
  };
}
