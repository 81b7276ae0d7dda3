import { api, LightningElement, wire } from 'lwc';

import { saveErrors } from '../../data/errors/saveErrors.ts';
import { MASTER_RECORD_TYPE, picklistValues } from '../../data/objects/objects.ts';
import { updateRecord } from '../../data/records/records.ts';
import type { RecordRepresentation } from '../../data/records/representation.ts';
import type { Provision } from '../../data/wire/wire.ts';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import { getRecord } from '../../lightning/uiRecordApi/uiRecordApi.ts';
import { currentStep, nextStep, pathSteps, type Step } from './steps.ts';

/** The picklist that is the path of an object. */
const PATH_FIELDS: Readonly<Record<string, string>> = { Lead: 'Status', Opportunity: 'StageName' };

/** Where the record stands on its way, and the button that takes it further. */
export default class PathAssistant extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api hideUpdateButton: string | boolean = false;

  values: { label: string; value: string }[] = [];
  value: string | null = null;
  selected: string | null = null;
  isSaving = false;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  handleRecord({ data }: Provision<RecordRepresentation>): void {
    if (data) {
      const value = data.fields[this.field]?.value;
      this.value = typeof value === 'string' ? value : null;
      this.selected = null;
    }
  }

  override connectedCallback(): void {
    void picklistValues(this.objectApiName, MASTER_RECORD_TYPE, this.field).then(({ values }) => {
      this.values = [...values];
    });
  }

  get field(): string {
    return PATH_FIELDS[this.objectApiName] ?? 'Status';
  }

  get fields(): string[] {
    return [`${this.objectApiName}.${this.field}`];
  }

  get steps(): Step[] {
    return pathSteps(this.objectApiName, this.values, this.value, this.selected);
  }

  get hasSteps(): boolean {
    return this.steps.length > 0 && this.value !== null;
  }

  get hasButton(): boolean {
    return String(this.hideUpdateButton) !== 'true';
  }

  get isClosed(): boolean {
    return currentStep(this.steps)?.isClosed === true && this.selected === null;
  }

  get buttonLabel(): string {
    const field = this.field === 'StageName' ? 'Stage' : 'Status';
    if (this.selected !== null && this.selected !== this.value) {
      return `Mark as Current ${field}`;
    }
    return this.isClosed ? `Change Closed ${field}` : `Mark ${field} as Complete`;
  }

  /** At the end of the path there is nothing to complete. */
  get isIdle(): boolean {
    return this.isSaving || (this.selected === null && nextStep(this.steps) === null);
  }

  get buttonIcon(): string | undefined {
    return this.buttonLabel.endsWith('Complete') ? 'utility:check' : undefined;
  }

  handleSelect(event: Event): void {
    const { value } = (event.currentTarget as HTMLElement).dataset;
    this.selected = value === this.value ? null : (value ?? null);
  }

  async handleUpdate(): Promise<void> {
    const target = this.selected ?? nextStep(this.steps);
    if (target === null || target === this.value) {
      return;
    }
    this.isSaving = true;
    try {
      await updateRecord({ fields: { Id: this.recordId, [this.field]: target } });
      this.dispatchEvent(
        new ShowToastEvent({
          title: this.field === 'StageName' ? 'Stage changed successfully.' : 'Status changed successfully.',
          variant: 'success'
        })
      );
    } catch (error) {
      const { fields, messages } = saveErrors(error);
      const message = [...messages, ...Object.values(fields).flat()].join(' ');
      this.dispatchEvent(
        new ShowToastEvent({ title: 'The stage was not changed.', message, variant: 'error' })
      );
    } finally {
      this.isSaving = false;
    }
  }
}
