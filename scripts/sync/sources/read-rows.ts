import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { Failure } from '../../lib/failure.ts';
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
  else if (format === 'xapi' && (await beginsWithArrayOrStatements(file))) yield* statements(file);
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

/** What a learning record store answers: a list of statements, bare or as `statements`. Read whole. */
async function* statements(file: string): AsyncGenerator<ReadRow> {
  const parsed: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  const list: unknown = Array.isArray(parsed) ? parsed : Object(parsed).statements;
  if (!Array.isArray(list)) throw new Failure('BAD_SOURCE', `${file} holds no list of statements.`);
  for (const [index, statement] of list.entries()) yield checked(index + 1, statement);
}

/** True for a document rather than lines of statements. */
async function beginsWithArrayOrStatements(file: string): Promise<boolean> {
  try {
    const parsed: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
    return Array.isArray(parsed) || 'statements' in Object(parsed);
  } catch {
    return false;
  }
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
