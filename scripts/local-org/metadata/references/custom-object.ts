import type { ObjectSchema } from '../../contract.ts';
import { hasField, type Landscape } from '../landscape.ts';
import { childOf, childrenOf, childText, type XmlElement } from '../../xml/document.ts';
import type { XmlProblem } from '../xml/schema-check.ts';
import { actionOverrideProblems } from './action-override.ts';
import { at, missingFields, notFound, type ReferenceCheck } from './problem.ts';

/** Columns that list views of custom objects have beside their fields. */
const LIST_VIEW_COLUMNS = new Set([
  'CREATED_DATE',
  'CREATEDBY_USER',
  'CREATEDBY_USER.ALIAS',
  'CURRENCY_ISO_CODE',
  'LAST_ACTIVITY',
  'LAST_UPDATE',
  'NAME',
  'OBJECT_ID',
  'OWNER.ALIAS',
  'OWNER.FIRST_NAME',
  'OWNER.LAST_NAME',
  'RECORDTYPE',
  'UPDATEDBY_USER',
  'UPDATEDBY_USER.ALIAS'
]);

/** What an object's file says beside its fields, which the schema checks itself. */
export const checkCustomObject: ReferenceCheck = (root, fullName, landscape) => {
  const object = landscape.object(fullName);
  if (!object) return [];
  return [
    ...compactLayoutProblems(root, object, landscape),
    ...actionOverrideProblems(childrenOf(root, 'actionOverrides'), landscape),
    ...searchLayoutProblems(root, object)
  ];
};

/** One child of an object's file: `listViews`, `compactLayouts` and so on. */
export function checkObjectChild(
  element: XmlElement,
  objectName: string,
  landscape: Landscape
): XmlProblem[] {
  const object = landscape.object(objectName);
  if (!object) return [];
  switch (element.name) {
    case 'listViews':
      return listViewProblems(element, object);
    case 'compactLayouts':
      return missingFields(childrenOf(element, 'fields'), object);
    case 'fieldSets':
      return childrenOf(element, 'displayedFields').flatMap((item) =>
        missingFields(childrenOf(item, 'field'), object)
      );
    case 'recordTypes':
      return childrenOf(element, 'picklistValues').flatMap((item) => picklistProblems(element, item, object));
    default:
      return [];
  }
}

/**
 * Custom fields go by their API names, others by names that the API writes in capitals. Those of a standard object
 * (`OPPORTUNITY.STAGE_NAME`) are taken as they are. https://github.com/SalesforceCommerceCloud/b2c-crm-sync/issues/136
 */
function listViewProblems(view: XmlElement, object: ObjectSchema): XmlProblem[] {
  const columns = [
    ...childrenOf(view, 'columns').map(({ text }) => text.trim()),
    ...childrenOf(view, 'filters').map((filter) => childText(filter, 'field'))
  ];
  const exists = (column: string) => {
    const name = column.startsWith(`${object.name}.`) ? column.slice(object.name.length + 1) : column;
    if (name.endsWith('__c')) return hasField(object, name);
    return object.custom ? LIST_VIEW_COLUMNS.has(name) : name === name.toUpperCase();
  };
  return columns
    .filter((column) => !exists(column))
    .map((column) => at(view, `Could not resolve list view column: ${column}`));
}

function compactLayoutProblems(root: XmlElement, object: ObjectSchema, landscape: Landscape): XmlProblem[] {
  const assigned = childOf(root, 'compactLayoutAssignment');
  const name = assigned?.text.trim() ?? 'SYSTEM';
  if (!assigned || name === 'SYSTEM' || landscape.has('CompactLayout', `${object.name}.${name}`)) return [];
  return [notFound('compactLayoutAssignment', 'CompactLayout', `${object.name}.${name}`, assigned)];
}

function searchLayoutProblems(root: XmlElement, object: ObjectSchema): XmlProblem[] {
  const custom = (childOf(root, 'searchLayouts')?.children ?? []).filter(({ text }) =>
    text.trim().endsWith('__c')
  );
  return missingFields(custom, object);
}

function picklistProblems(recordType: XmlElement, item: XmlElement, object: ObjectSchema): XmlProblem[] {
  const picklist = childText(item, 'picklist');
  const field = object.fields.get(picklist.toLowerCase());
  if (!field) return [notFound('picklist', 'CustomField', `${object.name}.${picklist}`, item)];
  const values = new Set(field.picklist?.values.map(({ value }) => value));
  return childrenOf(item, 'values')
    .map((value) => decodeName(childText(value, 'fullName')))
    .filter((value) => !values.has(value))
    .map((value) => at(recordType, `Picklist value: ${value} in picklist: ${picklist} not found`));
}

/** Picklist values of a record type are written as in a URL: `Id%2E Decision Makers`. */
function decodeName(name: string): string {
  return name.replace(/%([0-9A-Fa-f]{2})/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16))
  );
}
