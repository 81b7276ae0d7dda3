import type { PageReference } from 'force/navigation';

import { defaultRecordPage } from '../../flexipage/default-page.ts';
import type { ComponentModel, PageModel } from '../../flexipage/model.ts';
import type { FormFactor, SiteModel } from '../../site/model.ts';

/** What a URL shows. */
export interface Place {
  /** `menu` is where a phone starts: home pages are for desktops only. */
  kind: 'page' | 'list' | 'menu' | 'nothing';
  model: PageModel | null;
  recordId?: string;
  objectApiName?: string;
  /** Another key is another page. */
  key: string;
}

type Site = Pick<SiteModel, 'pages' | 'recordPages' | 'home' | 'tabs'>;

const NOTHING: Place = { kind: 'nothing', model: null, key: 'nothing' };

function pageOf(component: string, label: string): PageModel {
  const model: ComponentModel = {
    id: component,
    module: component,
    properties: {},
    decorators: {},
    facets: {},
    visibility: null
  };
  const regions = [{ name: 'main', components: [model] }];
  return { name: component, label, type: 'AppPage', object: null, template: '', regions };
}

function tabPlace(apiName: string, site: Site): Place {
  const tab = site.tabs[apiName];
  const model = tab?.page
    ? site.pages[tab.page]
    : tab?.component
      ? pageOf(tab.component, tab.label)
      : undefined;
  return model ? { kind: 'page', model, key: apiName } : NOTHING;
}

function recordPlace(recordId: string, object: string, site: Site, formFactor: FormFactor): Place {
  const name = site.recordPages[object]?.[formFactor];
  const model = (name !== undefined && site.pages[name]) || defaultRecordPage(object);
  return { kind: 'page', model, recordId, objectApiName: object, key: recordId };
}

/** Finds what a page reference shows to a user of this device. */
export function placeOf({ type, attributes }: PageReference, site: Site, formFactor: FormFactor): Place {
  const { recordId, objectApiName, pageName, apiName, componentName } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return recordId && objectApiName ? recordPlace(recordId, objectApiName, site, formFactor) : NOTHING;
    case 'standard__objectPage':
      return objectApiName ? { kind: 'list', model: null, objectApiName, key: objectApiName } : NOTHING;
    case 'standard__navItemPage':
      return tabPlace(apiName ?? '', site);
    case 'standard__component': {
      const component = (componentName ?? '').replace('__', '/');
      return { kind: 'page', model: pageOf(component, component), key: component };
    }
    default: {
      const home = site.home[formFactor];
      const model = pageName === 'home' && home ? site.pages[home] : undefined;
      return model ? { kind: 'page', model, key: model.name } : { kind: 'menu', model: null, key: 'menu' };
    }
  }
}
