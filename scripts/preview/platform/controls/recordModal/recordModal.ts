import { api, LightningElement } from 'lwc';

import { layout, type Layout } from '../../data/layouts/layouts.ts';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';

interface Field {
  name: string;
  label: string | undefined;
  value: string | undefined;
}

interface Section {
  key: string;
  heading: string | null;
  fields: Field[];
}

/** The window in which a record is edited or made, laid out as its page layout says. */
export default class RecordModal extends LightningElement {
  @api objectApiName = '';
  @api recordId: string | undefined;
  @api heading = '';
  /** Values that a new record begins with, by field. */
  @api presets: Readonly<Record<string, string>> = {};

  layout: Layout | null = null;
  private hasFocus = false;

  override connectedCallback(): void {
    void layout(this.objectApiName, 'Full', this.recordId ? 'View' : 'Create').then((found) => {
      this.layout = found;
    });
  }

  get title(): string {
    return this.recordId ? `Edit ${this.heading}` : `New ${this.heading}`;
  }

  /** Fields that nobody can change here would only stand in the way. */
  get sections(): Section[] {
    return (this.layout?.sections ?? [])
      .map(({ heading, layoutRows }, index) => ({
        key: String(index),
        heading,
        fields: layoutRows
          .flatMap(({ layoutItems }) => layoutItems)
          .filter(({ editableForUpdate, editableForNew }) =>
            this.recordId ? editableForUpdate : editableForNew
          )
          .flatMap(({ label, layoutComponents }): Field[] => {
            const names = layoutComponents.flatMap(({ apiName }) => apiName ?? []);
            const single = names.length === 1 ? label : undefined;
            return names.map((name) => ({ name, label: single, value: this.presets[name] }));
          })
      }))
      .filter(({ fields }) => fields.length > 0);
  }

  override renderedCallback(): void {
    if (!this.hasFocus) {
      this.hasFocus = true;
      (this.refs?.dialog as HTMLElement).focus();
    }
  }

  /** The footer stands outside of the form, so that it stays in sight; the form's own button is hidden. */
  handleSave(): void {
    (this.refs?.submit as HTMLElement).click();
  }

  handleSuccess(): void {
    this.dispatchEvent(new ShowToastEvent({ title: `${this.heading} was saved.`, variant: 'success' }));
    this.close();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.close();
    }
  }

  close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
