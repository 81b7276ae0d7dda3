import type { Connection } from 'jsforce';
import { createAll } from '../lib/collections.ts';
import { queryAll } from '../lib/query.ts';
import type { SampleExtras } from './sample-files.ts';

export interface SeedReviewsOptions {
  /** As administrator. */
  connection: Connection;
  reviews: SampleExtras['reviews'];
  /** User Ids by persona. */
  userIds: ReadonlyMap<string, string>;
}

/** Adds what sellers said about the version of each piece that is in the org; a piece that is not there is passed over. */
export async function seedReviews({ connection, reviews, userIds }: SeedReviewsOptions): Promise<number> {
  const rows = await queryAll<{ Id: string; Key__c: string; Version__c: number }>(
    connection,
    'SELECT Id, Key__c, Version__c FROM Guidance__c'
  );
  const pieces = new Map(rows.map((row) => [row.Key__c, row]));
  const records = reviews.flatMap(({ guidance, by, verdict, stage, comment }) => {
    const piece = pieces.get(guidance);
    const ownerId = userIds.get(by);
    return piece && ownerId
      ? [
          {
            Guidance__c: piece.Id,
            Guidance_Version__c: piece.Version__c,
            OwnerId: ownerId,
            Verdict__c: verdict,
            Stage__c: stage ?? null,
            Comment__c: comment ?? null
          }
        ]
      : [];
  });
  await createAll(connection, 'Guidance_Review__c', records);
  return records.length;
}
