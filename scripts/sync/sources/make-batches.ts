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
 * that came to a day since give a batch that repeats some events; the sync counts an event once, by its id. Events come
 * once each, a day of a person in one go and by time; no more than one batch of them is held.
 */
export function* makeBatches(
  events: Iterable<{ userId: string; event: UsageEvent }>
): Generator<SourceBatch> {
  let owner = '';
  let day = '';
  let some: UsageEvent[] = [];
  for (const { userId, event } of events) {
    const isOther = userId !== owner || event.at.slice(0, 10) !== day;
    if (some.length > 0 && (isOther || some.length === MAX_BATCH_EVENTS)) {
      yield batchOf(owner, some);
      some = [];
    }
    owner = userId;
    day = event.at.slice(0, 10);
    some.push(event);
  }
  if (some.length > 0) yield batchOf(owner, some);
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
