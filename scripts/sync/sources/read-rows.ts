import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { Failure } from '../../lib/failure.ts';
import { listElements } from './json-list.ts';
import type { SourceRow } from './map-row.ts';
import type { Mapping } from './mapping.ts';

/** `number` counts rows from 1, a CSV's heading not included. */
export type ReadRow =
  { number: number; row: SourceRow; reason?: undefined } | { number: number; row: unknown; reason: string };

/** The rows of a file, one at a time. A row that cannot be read is told with the reason; the others go on. */
export async function* readRows(
  file: string,
  { format, delimiter }: Pick<Mapping, 'format' | 'delimiter'>
): AsyncGenerator<ReadRow> {
  if (format === 'csv') yield* csvRows(file, delimiter);
  else if (format === 'xapi') yield* statements(file);
  else yield* lines(file);
}

async function* csvRows(file: string, delimiter: string): AsyncGenerator<ReadRow> {
  const rows = createReadStream(file).pipe(
    parse({ bom: true, columns: true, delimiter, skip_empty_lines: true, relax_column_count: true })
  );
  let number = 0;
  try {
    for await (const row of rows) yield { number: ++number, row: row as SourceRow };
  } catch (error) {
    throw new Failure('BAD_SOURCE', `${file}, after row ${number}: ${(error as Error).message}`, [
      'Check the delimiter in the mapping and the quotes in the file.'
    ]);
  }
}

async function* lines(file: string): AsyncGenerator<ReadRow> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const text = line.replace(/^\ufeff/, '').trim();
    if (text !== '') yield rowOf(++number, text);
  }
}

/** What a learning record store answers: a list of statements, bare or as `statements`; else one a line. */
async function* statements(file: string): AsyncGenerator<ReadRow> {
  const elements = listElements(createReadStream(file, { encoding: 'utf8' }), 'statements');
  let number = 0;
  let element = await elements.next();
  for (; element.done !== true; element = await elements.next()) yield rowOf(++number, element.value);
  if (!element.value) yield* lines(file);
}

function rowOf(number: number, text: string): ReadRow {
  try {
    return checked(number, JSON.parse(text));
  } catch {
    return { number, row: text, reason: 'it is not JSON' };
  }
}

/** A row as an object, or told that it is none. */
export function checked(number: number, row: unknown): ReadRow {
  return typeof row === 'object' && row !== null && !Array.isArray(row)
    ? { number, row: row as SourceRow }
    : { number, row, reason: 'it is not an object' };
}
