import { openPath } from 'force/navigation';
import { LightningElement } from 'lwc';

import { objectIcon, searchByName } from '../../platform/data/search/search.ts';

const OBJECTS = [
  ['Opportunity', 'Opportunities'],
  ['Account', 'Accounts'],
  ['Contact', 'Contacts'],
  ['Lead', 'Leads']
];
const SHOWN = 3;
/** Searches when the typing pauses, not at every letter. */
const PAUSE_MS = 200;

interface Group {
  label: string;
  items: { type: 'option-card'; text: string; value: string; iconName: string }[];
}

/** The search of the global header: finds records by their names. */
export default class Search extends LightningElement {
  groups: Group[] = [];
  text = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  handleText(event: CustomEvent<{ text: string }>): void {
    this.text = event.detail.text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(this.text), PAUSE_MS);
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.text = '';
    this.groups = [];
    openPath(event.detail.value);
  }

  private async search(text: string): Promise<void> {
    const groups = await Promise.all(
      OBJECTS.map(([object, label]) => this.group(object, label, text.trim()))
    );
    if (text === this.text) {
      this.groups = groups.filter(({ items }) => items.length > 0);
    }
  }

  private async group(object: string, label: string, text: string): Promise<Group> {
    // An object that the user may not see has nothing to find.
    const found = text === '' ? [] : await searchByName(object, text, SHOWN).catch(() => []);
    const items = found.map(({ id, name }) => ({
      type: 'option-card' as const,
      text: name,
      value: `/lightning/r/${object}/${id}/view`,
      iconName: objectIcon(object)
    }));
    return { label, items };
  }
}
