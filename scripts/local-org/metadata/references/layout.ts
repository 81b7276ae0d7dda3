import { hasField, hasPlaceableField, type Landscape } from '../landscape.ts';
import { childOf, childrenOf, childText, type XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { keptObject } from '../../schema/kept-objects.ts';
import { at, descendants, notFound, type ReferenceCheck } from './problem.ts';

/** Actions that come with the platform; any other name must be deployed. */
const STANDARD_ACTIONS = /^(FeedItem\.|Case\.|Send|New|Log|Edit|Delete|Clone|Share|Convert|Submit|Global\.)/;

/** Objects with a second kind of layout, which bears a name of its own. */
const LAYOUT_OBJECTS: Readonly<Record<string, string>> = { CaseClose: 'Case' };

/** A page layout; its full name is `Object-Name of the layout`. */
export const checkLayout: ReferenceCheck = (root, fullName, landscape) => {
  const prefix = fullName.slice(0, fullName.indexOf('-'));
  const objectName = LAYOUT_OBJECTS[prefix] ?? prefix;
  if (keptObject(objectName) !== undefined && landscape.has('CustomObject', objectName)) return [];
  const object = landscape.object(objectName);
  if (!object) return [notFound('fullName', 'CustomObject', objectName, root)];
  const placedFields = descendants(root, 'layoutItems').flatMap((item) => {
    const field = childOf(item, 'field')?.text.trim();
    return field === undefined || hasPlaceableField(object, field)
      ? []
      : [notFound('field', 'CustomField', `${object.name}.${field}`, item)];
  });
  const miniFields = descendants(root, 'miniLayout')
    .flatMap((layout) => childrenOf(layout, 'fields'))
    .filter((field) => !hasPlaceableField(object, field.text.trim()))
    .map((field) => notFound('field', 'CustomField', `${object.name}.${field.text.trim()}`, field));
  return [
    ...placedFields,
    ...miniFields,
    ...childrenOf(root, 'relatedLists').flatMap((list) => relatedListProblems(list, landscape)),
    ...actionProblems(root, landscape)
  ];
};

/**
 * A list of a custom lookup is written `Child__c.Lookup__c`; those of standard relationships have names of their own
 * (`RelatedContactList`), which are taken as they are. https://github.com/developerforce/LightningContainerExamples/issues/16
 */
function relatedListProblems(list: XmlElement, landscape: Landscape): XmlProblem[] {
  const name = childText(list, 'relatedList');
  const [childName, lookup] = name.split('.');
  if (!childName?.endsWith('__c') || !lookup) return [];
  const child = landscape.object(childName);
  if (!hasField(child, lookup)) return [at(list, `Cannot find related list:${name}`)];
  return childrenOf(list, 'fields')
    .map((field) => field.text.trim())
    .filter((field) => field.endsWith('__c') && !hasField(child, field))
    .map((field) => at(list, `Invalid field:${field} in related list:${name}`));
}

/** https://github.com/trailheadapps/build-apps-with-lwc/issues/4 */
function actionProblems(root: XmlElement, landscape: Landscape): XmlProblem[] {
  const listed = descendants(root, 'quickActionListItems').map((item) => childOf(item, 'quickActionName'));
  const platform = descendants(root, 'platformActionListItems')
    .filter((item) => childText(item, 'actionType') === 'QuickAction')
    .map((item) => childOf(item, 'actionName'));
  return [...listed, ...platform]
    .filter((action) => action !== undefined)
    .filter(({ text }) => !STANDARD_ACTIONS.test(text.trim()) && !landscape.has('QuickAction', text.trim()))
    .map((action) => notFound('QuickAction', 'QuickAction', action.text.trim(), action));
}
