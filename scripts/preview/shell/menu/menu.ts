import { openPath } from 'force/navigation';
import { LightningElement } from 'lwc';

import type { NavigationItem } from '../../site/model.ts';
import { settings } from '../settings/settings.ts';

/** Where a phone starts: the tabs of the app. */
export default class Menu extends LightningElement {
  get items(): NavigationItem[] {
    return settings.site.app.navigation.filter(({ path }) => path !== '/lightning/page/home');
  }

  handleClick(event: MouseEvent): void {
    event.preventDefault();
    openPath((event.currentTarget as HTMLElement).dataset.path ?? '/');
  }
}
