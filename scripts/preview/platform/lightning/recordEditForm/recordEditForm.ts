import { api, LightningElement } from 'lwc';

import { JOIN_FORM, type JoinForm } from '../../data/forms/joinForm.ts';
import { RecordForm } from '../../data/forms/recordForm.ts';

/** Stand-in for `lightning-record-edit-form`: makes or changes one record with the fields that stand inside. */
export default class RecordEditForm extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;
  @api recordTypeId: string | undefined;
  @api formClass = '';
  @api density = 'auto';

  private readonly form = new RecordForm();

  constructor() {
    super();
    this.addEventListener(JOIN_FORM, (event) => {
      event.stopPropagation();
      (event as CustomEvent<JoinForm>).detail.join(this.form);
    });
    this.form.onload = (record) => {
      this.dispatchEvent(
        new CustomEvent('load', {
          detail: {
            records: { [record.id]: record },
            objectInfos: { [this.objectApiName]: this.form.info },
            picklistValues: this.form.picklists,
            record
          }
        })
      );
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

  /** Saves the fields, or those that are given instead of them. */
  @api
  async submit(fields: Record<string, unknown> = this.form.values()): Promise<void> {
    try {
      const record = await this.form.save(fields);
      this.dispatchEvent(new CustomEvent('success', { detail: record }));
    } catch (error) {
      const { body, status, statusText } = error as { body?: object; status?: number; statusText?: string };
      this.dispatchEvent(
        new CustomEvent('error', {
          detail: {
            detail: this.form.errors.messages.join(' '),
            statusCode: status,
            message: statusText,
            ...body
          }
        })
      );
    }
  }

  private configure(): void {
    const { objectApiName, recordId, recordTypeId } = this;
    if (objectApiName) {
      this.form.configure({ objectApiName, recordId: recordId || undefined, recordTypeId });
    }
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    if (!this.form.reportValidity()) {
      return;
    }
    const fields = this.form.values();
    const isWanted = this.dispatchEvent(new CustomEvent('submit', { cancelable: true, detail: { fields } }));
    if (isWanted) {
      void this.submit(fields);
    }
  }

  handleReset(event: Event): void {
    event.preventDefault();
    this.form.reset();
  }
}
