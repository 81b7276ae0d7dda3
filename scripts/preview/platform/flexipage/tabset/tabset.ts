import { api, LightningElement } from 'lwc';

import type { ComponentModel } from '../../../flexipage/model.ts';

const STANDARD_TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Collaborate',
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.feed': 'Chatter',
  'Standard.Tab.relatedLists': 'Related'
};

interface Tab {
  id: string;
  label: string;
  body: readonly ComponentModel[];
}

/** Tabs of a page, each with the components of its facet. */
export default class Tabset extends LightningElement {
  @api facets: Readonly<Record<string, readonly ComponentModel[]>> = {};
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  get tabs(): Tab[] {
    return (this.facets.tabs ?? []).map(({ id, properties, facets }) => {
      const title = String(properties.title ?? id);
      return { id, label: STANDARD_TITLES[title] ?? title, body: facets.body ?? [] };
    });
  }

  get activeId(): string | undefined {
    const tabs = this.facets.tabs ?? [];
    return (tabs.find(({ properties }) => properties.active === 'true') ?? tabs[0])?.id;
  }
}
