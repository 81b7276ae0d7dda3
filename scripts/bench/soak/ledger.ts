import { referenceDays } from '../../sync/usage/testing/reference.ts';
import type { SoakOrg } from './soak-org.ts';

/** What pages took, by the event's id. */
export type Ledger = Set<string>;

export interface Verdict {
  accepted: number;
  /** Different events that the org has in batches. */
  arrived: number;
  /** By the counters that travelled with the batches. */
  dropped: number;
  /** By the days of people. */
  counted: number;
  /** What does not add up; empty when everything does. */
  problems: string[];
}

interface Batch {
  Id: string;
  OwnerId: string;
  CreatedDate: string;
  Sent_At__c: string;
  Time_Zone__c: string;
  Status__c: string;
  Events__c: string;
  Dropped_Count__c: number;
}

/**
 * Holds what the org has against what was taken: each event arrived and is counted once, or is among the drops that were
 * told; and the days are those of a plain count over all batches.
 */
export function judge(accepted: Ledger, { rows, reps }: SoakOrg): Verdict {
  const batches = rows('SELECT * FROM "Usage_Batch__c" WHERE "IsDeleted" = 0') as unknown as Batch[];
  const problems: string[] = [];
  const arrived = new Set<string>();
  for (const { Events__c } of batches) {
    for (const line of Events__c.split('\n')) arrived.add((JSON.parse(line) as { id: string }).id);
  }
  const foreign = [...arrived].filter((id) => !accepted.has(id)).length;
  if (foreign > 0) problems.push(`${foreign} events arrived that no page took.`);
  const lost = accepted.size - arrived.size + foreign;
  const dropped = batches.reduce((sum, batch) => sum + batch.Dropped_Count__c, 0);
  if (lost !== dropped) problems.push(`${lost} events did not arrive, and ${dropped} were told as dropped.`);

  const unsettled = batches.filter(({ Status__c }) => Status__c !== 'Processed').length;
  if (unsettled > 0) problems.push(`${unsettled} batches are not counted.`);
  const expected = referenceDays(
    batches.map((batch) => ({
      id: batch.Id,
      ownerId: batch.OwnerId,
      createdDate: batch.CreatedDate,
      sentAt: batch.Sent_At__c,
      timeZone: batch.Time_Zone__c,
      formatVersion: 1,
      eventCount: null,
      droppedCount: 0,
      isPending: false,
      events: batch.Events__c
    })),
    new Map(reps.map(({ id, timeZone }) => [id, timeZone]))
  );
  const stored = rows('SELECT "Day_Key__c", "Event_Count__c" FROM "Usage_Day__c" WHERE "IsDeleted" = 0');
  const days = new Map(stored.map((row) => [String(row['Day_Key__c']), Number(row['Event_Count__c'])]));
  const counted = [...days.values()].reduce((sum, count) => sum + count, 0);
  if (counted !== arrived.size) problems.push(`${arrived.size} events arrived, and ${counted} are counted.`);
  const differing = [...new Set([...expected.keys(), ...days.keys()])].filter(
    (key) => expected.get(key) !== days.get(key)
  );
  if (differing.length > 0) problems.push(`${differing.length} days differ, such as ${differing[0]}.`);
  return { accepted: accepted.size, arrived: arrived.size, dropped, counted, problems };
}
