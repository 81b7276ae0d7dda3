import { observePage, type PageReference } from 'force/navigation';
import { LightningElement } from 'lwc';

import { layoutOf } from '../../flexipage/layout.ts';
import { settings } from '../settings/settings.ts';
import { placeOf, type Place } from './place.ts';

interface Row {
  key: string;
  regions: { name: string; components: unknown }[];
}

/** The part of the window that a page of Lightning fills: what the URL says, drawn from the flexipages. */
export default class Page extends LightningElement {
  place: Place | null = null;
  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.stop = observePage((page: PageReference) => {
      this.place = placeOf(page, settings.site, settings.formFactor);
    });
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  get layout(): ReturnType<typeof layoutOf> | null {
    return this.place?.model ? layoutOf(this.place.model, settings.formFactor) : null;
  }

  get top(): Row[] {
    return this.rows(this.layout?.top.map((region) => [region]) ?? []);
  }

  get columns(): { name: string; className: string; rows: Row[] }[] {
    return (this.layout?.columns ?? []).map(({ name, rows }) => ({
      name,
      className: `column ${name}`,
      rows: this.rows(rows)
    }));
  }

  get isList(): boolean {
    return this.place?.kind === 'list';
  }

  get isMenu(): boolean {
    return this.place?.kind === 'menu';
  }

  get isNothing(): boolean {
    return this.place?.kind === 'nothing';
  }

  /** Another record on the same page is another page: its components start anew. */
  private rows(rows: NonNullable<Page['layout']>['top'][]): Row[] {
    return rows.map((regions) => ({
      key: `${this.place?.key} ${regions.map(({ name }) => name).join(' ')}`,
      regions
    }));
  }
}
