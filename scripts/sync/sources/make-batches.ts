import {
  FORMAT_VERSION,
  MAX_BATCH_EVENTS,
  serializeEvent,
  type UsageEvent
} from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { uuidOf } from './map-row.ts';

/** A `Usage_Batch__c` to create. */
export interface SourceBatch {
  Batch_Key__c: string;
  OwnerId: string;
  Events__c: string;
  Event_Count__c: number;
  First_Event_At__c: string;
  Last_Event_At__c: string;
  Format_Version__c: number;
}

/**
 * Batches of one person and one day each, with the key made of their content: the same rows give the same batches. Rows
 * that came to a day since give a batch that repeats some events; the sync counts an event once, by its id.
 */
export function makeBatches(events: readonly { userId: string; event: UsageEvent }[]): SourceBatch[] {
  const groups = Map.groupBy(events, ({ userId, event }) => `${userId} ${event.at.slice(0, 10)}`);
  return [...groups.values()].flatMap((group) => {
    const owner = group[0]?.userId ?? '';
    const once = [...new Map(group.map(({ event }) => [event.id, event])).values()];
    const sorted = once.sort((one, other) => (one.at + one.id < other.at + other.id ? -1 : 1));
    return chunks(sorted, MAX_BATCH_EVENTS).map((some) => batchOf(owner, some));
  });
}

function batchOf(owner: string, events: readonly UsageEvent[]): SourceBatch {
  const text = events.map(serializeEvent).join('\n');
  return {
    Batch_Key__c: uuidOf([owner, text]),
    OwnerId: owner,
    Events__c: text,
    Event_Count__c: events.length,
    First_Event_At__c: events[0]?.at ?? '',
    Last_Event_At__c: events.at(-1)?.at ?? '',
    Format_Version__c: FORMAT_VERSION
  };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size)
  );
}
