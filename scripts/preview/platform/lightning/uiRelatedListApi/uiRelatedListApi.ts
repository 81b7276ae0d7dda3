import {
  observeRelatedList,
  relatedListInfo,
  type RelatedListInfo,
  type RelatedListRecords
} from '../../data/relatedLists/relatedLists.ts';
import { deliver } from '../../data/resources/resources.ts';
import { wireAdapter, type Provision } from '../../data/wire/wire.ts';

const NOTHING = { data: undefined, error: undefined };
/** As the platform: https://developer.salesforce.com/docs/platform/lwc/guide/reference-get-related-list-records.html */
const DEFAULT_PAGE_SIZE = 50;

export type RelatedListRecordsConfig = {
  parentRecordId: string | undefined;
  relatedListId: string | undefined;
  fields?: readonly string[];
  optionalFields?: readonly string[];
  sortBy?: readonly string[];
  pageSize?: number;
};

/** Wire adapter: the records of a related list. */
export const getRelatedListRecords = wireAdapter<RelatedListRecordsConfig, Provision<RelatedListRecords>>({
  required: ['parentRecordId', 'relatedListId'],
  initial: NOTHING,
  subscribe: (config, emit) =>
    observeRelatedList(
      {
        parentRecordId: config.parentRecordId ?? '',
        relatedListId: config.relatedListId ?? '',
        fields: config.fields ?? [],
        optionalFields: config.optionalFields ?? [],
        sortBy: config.sortBy ?? [],
        pageSize: config.pageSize ?? DEFAULT_PAGE_SIZE
      },
      emit
    )
});

/** Wire adapter: a related list's label and columns. */
export const getRelatedListInfo = wireAdapter<
  { parentObjectApiName: string | undefined; relatedListId: string | undefined },
  Provision<RelatedListInfo>
>({
  required: ['parentObjectApiName', 'relatedListId'],
  initial: NOTHING,
  subscribe: ({ parentObjectApiName = '', relatedListId = '' }, emit) =>
    deliver(relatedListInfo(parentObjectApiName, relatedListId), emit)
});
