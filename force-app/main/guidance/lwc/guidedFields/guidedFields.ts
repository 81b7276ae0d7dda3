import FORM_FACTOR from '@salesforce/client/formFactor';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import EDIT from '@salesforce/label/c.Caddie_Edit';
import NONE from '@salesforce/label/c.Caddie_Fields_None';
import SAVED from '@salesforce/label/c.Caddie_Fields_Saved';
import NAME from '@salesforce/label/c.Caddie_Name';
import SAVE from '@salesforce/label/c.Caddie_Save';
import { getObjectInfo, type ObjectInfo } from 'c/crm';
import type { Guidance } from 'c/guidanceContent';
import { requestOpen } from 'c/guidanceHub';
import { markSeen, preferences } from 'c/repPreferences';
import type { ReadingStep } from 'c/guidanceReader';
import { NO_VIEW, type GuidanceView } from 'c/guidanceView';
import { track } from 'c/tracker';
import type { EventType } from 'c/usageEvent';
import { api, LightningElement, wire } from 'lwc';
import { draftValue, type DraftValue, type InputChange } from './draft';

interface Row {
  name: string;
  label: string;
  required: boolean;
  tip: Guidance | undefined;
  isNew: boolean;
  help: string;
  helpId: string;
  helpClass: string;
  columnClass: string;
}

/** The record's chosen fields with a tip beside each that has one. While a rep edits, tips follow what is typed. */
export default class GuidedFields extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api fields = '';
  @api heading = '';
  @api columns = 2;

  view: GuidanceView = NO_VIEW;
  info: ObjectInfo | undefined;
  isEditing = false;
  draft: Record<string, DraftValue> = {};
  announcement = '';
  opened: Guidance | null = null;
  /** What takes the keyboard after the next rendering, where the button that was used is gone. */
  focusNext: 'reader' | 'edit' | null = null;

  labels = { edit: EDIT, save: SAVE, cancel: CANCEL, none: NONE };

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  handleInfo({ data }: { data?: ObjectInfo }): void {
    this.info = data;
  }

  renderedCallback(): void {
    if (this.focusNext) {
      (this.refs as Partial<Record<'reader' | 'edit', HTMLElement>>)[this.focusNext]?.focus();
      this.focusNext = null;
    }
  }

  get sectionLabel(): string {
    return this.heading || NAME;
  }

  get isEmpty(): boolean {
    return this.info !== undefined && this.rows.length === 0;
  }

  get canEdit(): boolean {
    return !this.isEditing && this.rows.some(({ name }) => this.info?.fields[name].updateable);
  }

  /** A field that this rep may not read is not in the object's information, and so not on the page. */
  get rows(): Row[] {
    const known = this.info?.fields ?? {};
    return this.fields
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name in known)
      .map((name) => this.toRow(name, known[name]));
  }

  toRow(name: string, { label, required, updateable }: ObjectInfo['fields'][string]): Row {
    const tip = this.view.fieldTips[name];
    const reacts = this.isEditing && this.view.draftedFields.has(name);
    return {
      name,
      label,
      required: required && updateable,
      tip,
      isNew: tip ? this.view.newKeys.has(tip.key) : false,
      help: tip && (!this.isEditing || reacts) ? tip.summary : '',
      helpId: `help-${name}`,
      helpClass: reacts ? 'help slds-form-element__help' : 'help slds-assistive-text',
      columnClass: `slds-col slds-size_1-of-1 slds-m-top_x-small${this.hasTwoColumns ? ' slds-medium-size_1-of-2' : ''}`
    };
  }

  get hasTwoColumns(): boolean {
    return FORM_FACTOR !== 'Small' && Number(this.columns) !== 1;
  }

  handleView(event: CustomEvent<GuidanceView>): void {
    this.view = event.detail;
  }

  handleEdit(): void {
    this.isEditing = true;
    this.announcement = '';
  }

  handleDraft(event: CustomEvent<InputChange>): void {
    const name = (event.currentTarget as HTMLElement).dataset.field as string;
    const value = draftValue(event.detail, this.info?.fields[name].dataType ?? '');
    if (value !== undefined) {
      this.draft = { ...this.draft, [name]: value };
    }
  }

  handleSuccess(): void {
    this.stopEditing();
    this.announcement = SAVED;
  }

  handleCancel(): void {
    this.stopEditing();
  }

  stopEditing(): void {
    this.isEditing = false;
    this.draft = {};
    this.focusNext = 'edit';
  }

  handleTipOpen(event: Event): void {
    const tip = this.tipOf(event);
    this.track('opened', tip);
    if (preferences.current().seen[tip.key] !== tip.version) {
      // Whether the dot comes back is not worth interrupting anyone.
      preferences.change(markSeen(tip.key, tip.version)).catch(() => undefined);
    }
  }

  handleWhy(event: Event): void {
    const guidance = this.tipOf(event);
    if (!requestOpen({ guidance, recordId: this.recordId })) {
      this.opened = guidance;
      this.focusNext = 'reader';
    }
  }

  handleBack(): void {
    this.opened = null;
    this.focusNext = 'edit';
  }

  handleReading(event: CustomEvent<{ step: ReadingStep }>): void {
    if (this.opened) {
      this.track(event.detail.step, this.opened);
    }
  }

  tipOf(event: Event): Guidance {
    return this.view.fieldTips[(event.currentTarget as HTMLElement).dataset.field as string];
  }

  track(type: EventType, { key, version }: Guidance): void {
    track({
      type,
      guidance: key,
      version,
      surface: 'field',
      object: this.objectApiName,
      recordId: this.recordId,
      stage: this.view.stage
    });
  }
}
