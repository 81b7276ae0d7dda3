import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STANDARD_OBJECTS } from '../local-org/catalogue/index.ts';
import { childrenOf, childText, parseXml } from '../local-org/xml/document.ts';
import { componentsOf, configFor, valueProblem } from './components.ts';
import type { Component } from './components.ts';
import { fieldsOfObjects } from './fields.ts';
import {
  instancesOf,
  PAGE_TARGETS,
  pagesOf,
  shownFacets,
  STANDARD_COMPONENTS,
  TEMPLATE_REGIONS
} from './pages.ts';
import type { Instance, Page } from './pages.ts';
import { ofType, problem, sourceFiles } from './source.ts';

const files = sourceFiles();
const pages = pagesOf(files);
const components = componentsOf(files);
const customFields = fieldsOfObjects(files);

const RECORD_TARGETS = new Set(['lightning__RecordPage', 'lightning__RecordAction']);

/** Problems of every component of this project on every page, each with the place where it stands. */
function onPages(check: (page: Page, instance: Instance, component: Component) => string[]): string[] {
  return pages.flatMap((page) =>
    instancesOf(page).flatMap((instance) => {
      const component = components.get(instance.component.slice('c:'.length));
      if (!instance.component.startsWith('c:') || !component) return [];
      return check(page, instance, component).map((text) =>
        problem(page.file, `${instance.component} ${text}`, instance.element)
      );
    })
  );
}

test('pages show only components that exist', () => {
  const unknown = pages.flatMap((page) =>
    instancesOf(page)
      .filter(({ component }) =>
        component.startsWith('c:') ? !components.has(component.slice(2)) : !STANDARD_COMPONENTS.has(component)
      )
      .map(({ component, element }) => problem(page.file, `${component} doesn't exist`, element))
  );
  assert.deepEqual(unknown, []);
});

test('a component stands only where it may: exposed, on its target, its objects', () => {
  const misplaced = onPages((page, _, component) => {
    const target = PAGE_TARGETS[page.type] ?? `no target for ${page.type}`;
    const objects = configFor(component, target)?.objects ?? [];
    return [
      ...(component.isExposed ? [] : ['is not exposed']),
      ...(component.targets.includes(target) ? [] : [`has no target ${target}`]),
      ...(objects.length === 0 || objects.includes(page.object) ? [] : [`is not made for ${page.object}`])
    ];
  });
  assert.deepEqual(misplaced, []);
});

test('pages set only properties that the component declares, to values that it takes', () => {
  const wrong = onPages((page, { properties }, component) => {
    const declared = configFor(component, PAGE_TARGETS[page.type] ?? '')?.properties;
    const set = [...properties].flatMap(([name, value]) => {
      const property = declared?.get(name);
      if (!property) return [`declares no property ${name}`];
      const wrongValue = valueProblem(property, value ?? '');
      return wrongValue === null ? [] : [`${name}: ${wrongValue}`];
    });
    const missing = [...(declared ?? [])].filter(
      ([name, property]) => property.attributes['required'] === 'true' && !properties.has(name)
    );
    return [...set, ...missing.map(([name]) => `needs ${name}`)];
  });
  assert.deepEqual(wrong, []);
});

test('an App Builder property has a label and a description', () => {
  const silent = [...components.values()].flatMap(({ file, configs }) =>
    configs.flatMap(({ properties }) =>
      [...properties.values()].flatMap((property) =>
        ['label', 'description']
          .filter((attribute) => !property.attributes[attribute]?.trim())
          .map((attribute) => problem(file, `${property.attributes['name']} has no ${attribute}`, property))
      )
    )
  );
  assert.deepEqual(silent, []);
});

test('guided fields name fields of the page’s object', () => {
  const unknown = onPages((page, { component, properties }) => {
    if (component !== 'c:guidedFields') return [];
    const standard = STANDARD_OBJECTS.find(({ name }) => name === page.object)?.fields ?? [];
    const known = new Set([
      ...standard.map(({ name }) => name),
      ...(customFields.get(page.object)?.keys() ?? [])
    ]);
    return (properties.get('fields') ?? '')
      .split(',')
      .map((field) => field.trim())
      .filter((field) => !known.has(field))
      .map((field) => `names ${page.object}.${field}, which doesn't exist`);
  });
  assert.deepEqual(unknown, []);
});

test('the panel names kinds that guidance can have', () => {
  const kind = customFields.get('Guidance__c')?.get('Kind__c');
  assert.ok(kind);
  const values = childrenOf(kind.file.root, 'valueSet')
    .flatMap((set) => childrenOf(set, 'valueSetDefinition'))
    .flatMap((definition) => childrenOf(definition, 'value'))
    .map((value) => childText(value, 'fullName'));
  const unknown = onPages((_, { properties }) =>
    (properties.get('kinds') ?? '')
      .split(',')
      .filter((name) => name !== '' && !values.includes(name))
      .map((name) => `names the kind ${name}`)
  );
  assert.deepEqual(unknown, []);
});

test('regions are those of the template, facets are shown once, identifiers are unique', () => {
  const problems = pages.flatMap((page) => {
    const ofTemplate = TEMPLATE_REGIONS[page.template] ?? [
      `a region of the unknown template ${page.template}`
    ];
    const named = (facet: boolean): string[] =>
      page.regions.filter(({ type }) => (type === 'Facet') === facet).map(({ name }) => name);
    const identifiers = instancesOf(page).map(({ identifier }) => identifier);
    return [
      ...ofTemplate.filter((name) => !named(false).includes(name)).map((name) => `lacks ${name}`),
      ...named(false)
        .filter((name) => !ofTemplate.includes(name))
        .map((name) => `has ${name}`),
      ...(named(true).toSorted().join() === shownFacets(page).toSorted().join()
        ? []
        : ['shows other facets']),
      ...(new Set(identifiers).size === identifiers.length ? [] : ['has an identifier twice'])
    ].map((text) => problem(page.file, text));
  });
  assert.deepEqual(problems, []);
});

test('the app opens each record page on desktop and phone, and its home page on desktop', () => {
  const [app] = ofType(files, 'CustomApplication');
  assert.ok(app);
  const assigned = childrenOf(app.root, 'actionOverrides').map((override) =>
    ['pageOrSobjectType', 'actionName', 'content', 'formFactor']
      .map((tag) => childText(override, tag))
      .join(' ')
  );
  const expected = pages.flatMap(({ type, object, name }) => {
    if (type === 'RecordPage') return [`${object} View ${name} Large`, `${object} View ${name} Small`];
    // A home page has no phone form factor: https://developer.salesforce.com/docs/platform/lwc/guide/targets-lightning-home-page.html
    return type === 'HomePage' ? [`standard-home Tab ${name} Large`] : [];
  });
  assert.deepEqual(assigned.toSorted(), expected.toSorted());
});

test('a component that works on a record is offered for record pages only, where the platform tells which', () => {
  // The mail pane, for one, tells of a mail and its people, never of a record:
  // https://developer.salesforce.com/docs/platform/lwc/guide/use-config-for-app-builder-email-app-pane.html
  const elsewhere = [...components.values()].flatMap(({ name, file, isExposed, targets }) => {
    const source = readFileSync(
      new URL(`../../${file.path.replace(/\.js-meta\.xml$/, '.ts')}`, import.meta.url),
      'utf8'
    );
    const needsRecord = isExposed && /@api\s+(objectApiName|get objectApiName)\b/.test(source);
    return needsRecord
      ? targets.filter((target) => !RECORD_TARGETS.has(target)).map((target) => `${name}: ${target}`)
      : [];
  });
  assert.deepEqual(elsewhere, []);
});

test('components on a page that phones open support phones', () => {
  const large = onPages((page, _, component) => {
    if (page.type !== 'RecordPage' && page.type !== 'AppPage') return [];
    const factors = configFor(component, PAGE_TARGETS[page.type] ?? '')?.formFactors ?? [];
    return factors.length === 0 || factors.includes('Small') ? [] : ['is not for phones'];
  });
  assert.deepEqual(large, []);
});

test('the app names tabs and a utility bar that exist', () => {
  const [app] = ofType(files, 'CustomApplication');
  assert.ok(app);
  const tabs = new Set([
    'standard-home',
    ...STANDARD_OBJECTS.map(({ name }) => `standard-${name}`),
    ...ofType(files, 'CustomTab').map(({ name }) => name)
  ]);
  const named = childrenOf(app.root, 'tabs').map(({ text }) => text.trim());
  assert.deepEqual(
    named.filter((tab) => !tabs.has(tab)),
    []
  );
  const bar = pages.find(({ name }) => name === childText(app.root, 'utilityBar'));
  assert.equal(bar?.type, 'UtilityBar');
});

test('a value outside what its property takes is refused with the reason', () => {
  const property = (attributes: string): ReturnType<typeof parseXml> => parseXml(`<property ${attributes}/>`);
  assert.equal(valueProblem(property('type="Integer" min="1" max="10"'), '0'), '0 is below 1');
  assert.equal(valueProblem(property('type="Integer" max="10"'), '11'), '11 is above 10');
  assert.equal(valueProblem(property('type="Integer"'), 'many'), 'many is no Integer');
  assert.equal(valueProblem(property('type="Boolean"'), 'yes'), 'yes is no Boolean');
  assert.equal(valueProblem(property('type="String" datasource="1,2"'), '3'), '3 is none of 1, 2');
  assert.equal(valueProblem(property('type="String"'), 'anything'), null);
});
