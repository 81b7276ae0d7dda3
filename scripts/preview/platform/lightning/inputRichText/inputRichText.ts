import { api, LightningElement } from 'lwc';

/** Stand-in for `lightning-input-rich-text`: text with bold, italic, lists and links, as HTML. */
export default class InputRichText extends LightningElement {
  @api label = '';
  @api labelVisible = false;
  @api placeholder = '';
  @api disabled = false;
  @api required = false;
  @api messageWhenBadInput = 'Complete this field.';

  private html = '';
  private customMessage = '';
  message = '';

  @api
  get value(): string {
    return this.html;
  }
  set value(value: string) {
    if (value !== this.html) {
      this.html = value ?? '';
      this.fill();
    }
  }

  override renderedCallback(): void {
    if (this.editor && this.editor.innerHTML === '' && this.html !== '') {
      this.fill();
    }
  }

  @api
  setCustomValidity(message: string): void {
    this.customMessage = message;
  }

  @api
  reportValidity(): boolean {
    const isMissing = this.required && !this.editor?.textContent?.trim();
    this.message = this.customMessage || (isMissing ? this.messageWhenBadInput : '');
    return this.message === '';
  }

  @api
  focus(): void {
    this.editor?.focus();
  }

  get editable(): string {
    return String(!this.disabled);
  }

  get elementClass(): string {
    return this.message ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get labelClass(): string {
    return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
  }

  handleInput(): void {
    this.html = this.editor?.innerHTML ?? '';
    this.message = '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.html } }));
  }

  /** Keeps the selection in the text while a button is pressed. */
  handlePress(event: Event): void {
    event.preventDefault();
  }

  handleFormat(event: Event): void {
    // The only way to format a selection that browsers have; deprecated without a successor.
    document.execCommand((event.currentTarget as HTMLElement).dataset.command ?? '');
    this.handleInput();
  }

  private get editor(): HTMLElement | null {
    return this.template?.querySelector<HTMLElement>('.editor') ?? null;
  }

  private fill(): void {
    if (this.editor) {
      this.editor.innerHTML = this.html;
    }
  }
}
