import { LightningElement } from 'lwc';

import type { ComponentModel } from '../../flexipage/model.ts';
import { settings } from '../settings/settings.ts';

interface Item {
  id: string;
  label: string;
  icon: string;
  isOpen: boolean;
  expanded: string;
  panelStyle: string;
  panelClass: string;
  model: ComponentModel;
}

/** The bar at the foot of the window; each item opens its panel above it. */
export default class UtilityBar extends LightningElement {
  openId: string | null = null;
  /** A panel that was open once keeps its component and its state. */
  private seen: ReadonlySet<string> = new Set();

  get items(): Item[] {
    const name = settings.site.app.utilityBar;
    const regions = (name !== null && settings.site.pages[name]?.regions) || [];
    return regions
      .flatMap(({ components }) => components)
      .map((model) => ({
        id: model.id,
        label: model.decorators.label ?? model.module,
        icon: model.decorators.icon ?? 'utility:component_customization',
        isOpen: this.seen.has(model.id),
        expanded: String(this.openId === model.id),
        panelStyle: `width: ${model.decorators.width ?? 340}px; height: ${model.decorators.height ?? 480}px`,
        panelClass:
          this.openId === model.id
            ? 'slds-utility-panel slds-grid slds-grid_vertical slds-is-open'
            : 'slds-hide',
        model
      }));
  }

  get hasItems(): boolean {
    return this.items.length > 0;
  }

  handleToggle(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.openId = this.openId === id || id === undefined ? null : id;
    if (id !== undefined) {
      this.seen = new Set([...this.seen, id]);
    }
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.openId = null;
    }
  }
}
