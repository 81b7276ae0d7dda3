import DID_DIFFERENTLY from '@salesforce/label/c.Caddie_Did_Differently';
import QUESTION from '@salesforce/label/c.Caddie_Did_It_Help';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import COMMENT from '@salesforce/label/c.Caddie_Feedback_Comment';
import FAILED from '@salesforce/label/c.Caddie_Feedback_Failed';
import SEND from '@salesforce/label/c.Caddie_Feedback_Send';
import THANKS from '@salesforce/label/c.Caddie_Feedback_Thanks';
import HELPFUL from '@salesforce/label/c.Caddie_Helpful';
import NOT_HELPFUL from '@salesforce/label/c.Caddie_Not_Helpful';
import { saveNew } from 'c/crm';
import type { Guidance } from 'c/guidanceContent';
import { api, LightningElement } from 'lwc';

/** The answers, as `Guidance_Review__c.Verdict__c` spells them. */
export type Verdict = 'Helpful' | 'Not Helpful' | 'Did Differently';

const ANSWERS: { verdict: Verdict; label: string }[] = [
  { verdict: 'Helpful', label: HELPFUL },
  { verdict: 'Not Helpful', label: NOT_HELPFUL },
  { verdict: 'Did Differently', label: DID_DIFFERENTLY }
];

/**
 * Asks whether a piece helped and keeps the answer as the rep's review. Sends `answered` with the verdict once it is
 * saved, and `cancel` when the rep changes their mind. Nothing typed is lost when the save fails.
 */
export default class GuidanceFeedback extends LightningElement {
  /** The stage of the deal, or undefined. The record itself is never kept with an answer. */
  @api stage: string | undefined;
  /** An answer chosen elsewhere, such as in a card's menu. */
  @api
  get initialVerdict(): Verdict | undefined {
    return this._initialVerdict;
  }
  set initialVerdict(verdict: Verdict | undefined) {
    this._initialVerdict = verdict;
    this.verdict = verdict;
  }

  @api
  get guidance(): Guidance {
    return this._guidance;
  }
  /** An answer belongs to one piece: with another, nothing of it is left. */
  set guidance(guidance: Guidance) {
    if (this._guidance && this._guidance.key !== guidance.key) {
      this.verdict = this._initialVerdict;
      this.comment = '';
      this.isSent = false;
      this.hasFailed = false;
    }
    this._guidance = guidance;
  }

  _guidance!: Guidance;
  _initialVerdict: Verdict | undefined;
  verdict: Verdict | undefined;
  comment = '';
  isSending = false;
  isSent = false;
  hasFailed = false;
  /** The keyboard was on a button that is gone after the next rendering. */
  hasLostFocus = false;

  labels = {
    question: QUESTION,
    comment: COMMENT,
    send: SEND,
    cancel: CANCEL,
    thanks: THANKS,
    failed: FAILED
  };

  renderedCallback(): void {
    if (this.hasLostFocus) {
      this.hasLostFocus = false;
      (this.refs as { thanks?: HTMLElement }).thanks?.focus();
    }
  }

  get answers(): { verdict: Verdict; label: string; pressed: string; className: string }[] {
    return ANSWERS.map((answer) => {
      const isChosen = answer.verdict === this.verdict;
      const look = isChosen ? 'slds-button_brand' : 'slds-button_neutral';
      return { ...answer, pressed: String(isChosen), className: `answer slds-button ${look}` };
    });
  }

  handleAnswer(event: Event): void {
    this.verdict = (event.currentTarget as HTMLElement).dataset.verdict as Verdict;
  }

  handleComment(event: CustomEvent<{ value: string }>): void {
    this.comment = event.detail.value;
  }

  handleCancel(): void {
    this.verdict = undefined;
    this.hasFailed = false;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSend(): Promise<void> {
    const { guidance } = this;
    const verdict = this.verdict as Verdict;
    this.isSending = true;
    this.hasFailed = false;
    try {
      await saveNew('Guidance_Review__c', {
        Guidance__c: guidance.id,
        Guidance_Version__c: guidance.version,
        Verdict__c: verdict,
        Comment__c: this.comment.trim() || null,
        Stage__c: this.stage ?? null
      });
      if (guidance.key === this.guidance.key) {
        this.isSent = true;
        this.hasLostFocus = !this.isFocusElsewhere();
      }
      this.dispatchEvent(new CustomEvent('answered', { detail: { verdict } }));
    } catch {
      this.hasFailed = true;
    }
    this.isSending = false;
  }

  /** The rep has gone on to something else while the answer was sent. */
  isFocusElsewhere(): boolean {
    return document.activeElement !== document.body && !this.template?.activeElement;
  }
}
