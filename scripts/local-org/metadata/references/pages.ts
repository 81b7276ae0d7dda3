import { hasPlaceableField, type Landscape } from '../landscape.ts';
import { childOf, childrenOf, childText, parseXml, type XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { actionOverrideProblems } from './action-override.ts';
import { at, descendants, missingComponents, notFound, type ReferenceCheck } from './problem.ts';

/** A Lightning page: its object, the project's own components on it, and fields placed one by one. */
export const checkFlexiPage: ReferenceCheck = (root, _fullName, landscape) => {
  const objectElement = childOf(root, 'sobjectType');
  const object = landscape.object(objectElement?.text.trim() ?? '');
  const fields = descendants(root, 'fieldInstance').filter((instance) => {
    const [, field] = /^Record\.(\w+)$/.exec(childText(instance, 'fieldItem')) ?? [];
    return object && field && !hasPlaceableField(object, field);
  });
  return [
    ...(objectElement && !object
      ? [notFound('sobjectType', 'CustomObject', objectElement.text.trim(), objectElement)]
      : []),
    ...descendants(root, 'componentInstance').flatMap((instance) => componentProblems(instance, landscape)),
    ...fields.map((instance) =>
      at(
        instance,
        `Something went wrong. We couldn't retrieve or load the information on the field: ${childText(instance, 'fieldItem')}.`
      )
    )
  ];
};

/** A property of the place that a component has, such as the width of its panel in the utility bar. */
const DECORATOR = 'decorator';

/**
 * A component of this project must exist and know the properties that the page sets; those of the platform are taken
 * as they are. https://github.com/trailheadapps/ebikes-lwc/issues/60,
 * https://github.com/trailheadapps/dreamhouse-sfdx/issues/4
 */
function componentProblems(instance: XmlElement, landscape: Landscape): XmlProblem[] {
  const name = childText(instance, 'componentName');
  if (!name.startsWith('c:')) return [];
  const bundle = name.slice('c:'.length);
  // What an Aura component takes stands in its design file, which isn't read here.
  if (landscape.has('AuraDefinitionBundle', bundle)) return [];
  const configuration = landscape
    .files('LightningComponentBundle', bundle)
    .find(({ fileName }) => fileName.endsWith('.js-meta.xml'));
  if (!configuration) {
    return [
      at(instance, `We couldn't retrieve the design time component information for component ${name}.`)
    ];
  }
  const properties = descendants(parseXml(configuration.content), 'property');
  const known = new Set(properties.map(({ attributes }) => attributes['name']));
  return childrenOf(instance, 'componentInstanceProperties')
    .filter(
      (property) => childText(property, 'type') !== DECORATOR && !known.has(childText(property, 'name'))
    )
    .map((property) =>
      at(property, `Invalid property [${childText(property, 'name')}] in component [${name}]`)
    );
}

/** A tab shows an object, a Lightning page, a component or a web address. */
export const checkCustomTab: ReferenceCheck = (root, fullName, landscape) => {
  if (childText(root, 'customObject') === 'true') {
    return landscape.object(fullName) ? [] : [notFound('fullName', 'CustomObject', fullName, root)];
  }
  return [
    ...missingComponents(childrenOf(root, 'flexiPage'), 'FlexiPage', landscape),
    ...missingComponents(childrenOf(root, 'lwcComponent'), 'LightningComponentBundle', landscape)
  ];
};

/** An app: its tabs, the pages it puts in place of others, its utility bar. */
export const checkCustomApplication: ReferenceCheck = (root, _fullName, landscape) => {
  const tabs = [...childrenOf(root, 'tabs'), ...childrenOf(root, 'defaultLandingTab')].filter(
    ({ text }) => !text.trim().startsWith('standard-') && !landscape.has('CustomTab', text.trim())
  );
  const overrides = [...childrenOf(root, 'actionOverrides'), ...childrenOf(root, 'profileActionOverrides')];
  return [
    ...tabs.map((tab) => notFound('tab', 'CustomTab', tab.text.trim(), tab)),
    ...missingComponents(childrenOf(root, 'utilityBar'), 'FlexiPage', landscape),
    ...actionOverrideProblems(overrides, landscape)
  ];
};
