import { api, LightningElement } from 'lwc';

import { nameOf } from '../../data/search/search.ts';

type Lookup = HTMLElement & { setCustomValidity(message: string): void; reportValidity(): boolean };

/** Stand-in for `lightning-record-picker`: chooses a record by its name. Filters and matching fields are not followed. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api objectApiName = '';
  @api placeholder = 'Search…';
  @api variant = 'standard';
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp: string | undefined;

  private chosen: string | null = null;
  /** Of the record that the picker was given; a chosen one is known by its name already. */
  givenName = '';

  @api
  get value(): string | null {
    return this.chosen;
  }
  set value(value: string | null) {
    if (value !== this.chosen) {
      this.chosen = value;
      void this.readName(value);
    }
  }

  @api
  clearSelection(): void {
    this.chosen = null;
  }

  @api
  setCustomValidity(message: string): void {
    this.lookup?.setCustomValidity(message);
  }

  @api
  reportValidity(): boolean {
    return this.lookup?.reportValidity() ?? true;
  }

  @api
  focus(): void {
    this.lookup?.focus();
  }

  handleChange(event: CustomEvent<{ recordId: string | null }>): void {
    event.stopPropagation();
    this.chosen = event.detail.recordId;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: event.detail.recordId } }));
  }

  private async readName(recordId: string | null): Promise<void> {
    const name = recordId ? await nameOf(this.objectApiName, recordId).catch(() => '') : '';
    if (recordId === this.chosen) {
      this.givenName = name;
    }
  }

  private get lookup(): Lookup | null {
    return this.template?.querySelector<Lookup>('controls-lookup') ?? null;
  }
}
