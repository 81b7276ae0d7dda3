import ADD from '@salesforce/label/c.Caddie_Intelligence_Fit_Add';
import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import EDIT from '@salesforce/label/c.Caddie_Intelligence_Fit_Edit';
import ELSEWHERE from '@salesforce/label/c.Caddie_Intelligence_Fit_Elsewhere';
import ELSEWHERE_HELP from '@salesforce/label/c.Caddie_Intelligence_Fit_Elsewhere_Help';
import HONOUR from '@salesforce/label/c.Caddie_Intelligence_Fit_Honour';
import HONOUR_TO from '@salesforce/label/c.Caddie_Intelligence_Fit_Honour_To';
import NONE from '@salesforce/label/c.Caddie_Intelligence_Fit_None';
import PROBLEM from '@salesforce/label/c.Caddie_Intelligence_Fit_Problem';
import PROBLEM_HELP from '@salesforce/label/c.Caddie_Intelligence_Fit_Problem_Help';
import REFERRED_TO from '@salesforce/label/c.Caddie_Intelligence_Fit_Referred_To';
import SAVE from '@salesforce/label/c.Caddie_Save';
import SAVED from '@salesforce/label/c.Caddie_Intelligence_Fit_Saved';
import { saveChange, type Fields } from 'c/crm';
import type { Fit } from 'c/intelligenceView';
import { saveFailure } from 'c/saveFailure';
import { fill } from 'c/text';
import { api, LightningElement } from 'lwc';

/**
 * The customer's problem in the customer's words, and whether the right solution lies elsewhere. Saved in place; sends
 * `saved`. Fields that the person may not see are absent.
 */
export default class DealFit extends LightningElement {
  @api fit!: Fit;

  /** What is typed; null while nothing is edited. */
  draft: { problem: string; solvedElsewhere: boolean; referredTo: string } | null = null;
  isSaving = false;
  failure = '';
  announcement = '';
  /** Which element takes the keyboard after the next rendering. */
  focusNext: 'form' | 'button' | null = null;

  labels = {
    none: NONE,
    problem: PROBLEM,
    problemHelp: PROBLEM_HELP,
    elsewhere: ELSEWHERE,
    elsewhereHelp: ELSEWHERE_HELP,
    referredTo: REFERRED_TO,
    save: SAVE,
    cancel: CANCEL
  };

  renderedCallback(): void {
    if (this.focusNext) {
      const { form, button } = this.refs as { form?: HTMLElement; button?: HTMLElement };
      (this.focusNext === 'form' ? form : button)?.focus();
      this.focusNext = null;
    }
  }

  get hasProblem(): boolean {
    return this.fit.problem !== undefined;
  }

  get hasElsewhere(): boolean {
    return this.fit.solvedElsewhere !== undefined;
  }

  get hasReferredTo(): boolean {
    return this.fit.referredTo !== undefined && this.draft?.solvedElsewhere === true;
  }

  get honourText(): string {
    const { solvedElsewhere, referredTo } = this.fit;
    if (!solvedElsewhere) {
      return '';
    }
    return referredTo ? fill(HONOUR_TO, referredTo) : HONOUR;
  }

  get editText(): string {
    return this.fit.problem ? EDIT : ADD;
  }

  handleEdit(): void {
    const { problem = '', solvedElsewhere = false, referredTo = '' } = this.fit;
    this.draft = { problem, solvedElsewhere, referredTo };
    this.focusNext = 'form';
    this.failure = '';
  }

  handleProblem(event: CustomEvent<{ value: string }>): void {
    this.draft = { ...this.draft!, problem: event.detail.value };
  }

  handleElsewhere(event: CustomEvent<{ checked: boolean }>): void {
    this.draft = { ...this.draft!, solvedElsewhere: event.detail.checked };
  }

  handleReferredTo(event: CustomEvent<{ value: string }>): void {
    this.draft = { ...this.draft!, referredTo: event.detail.value };
  }

  handleCancel(): void {
    this.draft = null;
    this.focusNext = 'button';
  }

  async handleSave(): Promise<void> {
    this.isSaving = true;
    this.failure = '';
    try {
      await saveChange(this.fit.dealId, this.changes());
      this.draft = null;
      this.focusNext = 'button';
      this.announcement = SAVED;
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.failure = saveFailure(error);
    }
    this.isSaving = false;
  }

  /** Only fields that the person sees; a referral stands only beside a solution elsewhere. */
  changes(): Fields {
    const { problem, solvedElsewhere, referredTo } = this.draft!;
    const changes: Fields = {};
    if (this.hasProblem) {
      changes.Customer_Problem__c = problem.trim() || null;
    }
    if (this.hasElsewhere) {
      changes.Solved_Elsewhere__c = solvedElsewhere;
    }
    if (this.fit.referredTo !== undefined) {
      changes.Referred_To__c = solvedElsewhere ? referredTo.trim() || null : null;
    }
    return changes;
  }
}
