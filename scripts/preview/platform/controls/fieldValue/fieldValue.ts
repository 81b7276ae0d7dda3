import { navigate } from 'force/navigation';
import { api, LightningElement } from 'lwc';

import { fieldText, lookupTarget } from '../../data/forms/fieldText.ts';
import type { FieldInfo } from '../../data/objects/objects.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';

/** A field's value as a page shows it: a link, a tick, rich text or plain text. */
export default class FieldValue extends LightningElement {
  @api record: RecordRepresentation | undefined;
  @api info!: FieldInfo;
  /** Makes the record's name a link to the record, as lists do. */
  @api linkName = false;

  get text(): string {
    return fieldText(this.record?.fields[this.info.apiName], this.info);
  }

  get target(): ReturnType<typeof lookupTarget> {
    if (!this.record) {
      return null;
    }
    if (this.linkName && this.info.nameField) {
      return { id: this.record.id, objectApiName: this.record.apiName, name: this.text };
    }
    return this.info.reference ? lookupTarget(this.record, this.info) : null;
  }

  get targetUrl(): string {
    return `/lightning/r/${this.target?.objectApiName}/${this.target?.id}/view`;
  }

  get isCheckbox(): boolean {
    return this.info.dataType === 'Boolean';
  }

  get isChecked(): boolean {
    return this.record?.fields[this.info.apiName]?.value === true;
  }

  get isRichText(): boolean {
    return this.info.htmlFormatted;
  }

  get isLongText(): boolean {
    return this.info.dataType === 'TextArea' && !this.info.htmlFormatted;
  }

  get isEmail(): boolean {
    return this.info.dataType === 'Email' && this.text !== '';
  }

  get isPhone(): boolean {
    return this.info.dataType === 'Phone' && this.text !== '';
  }

  get isUrl(): boolean {
    return this.info.dataType === 'Url' && this.text !== '';
  }

  handleLink(event: MouseEvent): void {
    if (this.target && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      const { id: recordId, objectApiName } = this.target;
      navigate({
        type: 'standard__recordPage',
        attributes: { recordId, objectApiName, actionName: 'view' },
        state: {}
      });
    }
  }
}
