import { open } from 'node:fs/promises';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTES_AT_ONCE = 1 << 18;

interface Place {
  records: number;
  isQuoted: boolean;
  /** True when the line in hand is not empty. */
  hasCells: boolean;
}

/**
 * The records of a CSV file without its header. Looks at bytes and makes no texts of them: a line feed between quotes
 * belongs to a cell, and a doubled quote leaves and enters again. Empty lines are no records, and neither is one that
 * breaks off between quotes.
 */
export async function countRecords(file: string): Promise<number> {
  // One piece of memory for the whole file: a stream's pieces pile up until somebody collects them.
  const bytes = Buffer.allocUnsafe(BYTES_AT_ONCE);
  let place: Place = { records: 0, isQuoted: false, hasCells: false };
  await using handle = await open(file);
  for (let read = await handle.read(bytes); read.bytesRead > 0; read = await handle.read(bytes)) {
    place = scan(bytes.subarray(0, read.bytesRead), place);
  }
  const { records, isQuoted, hasCells } = place;
  return Math.max(0, records + (hasCells && !isQuoted ? 1 : 0) - 1);
}

/** Apart from what waits for the file, so that its few variables stay in the processor. */
function scan(bytes: Uint8Array, { records, isQuoted, hasCells }: Place): Place {
  // By index: an iterator over bytes is several times slower.
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === LINE_FEED && !isQuoted) {
      if (hasCells) records += 1;
      hasCells = false;
    } else if (byte === QUOTE) {
      isQuoted = !isQuoted;
      hasCells = true;
    } else if (byte !== CARRIAGE_RETURN) hasCells = true;
  }
  return { records, isQuoted, hasCells };
}
