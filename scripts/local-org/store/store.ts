import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Store } from '../contract.ts';

type Param = string | number | null;
type Row = Record<string, string | number | null>;

export interface OpenStore extends Store {
  /** Called after every roll-back, so that nothing remembers what never was. */
  onRollback(listener: () => void): void;
  close(): void;
}

const STATEMENTS_KEPT = 500;

/** Opens `org.sqlite` in a folder (created when missing), or a store in memory without one. */
export function openStore(dataDir?: string): OpenStore {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(dataDir ? join(dataDir, 'org.sqlite') : ':memory:');
  if (dataDir) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');

  const statements = new Map<string, StatementSync>();
  const rollbackListeners: (() => void)[] = [];
  let depth = 0;

  /** Kept by text, the least recently used leaves first. */
  function prepared(sql: string): StatementSync {
    const known = statements.get(sql);
    const statement = known ?? database.prepare(sql);
    if (known) statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? '');
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
    close() {
      statements.clear();
      database.close();
    }
  };
}
