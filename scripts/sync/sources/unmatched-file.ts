import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A row that was left out, and why. */
export interface Unmatched {
  /** From 1, a heading not counted. */
  number: number;
  reason: string;
  row: unknown;
}

/** In the order of the file; none is left from an earlier import when all rows fit. */
export async function writeUnmatched(file: string, rows: readonly Unmatched[]): Promise<void> {
  await writeUnmatchedInOrder(
    file,
    rows.toSorted((one, other) => one.number - other.number)
  );
}

/** Rows that come in the order of the file, one at a time. Answers how many they were. */
export async function writeUnmatchedInOrder(file: string, rows: Iterable<Unmatched>): Promise<number> {
  let count = 0;
  function* lines(): Generator<string> {
    for (const row of rows) {
      count += 1;
      yield `${JSON.stringify(row)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(`${file}.part`));
  if (count > 0) await rename(`${file}.part`, file);
  else await Promise.all([rm(`${file}.part`), rm(file, { force: true })]);
  return count;
}
