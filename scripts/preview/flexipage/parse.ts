import { basename } from 'node:path';

import { elementsOf, readMetadata, textOf, textsOf, type XmlElement } from '../metadata/xml.ts';
import type { ComponentModel, PageModel, RegionModel, VisibilityRule } from './model.ts';

const SUFFIX = '.flexipage-meta.xml';
const FIELD_COMPONENT = 'flexipage/field';

type Facets = ReadonlyMap<string, XmlElement>;

function visibility(element: XmlElement): VisibilityRule | null {
  const [rule] = elementsOf(element, 'visibilityRule');
  if (!rule) {
    return null;
  }
  return {
    filter: textOf(rule, 'booleanFilter') ?? null,
    criteria: elementsOf(rule, 'criteria').map((criterion) => ({
      left: textOf(criterion, 'leftValue') ?? '',
      operator: textOf(criterion, 'operator') ?? 'EQUAL',
      right: textOf(criterion, 'rightValue') ?? ''
    }))
  };
}

function propertyValue(property: XmlElement): string | string[] {
  const [list] = elementsOf(property, 'valueList');
  return list
    ? elementsOf(list, 'valueListItems').flatMap((item) => textsOf(item, 'value'))
    : (textOf(property, 'value') ?? '');
}

function component(instance: XmlElement, facets: Facets): ComponentModel {
  const model: ComponentModel = {
    id: textOf(instance, 'identifier') ?? textOf(instance, 'componentName') ?? '',
    module: (textOf(instance, 'componentName') ?? '').replace(':', '/'),
    properties: {},
    decorators: {},
    facets: {},
    visibility: visibility(instance)
  };
  for (const property of elementsOf(instance, 'componentInstanceProperties')) {
    const name = textOf(property, 'name') ?? '';
    const value = propertyValue(property);
    const facet = typeof value === 'string' ? facets.get(value) : undefined;
    if (facet) {
      model.facets[name] = components(facet, facets);
    } else if (textOf(property, 'type') === 'decorator') {
      model.decorators[name] = String(value);
    } else {
      model.properties[name] = value;
    }
  }
  return model;
}

/** A single field on a page with dynamic forms. */
function field(instance: XmlElement): ComponentModel {
  const item = textOf(instance, 'fieldItem') ?? '';
  return {
    id: textOf(instance, 'identifier') ?? item,
    module: FIELD_COMPONENT,
    properties: { fieldApiName: item.replace(/^Record\./, '') },
    decorators: {},
    facets: {},
    visibility: visibility(instance)
  };
}

function components(region: XmlElement, facets: Facets): ComponentModel[] {
  return elementsOf(region, 'itemInstances').flatMap((item) => [
    ...elementsOf(item, 'componentInstance').map((instance) => component(instance, facets)),
    ...elementsOf(item, 'fieldInstance').map(field)
  ]);
}

/** Reads a `*.flexipage-meta.xml`. */
export function parseFlexiPage(path: string): PageModel {
  const root = readMetadata(path, 'FlexiPage');
  const regions = elementsOf(root, 'flexiPageRegions');
  const facets = new Map(
    regions
      .filter((region) => textOf(region, 'type') === 'Facet')
      .map((region) => [textOf(region, 'name') ?? '', region])
  );
  const [template] = elementsOf(root, 'template');
  return {
    name: basename(path, SUFFIX),
    label: textOf(root, 'masterLabel') ?? basename(path, SUFFIX),
    type: textOf(root, 'type') ?? '',
    object: textOf(root, 'sobjectType') ?? null,
    template: template ? (textOf(template, 'name') ?? '') : '',
    regions: regions
      .filter((region) => textOf(region, 'type') === 'Region')
      .map((region): RegionModel => ({
        name: textOf(region, 'name') ?? '',
        components: components(region, facets)
      }))
  };
}

/** The modules that a list of components needs, facets included. */
export function modulesOf(models: readonly ComponentModel[]): string[] {
  return models.flatMap((model) => [model.module, ...modulesOf(Object.values(model.facets).flat())]);
}
