import { api, LightningElement } from 'lwc';

/** A mark beside the line, told apart by its shape as well as by its colour. */
export type Tone = 'late' | 'soon' | 'none';

const MARKS: Record<Tone, { icon: string; variant: string } | undefined> = {
  late: { icon: 'utility:warning', variant: 'error' },
  soon: { icon: 'utility:clock', variant: 'warning' },
  none: undefined
};

/** One part of account intelligence. Sends `toggle` with its name; whoever placed it decides whether it is open. */
export default class IntelligenceSection extends LightningElement {
  @api name = '';
  @api label = '';
  /** The part in one line, with its number. */
  @api summary = '';
  @api tone: Tone = 'none';
  @api isOpen = false;

  /** Puts the keyboard on the line. */
  @api
  focus(): void {
    (this.refs as { toggle?: HTMLElement }).toggle?.focus();
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get mark(): { icon: string; variant: string } | undefined {
    return MARKS[this.tone];
  }

  handleToggle(): void {
    this.dispatchEvent(new CustomEvent('toggle', { detail: { name: this.name } }));
  }
}
