import ASK from '@salesforce/label/c.Caddie_Erase_Ask';
import CONFIRM from '@salesforce/label/c.Caddie_Erase_Confirm';
import DONE from '@salesforce/label/c.Caddie_Erase_Done';
import EXPLAIN from '@salesforce/label/c.Caddie_Erase_Explain';
import KEEP from '@salesforce/label/c.Caddie_Erase_Keep';
import REQUESTED from '@salesforce/label/c.Caddie_Erase_Requested';
import TAKE_BACK from '@salesforce/label/c.Caddie_Erase_Take_Back';
import SAVE_FAILED from '@salesforce/label/c.Caddie_Save_Failed';
import { momentInWords } from 'c/moments';
import { askForErasure, preferences, type Preference } from 'c/repPreferences';
import { fill } from 'c/text';
import { forgetUnsent } from 'c/tracker';
import { LightningElement } from 'lwc';

/**
 * Asks for the erasure of what is recorded. Whoever may delete a record may also edit it, and nobody edits what was
 * recorded: so the person asks, and the sync, which may delete, does it and leaves a receipt.
 */
export default class ErasureRequest extends LightningElement {
  preference: Preference = preferences.current();
  isAsking = false;
  hasFailed = false;
  mustFocus = false;
  unsubscribe: (() => void) | undefined;

  labels = {
    ask: ASK,
    confirm: CONFIRM,
    explain: EXPLAIN,
    keep: KEEP,
    takeBack: TAKE_BACK,
    failed: SAVE_FAILED
  };

  connectedCallback(): void {
    this.preference = preferences.current();
    this.unsubscribe = preferences.subscribe(() => {
      this.preference = preferences.current();
    });
  }

  disconnectedCallback(): void {
    this.unsubscribe?.();
  }

  renderedCallback(): void {
    if (this.mustFocus) {
      this.mustFocus = false;
      (this.refs as { question?: HTMLElement }).question?.focus();
    }
  }

  get isRequested(): boolean {
    return this.preference.erasureRequestedAt !== null;
  }

  get requestedText(): string {
    return fill(REQUESTED, momentInWords(this.preference.erasureRequestedAt ?? ''));
  }

  get receipt(): string | undefined {
    const { erasedAt, erasureReceipt } = this.preference;
    return erasedAt ? fill(DONE, momentInWords(erasedAt), erasureReceipt ?? '') : undefined;
  }

  handleAsk(): void {
    this.isAsking = true;
    this.mustFocus = true;
  }

  handleKeep(): void {
    this.isAsking = false;
  }

  async handleConfirm(): Promise<void> {
    this.isAsking = false;
    if (await this.save(new Date())) {
      forgetUnsent();
    }
  }

  handleTakeBack(): void {
    this.save(null);
  }

  /** True when the org has it. */
  async save(requestedAt: Date | null): Promise<boolean> {
    try {
      this.hasFailed = false;
      await preferences.change(askForErasure(requestedAt));
      return true;
    } catch {
      this.hasFailed = true;
      return false;
    }
  }
}
