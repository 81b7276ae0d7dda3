import { basename } from 'node:path';

import {
  elementsOf,
  metadataFiles,
  readMetadata,
  textOf,
  textsOf,
  type XmlElement
} from '../metadata/xml.ts';
import type { FormFactor, NavigationItem, PageChoice, SiteModel } from './model.ts';

const STANDARD_TABS: Readonly<Record<string, { label: string; icon: string }>> = {
  Account: { label: 'Accounts', icon: 'standard:account' },
  Campaign: { label: 'Campaigns', icon: 'standard:campaign' },
  Contact: { label: 'Contacts', icon: 'standard:contact' },
  Event: { label: 'Calendar', icon: 'standard:event' },
  Lead: { label: 'Leads', icon: 'standard:lead' },
  Opportunity: { label: 'Opportunities', icon: 'standard:opportunity' },
  Product2: { label: 'Products', icon: 'standard:product' },
  Task: { label: 'Tasks', icon: 'standard:task' }
};

/** `Custom53: Bell` → `custom:custom53` */
function motifIcon(tab: XmlElement | undefined): string {
  const motif = /^Custom(\d+)/.exec((tab && textOf(tab, 'motif')) ?? '');
  return motif ? `custom:custom${motif[1]}` : 'standard:custom';
}

function objectPluralLabel(sourceDir: string, object: string): string | undefined {
  const [file] = metadataFiles(sourceDir, `${object}.object-meta.xml`);
  return file ? textOf(readMetadata(file, 'CustomObject'), 'pluralLabel') : undefined;
}

function tabElements(sourceDir: string): Map<string, XmlElement> {
  const files = metadataFiles(sourceDir, '.tab-meta.xml');
  return new Map(files.map((file) => [basename(file, '.tab-meta.xml'), readMetadata(file, 'CustomTab')]));
}

function navigationItem(
  name: string,
  tabs: ReadonlyMap<string, XmlElement>,
  sourceDir: string
): NavigationItem {
  if (name === 'standard-home') {
    return { tab: name, label: 'Home', path: '/lightning/page/home', icon: 'standard:home' };
  }
  const object = name.replace(/^standard-/, '');
  const standard = STANDARD_TABS[object];
  if (standard && name !== object) {
    return { tab: name, ...standard, path: `/lightning/o/${object}/list` };
  }
  const tab = tabs.get(name);
  const isObject = name.endsWith('__c') && (!tab || textOf(tab, 'customObject') === 'true');
  return isObject
    ? {
        tab: name,
        label: objectPluralLabel(sourceDir, name) ?? name,
        path: `/lightning/o/${name}/list`,
        icon: motifIcon(tab)
      }
    : {
        tab: name,
        label: (tab && textOf(tab, 'label')) ?? name,
        path: `/lightning/n/${name}`,
        icon: motifIcon(tab)
      };
}

function tabPages(tabs: ReadonlyMap<string, XmlElement>): SiteModel['tabs'] {
  const pages: SiteModel['tabs'] = {};
  for (const [name, tab] of tabs) {
    const label = textOf(tab, 'label') ?? name;
    const page = textOf(tab, 'flexiPage');
    const component = textOf(tab, 'lwcComponent');
    if (page || component) {
      pages[name] = {
        label,
        ...(page ? { page } : {}),
        ...(component ? { component: `c/${component}` } : {})
      };
    }
  }
  return pages;
}

/** Which flexipages the app's action overrides put in place of the standard pages. */
function assignments(app: XmlElement): Pick<SiteModel, 'home' | 'recordPages'> {
  const home: PageChoice = {};
  const recordPages: Record<string, PageChoice> = {};
  for (const override of elementsOf(app, 'actionOverrides')) {
    const target = textOf(override, 'pageOrSobjectType') ?? '';
    const formFactor = (textOf(override, 'formFactor') ?? 'Large') as FormFactor;
    const page = textOf(override, 'content');
    if (page && target === 'standard-home') {
      home[formFactor] = page;
    } else if (page && textOf(override, 'actionName') === 'View') {
      (recordPages[target] ??= {})[formFactor] = page;
    }
  }
  return { home, recordPages };
}

/** The first Lightning app of a source folder; without one, an app without tabs. */
export function readApp(sourceDir: string): Pick<SiteModel, 'app' | 'home' | 'recordPages' | 'tabs'> {
  const [file] = metadataFiles(sourceDir, '.app-meta.xml');
  const element = file ? readMetadata(file, 'CustomApplication') : {};
  const tabs = tabElements(sourceDir);
  const [brand] = elementsOf(element, 'brand');
  return {
    app: {
      label: textOf(element, 'label') ?? 'Preview',
      color: (brand && textOf(brand, 'headerColor')) ?? null,
      navigation: textsOf(element, 'tabs').map((name) => navigationItem(name, tabs, sourceDir)),
      utilityBar: textOf(element, 'utilityBar') ?? null
    },
    ...assignments(element),
    tabs: tabPages(tabs)
  };
}
