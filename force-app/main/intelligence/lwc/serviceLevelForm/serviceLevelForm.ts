import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import DAYS_HELP from '@salesforce/label/c.Caddie_Agreement_Form_Days_Help';
import DAYS_TITLE from '@salesforce/label/c.Caddie_Agreement_Form_Days';
import ESCALATE_AFTER from '@salesforce/label/c.Caddie_Agreement_Form_Escalate_After';
import ESCALATE_TO from '@salesforce/label/c.Caddie_Agreement_Form_Escalate_To';
import HOLIDAYS from '@salesforce/label/c.Caddie_Agreement_Form_Holidays';
import HOURS from '@salesforce/label/c.Caddie_Agreement_Form_Hours';
import INCOMPLETE from '@salesforce/label/c.Caddie_Agreement_Form_Incomplete';
import MARKETING_OWES from '@salesforce/label/c.Caddie_Agreement_Marketing_Owes';
import NAME from '@salesforce/label/c.Caddie_Agreement_Form_Name';
import NEW from '@salesforce/label/c.Caddie_Agreement_Form_New';
import NEXT_VERSION from '@salesforce/label/c.Caddie_Agreement_Form_Next_Version';
import OWED_BY from '@salesforce/label/c.Caddie_Agreement_Form_Owed_By';
import PERCENT from '@salesforce/label/c.Caddie_Agreement_Form_Percent';
import PROMISE from '@salesforce/label/c.Caddie_Agreement_Form_Promise';
import RESPONSIBLE from '@salesforce/label/c.Caddie_Agreement_Form_Responsible';
import SALES_OWES from '@salesforce/label/c.Caddie_Agreement_Sales_Owes';
import SAVE from '@salesforce/label/c.Caddie_Agreement_Rule_Save_Draft';
import STARTS_WHEN from '@salesforce/label/c.Caddie_Agreement_Form_Starts_When';
import TIME_ZONE_LABEL from '@salesforce/label/c.Caddie_Agreement_Form_Time_Zone';
import UNSIGNED from '@salesforce/label/c.Caddie_Agreement_Form_Unsigned';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { ServiceLevel } from 'c/agreementSource';
import { parseBusinessHours, WEEKDAYS, type Weekday } from 'c/businessHours';
import { saveChange, saveNew } from 'c/crm';
import { weekdayInWords } from 'c/moments';
import { saveFailure } from 'c/saveFailure';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';
import {
  businessHoursOf,
  draftOf,
  holidaysOf,
  isSigned,
  newLevel,
  slugOf,
  termsOf,
  type LevelDraft
} from './draft';

/** As `Starts_When__c` spells them. */
const STARTS = ['MQA reached', 'SQA reached', 'Strong signal', 'Target accepted', 'Handed over'];

/**
 * Writes a promise as a draft: a new one, or a new version of one that somebody has signed. Sends `saved` and `cancel`.
 */
export default class ServiceLevelForm extends LightningElement {
  /** The newest version number of the promise; the next one is a new row. */
  @api lastVersion = 0;

  from: ServiceLevel | null = null;
  draft: LevelDraft = newLevel(TIME_ZONE);
  isSaving = false;
  failure = '';
  hadFocus = false;

  labels = {
    cancel: CANCEL,
    days: DAYS_TITLE,
    daysHelp: DAYS_HELP,
    escalateAfter: ESCALATE_AFTER,
    escalateTo: ESCALATE_TO,
    holidays: HOLIDAYS,
    hours: HOURS,
    name: NAME,
    owedBy: OWED_BY,
    percent: PERCENT,
    promise: PROMISE,
    responsible: RESPONSIBLE,
    save: SAVE,
    startsWhen: STARTS_WHEN,
    timeZone: TIME_ZONE_LABEL,
    unsigned: UNSIGNED
  };
  sides = [
    { label: MARKETING_OWES, value: 'Marketing' },
    { label: SALES_OWES, value: 'Sales' }
  ];
  starts = STARTS.map((value) => ({ label: value, value }));

  /** The version to begin with; `null` begins a new promise. */
  @api
  get level(): ServiceLevel | null {
    return this.from;
  }
  set level(level: ServiceLevel | null) {
    this.from = level;
    this.draft = level ? draftOf(level, TIME_ZONE) : newLevel(TIME_ZONE);
  }

  renderedCallback(): void {
    if (!this.hadFocus) {
      this.hadFocus = true;
      (this.refs as { heading?: HTMLElement }).heading?.focus();
    }
  }

  /** A draft that nobody has signed is rewritten; anything else stays, and a new version begins. */
  get isRewritten(): boolean {
    return this.from !== null && this.from.status === 'Draft' && !isSigned(this.from);
  }

  get title(): string {
    return this.from ? fill(NEXT_VERSION, this.from.name, this.version) : NEW;
  }

  get version(): number {
    return this.isRewritten ? (this.from?.version ?? 1) : this.lastVersion + 1;
  }

  get days(): { day: Weekday; label: string; value: string }[] {
    return WEEKDAYS.map((day, index) => ({
      day,
      label: weekdayInWords(index, 'long'),
      value: this.draft.days[day]
    }));
  }

  get hourProblems(): string[] {
    return parseBusinessHours(businessHoursOf(this.draft), holidaysOf(this.draft)).problems ?? [];
  }

  get isIncomplete(): boolean {
    const { name, promise, hours, percent, escalateAfter, responsibleId, escalateToId } = this.draft;
    const numbers = [hours, percent, escalateAfter];
    return (
      [name, promise, ...numbers].some((text) => text.trim() === '') ||
      numbers.some((text) => !(Number(text) > 0)) ||
      !responsibleId ||
      !escalateToId
    );
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name as keyof LevelDraft;
    this.draft = { ...this.draft, [name]: event.detail.value };
  }

  handleDay(event: CustomEvent<{ value: string }>): void {
    const day = (event.currentTarget as HTMLElement).dataset.day as Weekday;
    this.draft = { ...this.draft, days: { ...this.draft.days, [day]: event.detail.value } };
  }

  handlePerson(event: CustomEvent<{ recordId: string | null }>): void {
    const name = (event.currentTarget as HTMLElement).dataset.name as 'responsibleId' | 'escalateToId';
    this.draft = { ...this.draft, [name]: event.detail.recordId };
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(): Promise<void> {
    if (this.isIncomplete || this.hourProblems.length > 0) {
      this.failure = INCOMPLETE;
      return;
    }
    this.isSaving = true;
    this.failure = '';
    try {
      await this.save();
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }

  async save(): Promise<void> {
    const { from, version } = this;
    if (this.isRewritten && from) {
      await saveChange(from.id, termsOf(this.draft));
      return;
    }
    await saveNew('Service_Level__c', {
      ...termsOf(this.draft),
      Level_Key__c: `${slugOf(from, this.draft.name)}-${version}`,
      Version__c: version,
      Status__c: 'Draft'
    });
    if (from?.status === 'Draft') {
      await saveChange(from.id, { Status__c: 'Retired' });
    }
  }
}
