import type { UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { OrgClient } from '../org/org-client.ts';
import { findUsers, nameKey } from './find-users.ts';
import { makeBatches } from './make-batches.ts';
import { mapRow } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { readRows } from './read-rows.ts';
import { saveBatches } from './save-batches.ts';
import { writeUnmatched } from './unmatched-file.ts';
import type { Unmatched } from './unmatched-file.ts';

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

interface Mapped {
  number: number;
  row: unknown;
  user: string;
  event: UsageEvent;
}

/**
 * Turns another tool's rows into batches of the people they are about, as if their browsers had sent them: the next
 * `caddie sync usage` counts them. A second import of the same file changes nothing.
 */
export async function importFile(options: ImportOptions): Promise<ImportResult> {
  const { client, mapping, file, unmatchedFile, dryRun = false } = options;
  const mapped: Mapped[] = [];
  const unmatched: Unmatched[] = [];
  let rows = 0;
  for await (const { number, row, reason } of readRows(file, mapping)) {
    rows += 1;
    if (reason !== undefined) {
      unmatched.push({ number, reason, row });
      continue;
    }
    const { user, event, reason: misfit } = mapRow(mapping, row as Record<string, unknown>);
    if (misfit === undefined) mapped.push({ number, row, user, event });
    else unmatched.push({ number, reason: misfit, row });
  }
  const users = await findUsers(
    client,
    mapping.user.by,
    mapped.map(({ user }) => user)
  );
  const events = new Map<string, { userId: string; event: UsageEvent }>();
  let paused = 0;
  let repeated = 0;
  for (const { number, row, user, event } of mapped) {
    const found = users.get(nameKey(mapping.user.by, user)) ?? { reason: 'nobody was looked for' };
    if (found.reason !== undefined) unmatched.push({ number, reason: found.reason, row });
    else if (found.pausedAt !== null && Date.parse(event.at) >= Date.parse(found.pausedAt)) paused += 1;
    else if (events.has(event.id)) repeated += 1;
    else events.set(event.id, { userId: found.id, event });
  }
  await writeUnmatched(unmatchedFile, unmatched);
  const batches = makeBatches([...events.values()]);
  return {
    rows,
    events: events.size,
    repeated,
    unmatched: unmatched.length,
    paused,
    people: new Set([...events.values()].map(({ userId }) => userId)).size,
    batches: batches.length,
    newBatches: await saveBatches(client, batches, dryRun)
  };
}
