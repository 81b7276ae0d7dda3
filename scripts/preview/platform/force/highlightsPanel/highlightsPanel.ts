import { api, LightningElement, wire } from 'lwc';

import { saveErrors } from '../../data/errors/saveErrors.ts';
import { isNameItem, layout, layoutItems } from '../../data/layouts/layouts.ts';
import { fieldPaths } from '../../data/forms/fieldPaths.ts';
import { objectInfo, type FieldInfo, type ObjectInfo } from '../../data/objects/objects.ts';
import { getRecord } from '../../lightning/uiRecordApi/uiRecordApi.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';
import type { Provision } from '../../data/wire/wire.ts';
import { rememberRecord } from '../../data/recent/recent.ts';
import { objectIcon } from '../../data/search/search.ts';

interface Highlight {
  name: string;
  label: string;
  info: FieldInfo;
}

/** The record's head: what it is, its name, what one can do with it, and its compact layout. */
export default class HighlightsPanel extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  info: ObjectInfo | null = null;
  highlights: Highlight[] = [];
  record: RecordRepresentation | undefined;
  isEditing = false;
  problem = '';
  /** Undefined holds the wire back until the layout is known. */
  fields: string[] | undefined;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  handleRecord({ data, error }: Provision<RecordRepresentation>): void {
    this.problem = error ? saveErrors(error).messages.join(' ') : '';
    if (data) {
      this.record = data;
      document.title = `${this.name} | ${this.info?.label}`;
      rememberRecord({ id: data.id, objectApiName: data.apiName, name: this.name });
    }
  }

  override connectedCallback(): void {
    void this.prepare();
  }

  get icon(): string {
    return objectIcon(this.objectApiName);
  }

  get nameField(): string {
    return this.info?.nameFields.at(-1) ?? 'Name';
  }

  get name(): string {
    return String(this.record?.fields[this.nameField]?.value ?? '');
  }

  get canEdit(): boolean {
    return this.info?.updateable === true;
  }

  handleEdit(): void {
    this.isEditing = true;
  }

  handleClose(): void {
    this.isEditing = false;
  }

  private async prepare(): Promise<void> {
    const [info, compact] = await Promise.all([
      objectInfo(this.objectApiName),
      layout(this.objectApiName, 'Compact')
    ]);
    this.info = info;
    // The name stands above already.
    this.highlights = layoutItems(compact)
      .filter((item) => !isNameItem(item, info))
      .flatMap(({ label, layoutComponents }) => {
        const name = layoutComponents[0].apiName ?? '';
        return name in info.fields ? [{ name, label, info: info.fields[name] }] : [];
      });
    const names = [this.nameField, ...this.highlights.map(({ name }) => name)];
    this.fields = names.filter((name) => name in info.fields).flatMap((name) => fieldPaths(info, name));
  }
}
