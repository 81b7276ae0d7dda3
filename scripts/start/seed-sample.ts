import type { Connection } from 'jsforce';
import { createAll, updateAll } from '../lib/collections.ts';
import { Failure } from '../lib/failure.ts';
import { standardPricebook } from '../lib/standard-pricebook.ts';
import { daysToMove, moveDate } from './sample-dates.ts';
import type { Sample, SampleRecord } from './sample-files.ts';
import { makeOwners } from './sample-owners.ts';

export interface SeedOptions {
  /** As administrator. */
  connection: Connection;
  sample: Sample;
  /** The calendar day that the sample is made fresh for. */
  today: string;
  /** User Ids by persona. */
  userIds: ReadonlyMap<string, string>;
}

interface TreeAnswer {
  hasErrors: boolean;
  results: { referenceId: string; id?: string; errors?: { statusCode: string; message: string }[] }[];
}

/**
 * Does what `sf data import tree` does with the plan, and on the way gives every record its owner and a date of this
 * year. Answers the Ids by referenceId.
 */
export async function seedSample(options: SeedOptions): Promise<ReadonlyMap<string, string>> {
  const { connection, sample, today, userIds } = options;
  const days = daysToMove(sample.extras.writtenOn, today);
  const ownerOf = makeOwners(sample.extras.owners);
  const ids = new Map<string, string>();
  for (const { object, records } of sample.files) {
    const ready = records.map((record) => {
      const owner = ownerOf(record);
      return { ...resolve(record, ids, days), ...(owner !== null && { OwnerId: personaId(owner, userIds) }) };
    });
    const answer = await connection.requestPost<TreeAnswer>(`/composite/tree/${object}`, { records: ready });
    if (answer.hasErrors) {
      const [bad] = answer.results;
      const [error] = bad?.errors ?? [];
      throw new Failure('SAVE_REFUSED', `The org refused ${object} ${bad?.referenceId}: ${error?.message}`);
    }
    answer.results.forEach(({ referenceId, id }) => ids.set(referenceId, id!));
  }
  await addLineItems(connection, sample, ids);
  return ids;
}

function resolve(
  record: SampleRecord,
  ids: ReadonlyMap<string, string>,
  days: number
): Record<string, unknown> {
  const entries = Object.entries(record).map(([field, value]) => {
    if (typeof value === 'object') {
      return [field, value];
    }
    const isReference = typeof value === 'string' && value.startsWith('@');
    return [field, isReference ? idOf(value.slice(1), ids) : moveDate(value, days)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

async function addLineItems(
  connection: Connection,
  sample: Sample,
  ids: ReadonlyMap<string, string>
): Promise<void> {
  const { prices, lineItems } = sample.extras;
  const pricebookId = await standardPricebook(connection);
  const products = Object.keys(prices);
  const entryIds = await createAll(
    connection,
    'PricebookEntry',
    products.map((product) => ({
      Pricebook2Id: pricebookId,
      Product2Id: idOf(product, ids),
      UnitPrice: prices[product]!,
      IsActive: true
    }))
  );
  const deals = [...new Set(lineItems.map(({ opportunity }) => opportunity))];
  await updateAll(
    connection,
    'Opportunity',
    deals.map((deal) => ({ Id: idOf(deal, ids), Pricebook2Id: pricebookId }))
  );
  await createAll(
    connection,
    'OpportunityLineItem',
    lineItems.map(({ opportunity, product, quantity, unitPrice }) => ({
      OpportunityId: idOf(opportunity, ids),
      PricebookEntryId: entryIds[products.indexOf(product)]!,
      Quantity: quantity,
      UnitPrice: unitPrice
    }))
  );
}

/** The Id of the record, or of the persona's user, that the sample calls so. Throws `BROKEN_SAMPLE`. */
export function idOf(reference: string, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(reference);
  if (id === undefined) {
    throw new Failure(
      'BROKEN_SAMPLE',
      `The sample data points at '${reference}', which no record before it is called.`
    );
  }
  return id;
}

function personaId(persona: string, userIds: ReadonlyMap<string, string>): string {
  const id = userIds.get(persona);
  if (id === undefined) {
    throw new Failure(
      'BROKEN_SAMPLE',
      `The sample data names the owner '${persona}', but there is no such user.`
    );
  }
  return id;
}
