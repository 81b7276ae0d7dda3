import { LightningElement } from 'lwc';

import { settings } from '../settings/settings.ts';

/** The head of Lightning Experience. Its icons are scenery; the search works. */
export default class GlobalHeader extends LightningElement {
  get isDesktop(): boolean {
    return settings.formFactor === 'Large';
  }

  get appLabel(): string {
    return settings.site.app.label;
  }

  get userName(): string {
    return settings.user.name;
  }

  get initials(): string {
    const words = settings.user.name.split(' ');
    return (words[0].charAt(0) + (words.at(-1)?.charAt(0) ?? '')).toUpperCase();
  }
}
