import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** A row that was left out, and why. */
export interface Unmatched {
  /** From 1, a heading not counted. */
  number: number;
  reason: string;
  row: unknown;
}

/** In the order of the file; none is left from an earlier import when all rows fit. */
export async function writeUnmatched(file: string, rows: readonly Unmatched[]): Promise<void> {
  if (rows.length === 0) {
    await rm(file, { force: true });
    return;
  }
  const stream = createWriteStream(`${file}.part`);
  for (const row of rows.toSorted((one, other) => one.number - other.number)) {
    stream.write(`${JSON.stringify(row)}\n`);
  }
  stream.end();
  await finished(stream);
  await rename(`${file}.part`, file);
}
