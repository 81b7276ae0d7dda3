import { api, LightningElement } from 'lwc';

import { fieldPaths } from '../../data/forms/fieldPaths.ts';
import { usualColumns, type Column } from '../../data/lists/lists.ts';
import { objectInfo, type ObjectInfo } from '../../data/objects/objects.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';
import {
  observeRelatedList,
  relatedListInfo,
  type RelatedListInfo
} from '../../data/relatedLists/relatedLists.ts';
import { objectIcon } from '../../data/search/search.ts';

const SHOWN = 6;

/** One related list of a record, with a button for a new entry where the user may make one. */
export default class RelatedList extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api relatedListId = '';

  list: RelatedListInfo | null = null;
  columns: Column[] = [];
  records: RecordRepresentation[] = [];
  hasMore = false;
  isCreating = false;
  childLabel = '';
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    // A list that the user may not see is no part of their page.
    this.prepare().catch(() => undefined);
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get childObject(): string {
    return this.list?.objectApiNames[0] ?? '';
  }

  get icon(): string {
    return objectIcon(this.childObject);
  }

  get title(): string {
    const count = this.hasMore ? `${SHOWN}+` : String(this.records.length);
    return `${this.list?.label} (${count})`;
  }

  get hasRecords(): boolean {
    return this.records.length > 0;
  }

  get presets(): Record<string, string> {
    return this.list ? { [this.list.fieldApiName]: this.recordId } : {};
  }

  handleNew(): void {
    this.isCreating = true;
  }

  handleClose(): void {
    this.isCreating = false;
  }

  private async prepare(): Promise<void> {
    const list = await relatedListInfo(this.objectApiName, this.relatedListId);
    const info = await objectInfo(list.objectApiNames[0]);
    this.childLabel = info.label;
    const columns = this.columnsOf(list, info);
    this.columns = columns.length > 0 ? columns : usualColumns(info);
    const optionalFields = this.columns.flatMap(({ key }) => fieldPaths(info, key));
    const { recordId: parentRecordId, relatedListId } = this;
    const request = {
      parentRecordId,
      relatedListId,
      fields: [],
      optionalFields,
      sortBy: [],
      pageSize: SHOWN
    };
    this.list = list;
    this.stop = observeRelatedList(request, ({ data }) => {
      this.records = data?.records ?? [];
      this.hasMore = data?.nextPageToken !== null && data !== undefined;
    });
  }

  /** `Contact.Name` in a list is the lookup field that leads to the contact. */
  private columnsOf({ displayColumns }: RelatedListInfo, info: ObjectInfo): Column[] {
    return displayColumns.flatMap(({ fieldApiName, label, lookupId }) => {
      const key = fieldApiName.includes('.') ? (lookupId ?? '') : fieldApiName;
      return key in info.fields ? [{ key, label: label.replace(/ ID$/, ''), info: info.fields[key] }] : [];
    });
  }
}
