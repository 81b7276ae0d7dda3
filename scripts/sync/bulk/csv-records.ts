import { createReadStream } from 'node:fs';
import { createCsvReader } from '../../lib/csv/reader.ts';

const DIALECT = { columnDelimiter: 'COMMA', lineEnding: 'LF' } as const;

/** The records of a CSV file as the Bulk API writes it, the header first, with little of it in memory. */
export async function* csvRecords(file: string): AsyncGenerator<string[]> {
  const reader = createCsvReader(DIALECT);
  for await (const text of createReadStream(file, { encoding: 'utf8' })) {
    reader.push(text as string);
    yield* ready(reader);
  }
  reader.end();
  yield* ready(reader);
}

function* ready(reader: ReturnType<typeof createCsvReader>): Generator<string[]> {
  for (let record = reader.next(); record !== null; record = reader.next()) yield record;
}

/** The names of the columns. */
export async function headerOf(file: string): Promise<string[]> {
  for await (const header of csvRecords(file)) return header;
  return [];
}

/** The place of each named column. Throws when one is missing. */
export function columnsOf<Name extends string>(
  header: readonly string[],
  names: readonly Name[]
): Record<Name, number> {
  const places = names.map((name) => [name, header.indexOf(name)] as const);
  const missing = places.find(([, place]) => place === -1);
  if (missing) throw new Error(`The results have no column ${missing[0]}; they have ${header.join(', ')}`);
  return Object.fromEntries(places) as Record<Name, number>;
}
