import type { Connection } from 'jsforce';
import { createAll } from '../lib/collections.ts';
import { queryAll } from '../lib/query.ts';
import type { SampleExtras } from './sample-files.ts';

/**
 * Lets sellers say what the sample has them say about the version of each piece that is in the org, each with a
 * connection of their own: nobody reviews in another's name. A piece that is not there is passed over.
 */
export async function seedReviews(
  reviews: SampleExtras['reviews'],
  connectAs: (persona: string) => Connection
): Promise<void> {
  for (const persona of new Set(reviews.map(({ by }) => by))) {
    const connection = connectAs(persona);
    const rows = await queryAll<{ Id: string; Key__c: string; Version__c: number }>(
      connection,
      'SELECT Id, Key__c, Version__c FROM Guidance__c'
    );
    const pieces = new Map(rows.map((row) => [row.Key__c, row]));
    const own = reviews.filter(({ by, guidance }) => by === persona && pieces.has(guidance));
    await createAll(
      connection,
      'Guidance_Review__c',
      own.map(({ guidance, verdict, stage, comment }) => ({
        Guidance__c: pieces.get(guidance)!.Id,
        Guidance_Version__c: pieces.get(guidance)!.Version__c,
        Verdict__c: verdict,
        Stage__c: stage ?? null,
        Comment__c: comment ?? null
      }))
    );
  }
}
