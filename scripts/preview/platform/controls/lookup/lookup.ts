import { api, LightningElement } from 'lwc';

import { recentRecords } from '../../data/recent/recent.ts';
import { objectIcon, searchByName, type Found } from '../../data/search/search.ts';

type Combobox = HTMLElement & { setCustomValidity(message: string): void; reportValidity(): boolean };

/** Chooses a record by its name. Sends `change` with `recordId`, null when the choice is taken back. */
export default class Lookup extends LightningElement {
  @api label = '';
  @api objectApiName = '';
  @api displayName = '';
  @api placeholder = 'Search…';
  @api variant = 'standard';
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp: string | undefined;

  /** Undefined until the user has chosen or taken back. */
  private chosen: Found | null | undefined = undefined;
  private given: string | null = null;
  text = '';
  private found: readonly Found[] = [];

  @api
  get value(): string | null {
    return this.chosen === undefined ? this.given : (this.chosen?.id ?? null);
  }
  set value(value: string | null) {
    if (value !== this.value) {
      this.chosen = undefined;
    }
    this.given = value;
  }

  @api
  setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }

  @api
  reportValidity(): boolean {
    const isMissing = this.required && !this.value;
    this.combobox?.setCustomValidity(isMissing ? 'Complete this field.' : '');
    return this.combobox?.reportValidity() ?? true;
  }

  @api
  focus(): void {
    this.combobox?.focus();
  }

  get inputPill(): { label: string; iconName: string; iconAlternativeText: string } | undefined {
    // A record that a form begins with is often the one that the user comes from.
    const recent = recentRecords().find(({ id }) => id === this.value);
    const given =
      this.chosen === undefined && this.given ? this.displayName || recent?.name || this.given : '';
    const label = this.chosen?.name ?? given;
    const object = recent?.objectApiName ?? this.objectApiName;
    return label ? { label, iconName: objectIcon(object), iconAlternativeText: '' } : undefined;
  }

  get items(): object[] {
    return this.found.map(({ id, name }) => ({
      type: 'option-card',
      text: name,
      value: id,
      iconName: objectIcon(this.objectApiName)
    }));
  }

  handleFocus(): void {
    void this.search('');
  }

  handleText(event: CustomEvent<{ text: string }>): void {
    this.text = event.detail.text;
    void this.search(event.detail.text);
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    event.stopPropagation();
    this.choose(this.found.find(({ id }) => id === event.detail.value) ?? null);
  }

  handleRemove(): void {
    this.choose(null);
  }

  private choose(record: Found | null): void {
    this.chosen = record;
    this.text = '';
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: record?.id ?? null } }));
  }

  private async search(text: string): Promise<void> {
    this.found = await searchByName(this.objectApiName, text).catch(() => []);
  }

  private get combobox(): Combobox | null {
    return this.template?.querySelector<Combobox>('lightning-grouped-combobox') ?? null;
  }
}
