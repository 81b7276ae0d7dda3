import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { DAYS_QUERY } from './days.ts';

/** As much as we use of https://github.com/chdb-io/chdb-node, ClickHouse's engine within a process. */
interface Chdb {
  Session: new () => Session;
}

interface Session {
  /** Runs statements; answers the rows of the last one. Throws what ClickHouse says. */
  query(sql: string, format?: string): string;
  cleanup(): void;
}

const TABLES = readFileSync(new URL('tables.sql', import.meta.url), 'utf8');

export interface ClickHouse {
  version: string;
  /** Rolls up the tables in a folder of Parquet files, in a database that has nothing else; answers the days. */
  rollUp(sql: string, folder: string): unknown[][];
}

/** Loads the engine from a `node_modules` folder that somebody installed it into. */
export function loadClickHouse(nodeModules: string): ClickHouse {
  const { Session } = loadChdb(nodeModules);
  const inSession = <Result>(work: (session: Session) => Result): Result => {
    // Without a folder of its own it makes a temporary one, and takes it away.
    const session = new Session();
    try {
      return work(session);
    } finally {
      session.cleanup();
    }
  };
  return {
    version: inSession((session) => session.query('SELECT version()', 'TSV').trim()),
    rollUp: (sql, folder) =>
      inSession((session) => {
        session.query(`SET param_folder = ${quoted(folder)}`);
        // Otherwise a row without a partner gets empty texts and 1970 instead of nothing.
        session.query('SET join_use_nulls = 1');
        session.query(TABLES);
        session.query(sql);
        return rowsOf(session.query(DAYS_QUERY, 'JSONCompactEachRow'));
      })
  };
}

function loadChdb(nodeModules: string): Chdb {
  try {
    return createRequire(join(resolve(nodeModules), 'chdb', 'package.json'))('chdb') as Chdb;
  } catch (error) {
    throw new Error(
      `There is no chdb that loads in ${nodeModules}. Install it outside this project, npm install --prefix FOLDER chdb@3.4.0, and name FOLDER/node_modules.`,
      { cause: error }
    );
  }
}

function rowsOf(text: string): unknown[][] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as unknown[]);
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
