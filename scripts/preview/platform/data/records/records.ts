import { announceChanges } from '../changes/changes.ts';
import { ask, query } from '../http/http.ts';
import { RecordCache, type FetchRecord } from './recordCache.ts';
import type { RecordRepresentation } from './representation.ts';

const fetchRecord: FetchRecord = ({ recordId, fields, optionalFields, layoutTypes, modes }) =>
  ask<RecordRepresentation>(
    'GET',
    `/ui-api/records/${recordId}${query({ fields, optionalFields, layoutTypes, modes })}`
  );

/** The page's one cache of records. */
export const records = new RecordCache(fetchRecord);

export type FieldValues = Record<string, unknown>;

/** Creates a record. Rejects with a `FetchResponse`. */
export async function createRecord(input: {
  apiName: string;
  fields: FieldValues;
}): Promise<RecordRepresentation> {
  const created = await ask<RecordRepresentation>('POST', '/ui-api/records', input);
  announceChanges([{ recordId: created.id, objectApiName: created.apiName }]);
  return created;
}

/**
 * Changes a record (`fields.Id`). Everyone who observes it has the new values when the promise is fulfilled.
 * Rejects with a `FetchResponse`.
 */
export async function updateRecord(
  input: { fields: FieldValues },
  options: { ifUnmodifiedSince?: string } = {}
): Promise<RecordRepresentation> {
  const { Id: recordId, ...fields } = input.fields;
  const headers: Record<string, string> = options.ifUnmodifiedSince
    ? { 'If-Unmodified-Since': options.ifUnmodifiedSince }
    : {};
  const updated = await ask<RecordRepresentation>(
    'PATCH',
    `/ui-api/records/${String(recordId)}`,
    { fields },
    headers
  );
  await records.refresh([updated.id]);
  announceChanges([{ recordId: updated.id, objectApiName: updated.apiName }]);
  return updated;
}

/** Deletes a record. Rejects with a `FetchResponse`. */
export async function deleteRecord(recordId: string): Promise<void> {
  await ask<void>('DELETE', `/ui-api/records/${recordId}`);
  announceChanges([{ recordId, objectApiName: null }]);
}

/** Fetches records anew that were changed by other means than this module. */
export async function notifyRecordUpdateAvailable(changed: readonly { recordId: string }[]): Promise<void> {
  const ids = changed.map(({ recordId }) => recordId);
  await records.refresh(ids);
  announceChanges(ids.map((recordId) => ({ recordId, objectApiName: null })));
}
