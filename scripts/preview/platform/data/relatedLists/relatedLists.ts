import { observeChanges } from '../changes/changes.ts';
import { deepFreeze } from '../freeze/freeze.ts';
import { ask } from '../http/http.ts';
import type { RecordRepresentation } from '../records/representation.ts';
import { resource } from '../resources/resources.ts';
import type { Provision } from '../wire/wire.ts';

export interface RelatedListRequest {
  parentRecordId: string;
  relatedListId: string;
  fields: readonly string[];
  optionalFields: readonly string[];
  sortBy: readonly string[];
  pageSize: number;
}

export interface RelatedListRecords {
  count: number;
  records: RecordRepresentation[];
  nextPageToken: string | null;
  [other: string]: unknown;
}

export interface RelatedListInfo {
  label: string;
  objectApiNames: string[];
  createable: boolean;
  fieldApiName: string;
  displayColumns: { fieldApiName: string; label: string; lookupId: string | null }[];
}

export function relatedListInfo(
  parentObjectApiName: string,
  relatedListId: string
): Promise<RelatedListInfo> {
  return resource<RelatedListInfo>(`/ui-api/related-list-info/${parentObjectApiName}/${relatedListId}`);
}

/** Delivers the records of a related list now, and again when one of its object may have changed. Answers how to stop. */
export function observeRelatedList(
  { parentRecordId, relatedListId, ...body }: RelatedListRequest,
  emit: (provision: Provision<RelatedListRecords>) => void
): () => void {
  const path = `/ui-api/related-list-records/${parentRecordId}/${relatedListId}`;
  let wanted = true;
  let object: string | undefined;
  const fetchList = async (): Promise<void> => {
    const provision = await ask<RelatedListRecords>('POST', path, body).then(
      (data) => ({ data: deepFreeze(data), error: undefined }),
      (error: unknown) => ({ data: undefined, error })
    );
    object = provision.data?.records[0]?.apiName ?? object;
    if (wanted) {
      emit(provision);
    }
  };
  void fetchList();
  const stop = observeChanges((changes) => {
    // An empty list does not tell whose records it would show.
    const concerns = changes.some(
      (change) => object === undefined || [object, null].includes(change.objectApiName)
    );
    if (concerns || changes.length === 0) {
      void fetchList();
    }
  });
  return () => {
    wanted = false;
    stop();
  };
}
