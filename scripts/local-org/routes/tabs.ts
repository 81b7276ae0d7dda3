import type { ObjectSchema, Org, UserContext } from '../contract.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { childText, parseXml } from '../xml/document.ts';
import { themeInfo } from '../ui-api/theme.ts';

/** Standard objects that a new org shows as tabs. */
const WITH_TABS = new Set(['Account', 'Campaign', 'Contact', 'Lead', 'Opportunity', 'Product2']);

interface Tab {
  name: string;
  label: string;
  object: ObjectSchema | null;
  path: string;
}

/**
 * The tabs that the user can open, and the colours of objects. Icons are left out: the org serves no pictures.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_tabs.htm
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_themes.htm
 */
export function tabRoutes(app: OrgApp, org: Org): void {
  app.get(dataPath('tabs'), (context) => {
    const user = context.get('user');
    const tabs = [...objectTabs(org, user), ...pageTabs(org)];
    return context.json(tabs.map((tab) => describeTab(org, context, tab)));
  });

  app.get(dataPath('theme'), (context) => {
    const themeItems = visibleObjects(org, context.get('user')).map((object) => ({
      colors: colorsOf(org, object),
      icons: [],
      name: object.name
    }));
    return context.json({ themeItems });
  });
}

function visibleObjects(org: Org, user: UserContext): ObjectSchema[] {
  return org.schema.objects().filter((object) => !object.setup && org.access.object(user, object).read);
}

/** A custom object has a tab when one is deployed. */
function objectTabs(org: Org, user: UserContext): Tab[] {
  return visibleObjects(org, user)
    .filter(({ name, custom }) =>
      custom ? org.metadata.get('CustomTab', name).length > 0 : WITH_TABS.has(name)
    )
    .map((object) => ({
      name: object.custom ? object.name : `standard-${object.name}`,
      label: object.labelPlural,
      object,
      path: `/lightning/o/${object.name}/list`
    }));
}

/** Tabs of pages and components. */
function pageTabs(org: Org): Tab[] {
  return org.metadata.list('CustomTab').flatMap(({ fullName, content }) => {
    const root = parseXml(new TextDecoder().decode(content));
    if (childText(root, 'customObject') === 'true') return [];
    return [
      { name: fullName, label: childText(root, 'label'), object: null, path: `/lightning/n/${fullName}` }
    ];
  });
}

function describeTab(org: Org, context: OrgContext, { name, label, object, path }: Tab) {
  return {
    colors: object ? colorsOf(org, object) : [],
    custom: !name.startsWith('standard-'),
    iconUrl: null,
    icons: [],
    label,
    miniIconUrl: null,
    name,
    sobjectName: object?.name ?? null,
    url: `${new URL(context.req.url).origin}${path}`
  };
}

function colorsOf(org: Org, object: ObjectSchema) {
  return [{ color: themeInfo(org, object).color, context: 'primary', theme: 'theme4' }];
}
