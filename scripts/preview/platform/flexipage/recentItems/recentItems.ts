import { openPath } from 'force/navigation';
import { api, LightningElement } from 'lwc';

import { recentRecords } from '../../data/recent/recent.ts';
import { objectIcon } from '../../data/search/search.ts';

interface Item {
  id: string;
  name: string;
  path: string;
  icon: string;
}

/** The records that the user has looked at last. */
export default class RecentItems extends LightningElement {
  @api entityNames: readonly string[] = [];
  @api maxRecords: string | number = 5;

  get items(): Item[] {
    return recentRecords()
      .filter(({ objectApiName }) => this.entityNames.includes(objectApiName))
      .slice(0, Number(this.maxRecords))
      .map(({ id, objectApiName, name }) => ({
        id,
        name,
        path: `/lightning/r/${objectApiName}/${id}/view`,
        icon: objectIcon(objectApiName)
      }));
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  handleClick(event: MouseEvent): void {
    if (!event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      openPath((event.currentTarget as HTMLElement).dataset.path ?? '/');
    }
  }
}
