import { api, LightningElement } from 'lwc';

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
  @api value: string | null = null;

  @api
  clearSelection(): void {
    this.value = null;
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
    this.value = event.detail.recordId;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: event.detail.recordId } }));
  }

  private get lookup(): Lookup | null {
    return this.template?.querySelector<Lookup>('controls-lookup') ?? null;
  }
}
