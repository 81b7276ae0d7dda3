import { observePage, openPath, toUrl } from 'force/navigation';
import { LightningElement } from 'lwc';

import { settings } from '../settings/settings.ts';

interface Item {
  label: string;
  path: string;
  className: string;
  current: 'page' | null;
}

/** The app's name and its tabs. */
export default class NavigationBar extends LightningElement {
  private object: string | undefined;
  private path = '';
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.stop = observePage((page) => {
      this.object = page.attributes.objectApiName;
      this.path = toUrl(page) ?? '';
    });
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get appLabel(): string {
    return settings.site.app.label;
  }

  /** The app's own colour, where it has one, marks its bar. */
  get barStyle(): string {
    const { color } = settings.site.app;
    return color ? `--app-color: ${color}` : '';
  }

  get items(): Item[] {
    return settings.site.app.navigation.map(({ label, path }) => {
      const isCurrent =
        path === this.path || (this.object !== undefined && path === `/lightning/o/${this.object}/list`);
      return {
        label,
        path,
        className: `slds-context-bar__item${isCurrent ? ' slds-is-active' : ''}`,
        current: isCurrent ? 'page' : null
      };
    });
  }

  handleClick(event: MouseEvent): void {
    if (!event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      openPath((event.currentTarget as HTMLElement).dataset.path ?? '/');
    }
  }
}
