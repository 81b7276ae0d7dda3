import type { Connection } from 'jsforce';
import { count } from './count.ts';
import { Failure } from './failure.ts';

/** Salesforce takes at most this many records in one call of sObject Collections. */
const RECORDS_A_CALL = 200;

export type RecordFields = Record<string, string | number | boolean | null>;

/** One row of an answer of sObject Collections. */
interface SavedRow {
  id: string | null;
  success: boolean;
  created?: boolean;
  errors: { statusCode: string; message: string; fields?: string[] }[];
}

/** Called after every call with how many records are done. */
export type OnSaved = (done: number) => void;

/** Creates records, 200 a call, and answers their Ids in order. Throws `SAVE_REFUSED` when one is refused. */
export async function createAll(
  connection: Connection,
  object: string,
  records: readonly RecordFields[],
  onSaved?: OnSaved
): Promise<string[]> {
  const rows = await saveInCalls(records, onSaved, (some) =>
    connection.requestPost<SavedRow[]>('/composite/sobjects', {
      allOrNone: false,
      records: some.map((record) => ({ attributes: { type: object }, ...record }))
    })
  );
  return idsOf(object, rows);
}

/** Changes records by their `Id`, 200 a call. Throws `SAVE_REFUSED` when one is refused. */
export async function updateAll(
  connection: Connection,
  object: string,
  records: readonly RecordFields[],
  onSaved?: OnSaved
): Promise<void> {
  const rows = await saveInCalls(records, onSaved, (some) =>
    connection.requestPatch<SavedRow[]>('/composite/sobjects', {
      allOrNone: false,
      records: some.map(({ Id, ...fields }) => ({ attributes: { type: object }, id: Id, ...fields }))
    })
  );
  idsOf(object, rows);
}

/** Creates or changes records by an external id, 200 a call. Throws `SAVE_REFUSED` when one is refused. */
export async function upsertAll(
  connection: Connection,
  object: string,
  externalIdField: string,
  records: readonly RecordFields[]
): Promise<void> {
  const rows = await saveInCalls(records, undefined, (some) =>
    connection.requestPatch<SavedRow[]>(`/composite/sobjects/${object}/${externalIdField}`, {
      allOrNone: false,
      records: some.map((record) => ({ attributes: { type: object }, ...record }))
    })
  );
  idsOf(
    object,
    rows,
    records.map((record) => String(record[externalIdField]))
  );
}

async function saveInCalls(
  records: readonly RecordFields[],
  onSaved: OnSaved | undefined,
  save: (some: readonly RecordFields[]) => Promise<SavedRow[]>
): Promise<SavedRow[]> {
  const rows: SavedRow[] = [];
  for (let start = 0; start < records.length; start += RECORDS_A_CALL) {
    rows.push(...(await save(records.slice(start, start + RECORDS_A_CALL))));
    onSaved?.(rows.length);
  }
  return rows;
}

function idsOf(object: string, rows: readonly SavedRow[], names?: readonly string[]): string[] {
  const refused = rows.map((row, index) => ({ row, index })).filter(({ row }) => !row.success);
  const [first] = refused;
  if (first) {
    const [error] = first.row.errors;
    const which = names?.[first.index] ?? `record ${first.index + 1}`;
    throw new Failure(
      'SAVE_REFUSED',
      `Salesforce refused ${refused.length} of ${count(rows.length, `${object} record`)}. ` +
        `The first is ${which}: ${error?.statusCode ?? 'UNKNOWN'}, ${error?.message ?? 'no reason given'}`,
      ['What was accepted is saved. Remove the cause and run the command again; it carries on from there.']
    );
  }
  return rows.map(({ id }) => id as string);
}
