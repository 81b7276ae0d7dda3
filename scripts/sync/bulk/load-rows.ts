import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { quotedLine } from '../../lib/csv/writer.ts';
import { csvRecords } from './csv-records.ts';
import { loadFile } from './load-file.ts';
import type { LoadedFile, LoadFileOptions } from './load-file.ts';
import { classOf } from './row-error.ts';
import type { RowErrorClass } from './row-error.ts';

export interface LoadedRows {
  /** Rows that are in the org as they were sent, or are gone where they were to go. */
  done: number;
  /** Rows that the org will not take, by the first column of the file, with its reason. */
  refused: RefusedRow[];
}

export interface RefusedRow {
  key: string;
  error: string;
}

export interface LoadRowsOptions extends LoadFileOptions {
  /** Records that somebody else may have deleted meanwhile: to change or delete them is then done already. */
  mayBeGone?: boolean;
}

/** A row that still fails after so many jobs is refused. */
const JOBS = 5;
const WAIT_MS = 1000;

/**
 * Loads a file and sends what failed for a passing reason, or was not reached, again: those rows only. Sends nothing
 * when there are no rows.
 */
export async function loadRows(options: LoadRowsOptions): Promise<LoadedRows> {
  const { client, name } = options;
  const result: LoadedRows = { done: 0, refused: [] };
  let { file, rows } = options;
  for (let job = 1; rows > 0; job += 1) {
    const loaded = await loadFile({ ...options, name: job === 1 ? name : `${name}-${job}`, file, rows });
    result.done += loaded.successful.rows;
    const rest = await sortOut(options, loaded, result, job === JOBS);
    ({ file, rows } = rest);
    if (rows > 0) await client.clock.wait(Math.ceil(WAIT_MS * 2 ** job * client.clock.random()));
  }
  return result;
}

/** Writes the rows that are worth another job into a file, and notes what became of the others. */
async function sortOut(
  { folder, mayBeGone = false }: LoadRowsOptions,
  { job, failed, unprocessed }: LoadedFile,
  result: LoadedRows,
  isLast: boolean
): Promise<{ file: string; rows: number }> {
  const file = join(folder, `${job}-again.csv`);
  let rows = 0;

  /** True when the row goes into another job. */
  function isWorthAnother([key = '']: readonly string[], error: string, kind: RowErrorClass): boolean {
    if (kind === 'gone') result.done += 1;
    else if (kind === 'refused' || isLast) result.refused.push({ key, error });
    else {
      rows += 1;
      return true;
    }
    return false;
  }

  async function* again(): AsyncGenerator<string> {
    let isHeader = true;
    for await (const [, error = '', ...cells] of csvRecords(failed.file)) {
      if (isHeader || isWorthAnother(cells, error, classOf(error, mayBeGone)))
        yield `${quotedLine(cells, ',')}\n`;
      isHeader = false;
    }
    isHeader = true;
    for await (const cells of csvRecords(unprocessed.file)) {
      if (!isHeader && isWorthAnother(cells, 'The org never came to it.', 'again'))
        yield `${quotedLine(cells, ',')}\n`;
      isHeader = false;
    }
  }

  await pipeline(Readable.from(again()), createWriteStream(file));
  return { file, rows };
}
