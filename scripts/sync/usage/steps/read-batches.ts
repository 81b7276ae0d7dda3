import { queryFiles } from '../../bulk/query-files.ts';
import { soqlText } from '../../org/rest.ts';
import type { SyncContext } from '../../run/context.ts';
import { expand } from '../expand.ts';
import { BATCH_FIELDS } from '../raw-batch.ts';

const SELECT = `SELECT ${BATCH_FIELDS.join(', ')} FROM Usage_Batch__c`;
/** Ids in one query, which may have 100,000 characters. */
const OWNERS_A_QUERY = 1000;
/** With more people than this everybody's batches are read at once. */
const FEW_OWNERS = 2000;

/** Reads the batches that no run has counted yet. */
export async function readPendingBatches(context: SyncContext): Promise<number> {
  return readInto(context, 'pending', `${SELECT} WHERE Status__c = 'Pending' OR Status__c = null`);
}

/**
 * Reads what was counted before and may reach into the touched days: batches that arrived since the earliest of them
 * began anywhere on Earth, since no event happened after its batch arrived. Waiting ones are in hand already, and those
 * that arrive meanwhile are left for the next run.
 */
export async function readCountedBatches(context: SyncContext): Promise<number> {
  let read = 0;
  for (const { from, owners } of await readsFor(context)) {
    const of = owners === null ? '' : ` AND OwnerId IN (${owners.map(soqlText).join(', ')})`;
    const soql = `${SELECT} WHERE Status__c IN ('Processed', 'Quarantined') AND CreatedDate >= ${from}${of}`;
    read += await readInto(context, 'counted', soql);
  }
  return read;
}

interface Read {
  /** ISO date-time. */
  from: string;
  /** Null means everybody. */
  owners: string[] | null;
}

/** People with a late laptop reach further back than the others, so they are read apart; days are never read twice. */
async function readsFor({ database }: SyncContext): Promise<Read[]> {
  const people = await database.rows<{ person_id: string; from_time: string }>(`
    SELECT person_id, strftime(min(day)::TIMESTAMP - INTERVAL 14 HOURS, '%Y-%m-%dT%H:%M:%SZ') AS from_time
    FROM touched GROUP BY person_id ORDER BY from_time, person_id`);
  if (people.length === 0) return [];
  if (people.length > FEW_OWNERS) return [{ from: people[0]!.from_time, owners: null }];
  const reads: Read[] = [];
  for (let start = 0; start < people.length; start += OWNERS_A_QUERY) {
    const some = people.slice(start, start + OWNERS_A_QUERY);
    reads.push({ from: some[0]!.from_time, owners: some.map(({ person_id }) => person_id) });
  }
  return reads;
}

async function readInto(context: SyncContext, name: string, soql: string): Promise<number> {
  const { client, database, folder, log } = context;
  const { files, rows } = await queryFiles(client, { soql, folder, name });
  const { batches, events } = await expand(database, files, folder);
  log.line(`${name}: ${batches} batches with ${events} readable events in ${files.length} pages`);
  return rows;
}
