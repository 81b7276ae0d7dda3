import CANCEL from '@salesforce/label/c.Caddie_Cancel';
import { api, LightningElement } from 'lwc';

/**
 * Asks for one sentence. Sends `reason` with it and `cancel`; whoever placed the form saves, and tells whether that
 * is going on or has failed, so that nothing typed is lost.
 */
export default class ReasonForm extends LightningElement {
  @api label = '';
  /** Who reads the answer. */
  @api hint = '';
  /** The verb on the button. */
  @api action = '';
  @api maxLength = 255;
  @api isOptional = false;
  @api isSaving = false;
  @api failure = '';

  text = '';
  /** It takes the keyboard once, when it appears. */
  hadFocus = false;

  labels = { cancel: CANCEL };

  renderedCallback(): void {
    if (!this.hadFocus) {
      this.hadFocus = true;
      (this.refs as { text?: HTMLElement }).text?.focus();
    }
  }

  get isBlocked(): boolean {
    return this.isSaving || (!this.isOptional && this.text.trim() === '');
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
  }

  handleSend(): void {
    this.dispatchEvent(new CustomEvent('reason', { detail: { text: this.text.trim() } }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
