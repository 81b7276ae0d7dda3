import DID_DIFFERENTLY from '@salesforce/label/c.Caddie_Did_Differently';
import DISMISS from '@salesforce/label/c.Caddie_Dismiss';
import MORE_ACTIONS from '@salesforce/label/c.Caddie_More_Actions';
import NEW from '@salesforce/label/c.Caddie_New';
import NOT_HELPFUL from '@salesforce/label/c.Caddie_Not_Helpful';
import OPEN from '@salesforce/label/c.Caddie_Open';
import OPEN_TITLE from '@salesforce/label/c.Caddie_Open_Title';
import SNOOZE_NEXT_WEEK from '@salesforce/label/c.Caddie_Snooze_Next_Week';
import SNOOZE_RECORD from '@salesforce/label/c.Caddie_Snooze_Record';
import SNOOZE_TOMORROW from '@salesforce/label/c.Caddie_Snooze_Tomorrow';
import WHY_HERE from '@salesforce/label/c.Caddie_Why_Here';
import type { Guidance } from 'c/guidanceContent';
import { costAndBenefit, kindIcon, kindLabel } from 'c/guidanceKind';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/** What a rep can do with a card; the detail of its `action` event. */
export interface CardAction {
  name:
    | 'open'
    | 'snoozeTomorrow'
    | 'snoozeNextWeek'
    | 'snoozeRecord'
    | 'dismiss'
    | 'notHelpful'
    | 'didDifferently'
    | 'why';
  key: string;
}

/** One piece of guidance in a list. Sends `action` for everything a rep does with it. */
export default class GuidanceCard extends LightningElement {
  @api guidance!: Guidance;
  /** The word for the record in this org: "opportunity". */
  @api recordWord = '';
  @api isNew = false;
  /** Titles only, without the summary. */
  @api compact = false;

  labels = {
    isNew: NEW,
    open: OPEN,
    snoozeTomorrow: SNOOZE_TOMORROW,
    snoozeNextWeek: SNOOZE_NEXT_WEEK,
    dismiss: DISMISS,
    notHelpful: NOT_HELPFUL,
    didDifferently: DID_DIFFERENTLY,
    why: WHY_HERE
  };

  /** Puts the keyboard where the rep left it, after the reader closes. */
  @api
  focus(): void {
    (this.refs as { open?: HTMLElement }).open?.focus();
  }

  get icon(): string {
    return kindIcon(this.guidance.kind);
  }

  get kind(): string {
    return kindLabel(this.guidance.kind);
  }

  get cost(): string {
    return costAndBenefit(this.guidance);
  }

  get hasSummary(): boolean {
    return !this.compact && this.guidance.summary !== '';
  }

  get openText(): string {
    return fill(OPEN_TITLE, this.guidance.title);
  }

  get menuText(): string {
    return fill(MORE_ACTIONS, this.guidance.title);
  }

  get snoozeRecordText(): string {
    return fill(SNOOZE_RECORD, this.recordWord);
  }

  handleOpen(): void {
    this.send('open');
  }

  handleSelect(event: CustomEvent<{ value: CardAction['name'] }>): void {
    this.send(event.detail.value);
  }

  send(name: CardAction['name']): void {
    const detail: CardAction = { name, key: this.guidance.key };
    this.dispatchEvent(new CustomEvent('action', { detail }));
  }
}
