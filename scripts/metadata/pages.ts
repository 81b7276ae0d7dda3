import { childrenOf, childText } from '../local-org/xml/document.ts';
import type { XmlElement } from '../local-org/xml/document.ts';
import { ofType } from './source.ts';
import type { SourceFile } from './source.ts';

/** A Lightning page. */
export interface Page {
  name: string;
  file: SourceFile;
  type: string;
  template: string;
  /** The object of a record page; empty for other pages. */
  object: string;
  regions: readonly Region[];
}

export interface Region {
  name: string;
  type: string;
  instances: readonly Instance[];
}

export interface Instance {
  component: string;
  identifier: string;
  /** Values by name; a list of values is null here. */
  properties: ReadonlyMap<string, string | null>;
  element: XmlElement;
}

/** The regions that each template has: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm */
export const TEMPLATE_REGIONS: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:defaultAppHomeTemplate': ['main'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents']
};

/** The component target that each type of page asks for. */
export const PAGE_TARGETS: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  HomePage: 'lightning__HomePage',
  AppPage: 'lightning__AppPage',
  UtilityBar: 'lightning__UtilityBar'
};

/** Components that Salesforce ships and the pages of this project use. A misspelt one would only fail in an org. */
export const STANDARD_COMPONENTS: ReadonlySet<string> = new Set([
  'flexipage:recentItems',
  'flexipage:tab',
  'flexipage:tabset',
  'force:detailPanel',
  'force:highlightsPanel',
  'force:relatedListContainer',
  'home:eventContainer',
  'runtime_sales_activities:activityPanel',
  'runtime_sales_activities:todayTaskContainer',
  'runtime_sales_pathassistant:pathAssistant'
]);

/** Properties whose value is the name of a facet: a region that stands inside a component. */
const FACET_PROPERTIES: ReadonlySet<string> = new Set(['flexipage:tabset tabs', 'flexipage:tab body']);

export function pagesOf(files: readonly SourceFile[]): Page[] {
  return ofType(files, 'FlexiPage').map((file) => ({
    name: file.name,
    file,
    type: childText(file.root, 'type'),
    template: childrenOf(file.root, 'template')
      .map((template) => childText(template, 'name'))
      .join(),
    object: childText(file.root, 'sobjectType'),
    regions: childrenOf(file.root, 'flexiPageRegions').map(region)
  }));
}

export function instancesOf(page: Page): Instance[] {
  return page.regions.flatMap(({ instances }) => instances);
}

/** Names of the facets that components of the page show. */
export function shownFacets(page: Page): string[] {
  return instancesOf(page).flatMap(({ component, properties }) =>
    [...properties].flatMap(([name, value]) =>
      value !== null && FACET_PROPERTIES.has(`${component} ${name}`) ? [value] : []
    )
  );
}

function region(element: XmlElement): Region {
  return {
    name: childText(element, 'name'),
    type: childText(element, 'type'),
    instances: childrenOf(element, 'itemInstances')
      .flatMap((item) => childrenOf(item, 'componentInstance'))
      .map(instance)
  };
}

function instance(element: XmlElement): Instance {
  // A decorator belongs to the utility bar's frame around the component, not to the component.
  const own = childrenOf(element, 'componentInstanceProperties').filter(
    (property) => childText(property, 'type') !== 'decorator'
  );
  return {
    component: childText(element, 'componentName'),
    identifier: childText(element, 'identifier'),
    properties: new Map(
      own.map((property) => [
        childText(property, 'name'),
        childrenOf(property, 'valueList').length > 0 ? null : childText(property, 'value')
      ])
    ),
    element
  };
}
