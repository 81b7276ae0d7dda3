import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, listValue } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';

/** What a roll-up may hold in memory; what is more goes to disk. */
export const MEMORY = '1GB';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** A DuckDB database in memory; what does not fit is kept in a folder meanwhile. */
export interface Database {
  /** Runs a file of `sql/`, by its name. */
  run(name: string): Promise<void>;
  /** The statement of a file of `sql/`. */
  text(name: string): Promise<string>;
  /** Runs a statement with parameters. */
  execute(sql: string, values?: readonly Value[]): Promise<void>;
  rows<T extends Row>(sql: string): Promise<T[]>;
  /** The one value of a query. */
  value(sql: string): Promise<Value>;
  /** What the files of `sql/` read with `getvariable`. */
  set(name: string, value: Value | readonly string[]): Promise<void>;
  close(): void | Promise<void>;
}

export async function openDatabase(folder: string): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY,
    temp_directory: join(folder, 'spill'),
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false'
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    text: statement,
    async run(name) {
      await connection.run(await statement(name));
    },
    async execute(sql, values = []) {
      await connection.run(sql, [...values]);
    },
    rows: async <T extends Row>(sql: string) => (await readRows(connection, sql)) as T[],
    async value(sql) {
      const [row] = await readRows(connection, sql);
      return row === undefined ? null : (Object.values(row)[0] ?? null);
    },
    async set(name, value) {
      const bound = Array.isArray(value) ? listValue([...(value as string[])]) : (value as Value);
      await connection.run(`SET VARIABLE ${name} = $1${Array.isArray(value) ? '::VARCHAR[]' : ''}`, [bound]);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

/** The same with the tables of `tables.sql`, opened by its first use: most commands have none. */
export function databaseOnDemand(folder: string): Database {
  let opening: Promise<Database> | undefined;
  const open = (): Promise<Database> => (opening ??= withTables(folder));
  return {
    text: statement,
    run: async (name) => (await open()).run(name),
    execute: async (sql, values) => (await open()).execute(sql, values),
    rows: async <T extends Row>(sql: string) => (await open()).rows<T>(sql),
    value: async (sql) => (await open()).value(sql),
    set: async (name, value) => (await open()).set(name, value),
    close: async () => (await opening)?.close()
  };
}

async function withTables(folder: string): Promise<Database> {
  const database = await openDatabase(folder);
  await database.run('tables');
  return database;
}

function statement(name: string): Promise<string> {
  return readFile(new URL(`sql/${name}.sql`, import.meta.url), 'utf8');
}

/** Whole numbers come as `bigint`; ours all fit a number. Days and times are asked for as text. */
async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          (typeof value === 'bigint' ? Number(value) : value) as Value
        ])
      )
    );
}
