import { api, LightningElement } from 'lwc';

import { JOIN_FORM, type JoinForm } from '../../data/forms/joinForm.ts';
import { RecordForm } from '../../data/forms/recordForm.ts';

/** Stand-in for `lightning-record-view-form`: shows the fields that stand inside. */
export default class RecordViewForm extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;
  @api density = 'auto';

  private readonly form = new RecordForm();

  constructor() {
    super();
    this.addEventListener(JOIN_FORM, (event) => {
      event.stopPropagation();
      (event as CustomEvent<JoinForm>).detail.join(this.form);
    });
    this.form.onload = (record) => {
      this.dispatchEvent(new CustomEvent('load', { detail: { records: { [record.id]: record } } }));
    };
  }

  override connectedCallback(): void {
    this.configure();
  }

  override renderedCallback(): void {
    this.configure();
  }

  override disconnectedCallback(): void {
    this.form.close();
  }

  private configure(): void {
    const { objectApiName, recordId } = this;
    if (objectApiName && recordId) {
      this.form.configure({ objectApiName, recordId, recordTypeId: undefined });
    }
  }
}
