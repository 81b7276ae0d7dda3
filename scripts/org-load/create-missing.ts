import type { Connection } from 'jsforce';
import { createAll } from '../lib/collections.ts';
import type { OnSaved, RecordFields } from '../lib/collections.ts';

/** A record that should be there, and the text by which it is known. */
export interface Wanted {
  key: string;
  fields: RecordFields;
}

export interface Tally {
  total: number;
  created: number;
}

export interface Created extends Tally {
  /** The Id of every wanted record, by its key. */
  ids: ReadonlyMap<string, string>;
}

/**
 * Creates the wanted records that the org does not have. What is there stays as it is, so that a second load changes
 * nothing and nobody's edits are lost. `present` maps keys to Ids; case does not tell keys apart, as in Salesforce.
 */
export async function createMissing(
  connection: Connection,
  object: string,
  wanted: readonly Wanted[],
  present: Iterable<readonly [key: string, id: string]>,
  onSaved?: OnSaved
): Promise<Created> {
  const idByKey = new Map([...present].map(([key, id]) => [key.toLowerCase(), id]));
  const missing = wanted.filter(({ key }) => !idByKey.has(key.toLowerCase()));
  const created = await createAll(
    connection,
    object,
    missing.map(({ fields }) => fields),
    onSaved
  );
  missing.forEach(({ key }, index) => idByKey.set(key.toLowerCase(), created[index]!));
  const ids = new Map(wanted.map(({ key }) => [key, idByKey.get(key.toLowerCase())!]));
  return { ids, total: wanted.length, created: missing.length };
}
