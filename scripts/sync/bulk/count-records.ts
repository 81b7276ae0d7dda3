import { open } from 'node:fs/promises';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTES_AT_ONCE = 1 << 18;

/**
 * The records of a CSV file without its header. Looks at bytes and makes no texts of them: a line feed between quotes
 * belongs to a cell, and a doubled quote leaves and enters again. Empty lines are no records, and neither is one that
 * breaks off between quotes.
 */
export async function countRecords(file: string): Promise<number> {
  let records = 0;
  let isQuoted = false;
  let hasCells = false;
  // One piece of memory for the whole file: a stream's pieces pile up until somebody collects them.
  const bytes = Buffer.allocUnsafe(BYTES_AT_ONCE);
  await using handle = await open(file);
  for (let read = await handle.read(bytes); read.bytesRead > 0; read = await handle.read(bytes)) {
    // By index: an iterator over bytes is several times slower.
    for (let at = 0; at < read.bytesRead; at += 1) {
      const byte = bytes[at];
      if (byte === LINE_FEED && !isQuoted) {
        if (hasCells) records += 1;
        hasCells = false;
      } else if (byte === QUOTE) {
        isQuoted = !isQuoted;
        hasCells = true;
      } else if (byte !== CARRIAGE_RETURN) hasCells = true;
    }
  }
  if (hasCells && !isQuoted) records += 1;
  return Math.max(0, records - 1);
}
