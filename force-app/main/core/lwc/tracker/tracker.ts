/**
 * Records what a rep does with guidance: one telemetry client a page, however many components track. It never throws
 * into a component, and while recording is paused it stores and sends nothing.
 */
import USER_ID from '@salesforce/user/Id';
import { CrmError, saveNew } from 'c/crm';
import { browserDoors, createTelemetry, type SendResult, type SentBatch, type Telemetry } from 'c/telemetry';
import type { EventDetails } from 'c/usageEvent';

let telemetry: Telemetry | undefined;

/** Made when it is first needed: a page without guidance starts nothing. */
function client(): Telemetry {
  telemetry ??= createTelemetry({ ...browserDoors(), user: USER_ID, send: saveBatch });
  return telemetry;
}

/** Records an event, unless recording is paused. */
export function track(details: EventDetails): void {
  client().track(details);
}

/** Follows the rep's own switch, in every tab of this browser. */
export function setRecording(isOn: boolean): void {
  if (isOn) {
    client().resume();
  } else {
    client().pause();
  }
}

/** How many events of this rep wait in this browser, as far as this page looks after them. */
export function unsentEvents(): number {
  return client().stats().unsent;
}

/** Forgets what was not sent, on every page of this browser. */
export function forgetUnsent(): void {
  client().discard();
}

/**
 * Saves a batch as a record. Its key is unique in the org: when the answer to an earlier attempt was lost, the second
 * one is refused as a duplicate, which is as good as saved.
 */
export async function saveBatch(batch: SentBatch): Promise<SendResult> {
  try {
    await saveNew('Usage_Batch__c', {
      Batch_Key__c: batch.key,
      Events__c: batch.events,
      Event_Count__c: batch.count,
      First_Event_At__c: batch.firstAt,
      Last_Event_At__c: batch.lastAt,
      Sent_At__c: batch.sentAt,
      Format_Version__c: batch.formatVersion,
      Dropped_Count__c: batch.dropped
    });
    return { ok: true };
  } catch (error) {
    const { kind, message, retryAfterMs } = error as CrmError;
    return {
      ok: false,
      duplicate: kind === 'duplicate',
      permanent: kind === 'refused',
      retryAfterMs,
      reason: message
    };
  }
}
