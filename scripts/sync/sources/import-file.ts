import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrgClient } from '../org/org-client.ts';
import { findUsers, nameKey } from './find-users.ts';
import { makeBatches } from './make-batches.ts';
import { mapRow } from './map-row.ts';
import type { SourceRow } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { readRows } from './read-rows.ts';
import type { ReadRow } from './read-rows.ts';
import { saveBatches } from './save-batches.ts';
import { openSpool } from './spool.ts';
import type { Spool } from './spool.ts';
import { writeUnmatchedInOrder } from './unmatched-file.ts';

export interface ImportOptions {
  client: OrgClient;
  mapping: Mapping;
  /** The other tool's log or export. */
  file: string;
  /** Where rows that fit nobody or nothing go, with the reason, one JSON line each. */
  unmatchedFile: string;
  /** Finds out everything, saves nothing. */
  dryRun?: boolean;
}

export interface ImportResult {
  /** rows = events + repeated + unmatched + paused */
  rows: number;
  /** Different events. */
  events: number;
  /** Rows that say again what another row said. */
  repeated: number;
  /** Rows in the file of the unmatched. */
  unmatched: number;
  /** Rows of people who had paused recording by then; they are written nowhere. */
  paused: number;
  people: number;
  /** Batches made, and those of them that the org did not have. */
  batches: number;
  newBatches: number;
}

/**
 * Turns another tool's rows into batches of the people they are about, as if their browsers had sent them: the next
 * `caddie sync usage` counts them. A second import of the same file changes nothing.
 */
export function importFile(options: ImportOptions): Promise<ImportResult> {
  return importRows(readRows(options.file, options.mapping), options);
}

/** The same of rows from anywhere. They are on disk meanwhile, so that memory does not grow with them. */
export async function importRows(
  rows: AsyncIterable<ReadRow>,
  options: Omit<ImportOptions, 'file'>
): Promise<ImportResult> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-import-'));
  const spool = openSpool(join(folder, 'rows.sqlite'));
  try {
    return await importBySpool(spool, rows, options);
  } finally {
    spool.close();
    await rm(folder, { recursive: true });
  }
}

async function importBySpool(
  spool: Spool,
  rows: AsyncIterable<ReadRow>,
  { client, mapping, unmatchedFile, dryRun = false }: Omit<ImportOptions, 'file'>
): Promise<ImportResult> {
  const { by } = mapping.user;
  let count = 0;
  for await (const { number, row, reason } of rows) {
    count += 1;
    const mapped = reason === undefined ? mapRow(mapping, row as SourceRow) : { reason };
    if (mapped.reason !== undefined) spool.leaveOut({ number, row, reason: mapped.reason });
    else spool.add({ number, row, name: nameKey(by, mapped.user), event: mapped.event });
  }
  for await (const [name, user] of findUsers(client, by, spool.names())) spool.addPerson(name, user);
  spool.settle();
  return {
    rows: count,
    unmatched: await writeUnmatchedInOrder(unmatchedFile, spool.unmatched()),
    ...spool.counts(),
    ...(await saveBatches(client, makeBatches(spool.events()), dryRun))
  };
}
