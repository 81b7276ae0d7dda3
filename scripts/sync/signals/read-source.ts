import { readFile } from 'node:fs/promises';
import { Failure } from '../../lib/failure.ts';
import { checked, readRows } from '../sources/read-rows.ts';
import type { ReadRow } from '../sources/read-rows.ts';
import type { SignalMapping } from './mapping.ts';

/** The rows of a source, one at a time; one that cannot be read is told with the reason. Throws `BAD_SOURCE`. */
export async function* readSource(file: string, mapping: SignalMapping): AsyncGenerator<ReadRow> {
  const { format, delimiter, list } = mapping;
  if (format !== 'json') yield* readRows(file, { format, delimiter });
  else for (const [place, row] of (await listIn(file, list)).entries()) yield checked(place + 1, row);
}

async function listIn(file: string, path: string | undefined): Promise<unknown[]> {
  const parsed = parsedJson(await readFile(file, 'utf8'));
  const found = (path?.split('.') ?? []).reduce<unknown>(
    (inner, name) => (Object.hasOwn(Object(inner) as object, name) ? Object(inner)[name] : undefined),
    parsed
  );
  if (Array.isArray(found)) return found;
  throw new Failure('BAD_SOURCE', `The source holds no list${path === undefined ? '' : ` at ${path}`}.`, [
    'Say in the mapping where it is: list.'
  ]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    throw new Failure('BAD_SOURCE', 'The source is not JSON.', ['Check format in the mapping.']);
  }
}
