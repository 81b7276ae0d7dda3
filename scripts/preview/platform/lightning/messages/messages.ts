import { LightningElement } from 'lwc';

import { joinForm } from '../../data/forms/joinForm.ts';

/** Stand-in for `lightning-messages`: what the org says against the record as a whole. */
export default class Messages extends LightningElement {
  messages: readonly string[] = [];
  private leave: (() => void) | undefined;

  override connectedCallback(): void {
    joinForm(this, (form) => {
      this.leave = form.join({
        fieldName: null,
        formChanged: () => {
          this.messages = form.errors.messages;
        }
      });
    });
  }

  override disconnectedCallback(): void {
    this.leave?.();
  }

  get hasMessages(): boolean {
    return this.messages.length > 0;
  }
}
