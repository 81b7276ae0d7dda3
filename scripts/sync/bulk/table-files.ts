import { join } from 'node:path';
import { MEMORY } from '../usage/database.ts';
import type { Database } from '../usage/database.ts';

export interface TableOptions {
  database: Database;
  /** A table with a column `n` that counts its rows from 1. */
  table: string;
  /** Field of the org → expression over the table. */
  fields: Readonly<Record<string, string>>;
  /** How many rows the table has. */
  rows: number;
  folder: string;
  /** Rows a file; the last one may have fewer. */
  size: number;
}

/** A CSV file of some rows of a table. */
export interface TableFile {
  name: string;
  file: string;
  rows: number;
  /** Rows in the files before it. */
  before: number;
}

/** For writing files, besides what cannot go to disk. */
const MEGABYTES = 128;
/** The indexes of a database in memory stay there, whatever the limit. */
const UNMOVABLE = "SELECT coalesce(sum(memory_usage_bytes), 0) FROM duckdb_memory() WHERE tag = 'ART_INDEX'";

/**
 * While files are sent the database only writes the next one. One thread does that with less work and less memory than
 * many, and tables that nobody is counting with go to disk.
 */
async function holdSmall(database: Database): Promise<void> {
  const megabytes = MEGABYTES + Math.ceil(Number(await database.value(UNMOVABLE)) / 1e6);
  await database.execute('SET threads = 1');
  await database.execute(`SET memory_limit = '${megabytes}MB'`);
}

async function letGrow(database: Database): Promise<void> {
  await database.execute('RESET threads');
  await database.execute(`SET memory_limit = '${MEMORY}'`);
}

/** A table as files in the order of `n`. The next one is written while the caller works on this one, never more. */
export async function* tableFiles(options: TableOptions): AsyncGenerator<TableFile> {
  const { database, rows, size } = options;
  if (rows === 0) return;
  await holdSmall(database);
  let next = writeFile(options, 0);
  try {
    for (let start = 0; start < rows; start += size) {
      const written = await next;
      if (start + size < rows) {
        next = writeFile(options, start + size);
        // It is told when the file is asked for, which may be after it failed.
        next.catch(() => undefined);
      }
      yield written;
    }
  } finally {
    // Whoever gives up in between may close the database next.
    await next.catch(() => undefined);
    await letGrow(database);
  }
}

async function writeFile(
  { database, table, fields, rows, folder, size }: TableOptions,
  before: number
): Promise<TableFile> {
  const name = `${table}-${before / size}`;
  const file = join(folder, `${name}.csv`);
  const columns = Object.entries(fields).map(([field, expression]) => `${expression} AS "${field}"`);
  await database.execute(
    `COPY (SELECT ${columns.join(', ')} FROM ${table} WHERE n > ${before} AND n <= ${before + size} ORDER BY n)
     TO '${file.replaceAll("'", "''")}' (HEADER, DELIMITER ',', QUOTE '"', ESCAPE '"', NULL '#N/A')`
  );
  return { name, file, before, rows: Math.min(size, rows - before) };
}
