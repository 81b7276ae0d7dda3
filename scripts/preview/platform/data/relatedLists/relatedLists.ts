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

/** Delivers the records of a related list now and after every save from this page. Answers how to stop. */
export function observeRelatedList(
  { parentRecordId, relatedListId, ...body }: RelatedListRequest,
  emit: (provision: Provision<RelatedListRecords>) => void
): () => void {
  let wanted = true;
  const fetchList = async (): Promise<void> => {
    try {
      const path = `/ui-api/related-list-records/${parentRecordId}/${relatedListId}`;
      const data = deepFreeze(await ask<RelatedListRecords>('POST', path, body));
      if (wanted) {
        emit({ data, error: undefined });
      }
    } catch (error) {
      if (wanted) {
        emit({ data: undefined, error });
      }
    }
  };
  void fetchList();
  const stop = observeChanges(() => void fetchList());
  return () => {
    wanted = false;
    stop();
  };
}
