import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText } from '../org/rest.ts';
import { chunked } from './chunked.ts';
import type { SourceBatch } from './make-batches.ts';

/** Two hundred records a call is the limit of sObject Collections; of fifty events each they stay below its size. */
const BATCHES_A_CALL = 200;

interface SavedRow {
  success: boolean;
  errors: { statusCode: string; message: string }[];
}

/** Creates the batches that the org does not have; with `dryRun` only counts them. No more than one call's are held. */
export async function saveBatches(
  client: OrgClient,
  batches: Iterable<SourceBatch>,
  dryRun: boolean
): Promise<{ batches: number; newBatches: number }> {
  const count = { batches: 0, newBatches: 0 };
  for (const some of chunked(batches, BATCHES_A_CALL)) {
    const known = await knownKeys(client, some);
    const fresh = some.filter(({ Batch_Key__c }) => !known.has(Batch_Key__c));
    count.batches += some.length;
    count.newBatches += fresh.length;
    if (!dryRun && fresh.length > 0) await save(client, fresh);
  }
  return count;
}

async function knownKeys(client: OrgClient, batches: readonly SourceBatch[]): Promise<Set<string>> {
  const keys = batches.map(({ Batch_Key__c }) => soqlText(Batch_Key__c)).join(', ');
  const rows = await queryRows<{ Batch_Key__c: string }>(
    client,
    `SELECT Batch_Key__c FROM Usage_Batch__c WHERE Batch_Key__c IN (${keys})`
  );
  return new Set(rows.map(({ Batch_Key__c }) => Batch_Key__c));
}

/**
 * By external id, so that a call whose answer was lost can be made again. The time of sending is the time of this call:
 * the sync takes its distance from the org's own clock for an error of the sender's.
 */
async function save(client: OrgClient, batches: readonly SourceBatch[]): Promise<void> {
  const Sent_At__c = client.clock.now().toISOString();
  const saved = await client.ask<SavedRow[]>({
    method: 'PATCH',
    path: 'composite/sobjects/Usage_Batch__c/Batch_Key__c',
    json: {
      allOrNone: false,
      records: batches.map((batch) => ({ attributes: { type: 'Usage_Batch__c' }, ...batch, Sent_At__c }))
    }
  });
  const [first] = saved.filter(({ success }) => !success);
  if (first) {
    const [error] = first.errors;
    throw new Failure(
      'SAVE_REFUSED',
      `Salesforce refused a batch: ${error?.statusCode ?? 'UNKNOWN'}, ${error?.message ?? 'no reason given'}`,
      ['What was accepted is saved. Remove the cause and run the command again; nothing is stored twice.']
    );
  }
}
