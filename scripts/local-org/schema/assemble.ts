import { date } from '../catalogue/fields.ts';
import type { ObjectDefinition } from '../catalogue/object.ts';
import type { FieldSchema } from '../contract.ts';
import { parseCustomFields } from './custom-field.ts';
import { parseSharingModel } from './custom-object.ts';
import type { GlobalValueSets } from './picklist.ts';
import { childOf, childFlag, childText, type XmlElement } from '../xml/document.ts';

const ACTIVITIES = ['task', 'event'];

/** Parts of an object file that would change what the org does; the rest only concerns pages. */
const UNSUPPORTED = [
  { element: 'recordTypes', what: 'Record types' },
  { element: 'businessProcesses', what: 'Business processes' },
  { element: 'sharingReasons', what: 'Sharing reasons' }
];

/** A deployed file of a standard object may change its organisation-wide default. */
export function setSharing(object: ObjectDefinition, root: XmlElement): void {
  const model = parseSharingModel(root);
  if (!model) return;
  if (model === 'ControlledByParent' && !object.controllingField) {
    throw new Error(`${object.name} has no parent that could control its sharing`);
  }
  object.sharingModel = model;
}

/** Adds a custom field; of a standard field it takes the help text, the only thing a deploy may change here. */
export function addCustomField(
  object: ObjectDefinition,
  element: XmlElement,
  valueSets: GlobalValueSets
): void {
  const name = childText(element, 'fullName');
  const index = object.fields.findIndex((field) => field.name.toLowerCase() === name.toLowerCase());
  if (!name.endsWith('__c')) {
    if (index < 0) throw new Error(`The field ${object.name}.${name} is not in the local org's catalogue`);
    const inlineHelpText = childText(element, 'inlineHelpText') || null;
    object.fields[index] = { ...object.fields[index], inlineHelpText };
    return;
  }
  if (index >= 0) throw new Error(`Duplicate field: ${object.name}.${name}`);
  object.fields.push(...parseCustomFields(element, valueSets));
}

function hasNamesake(
  field: FieldSchema,
  parent: string,
  objects: ReadonlyMap<string, ObjectDefinition>
): boolean {
  const { childRelationshipName: name } = field;
  return [...objects.values()].some((object) =>
    object.fields.some(
      (other) =>
        other !== field &&
        name !== null &&
        other.childRelationshipName === name &&
        other.referenceTo.includes(parent)
    )
  );
}

/** What can only be checked once all objects and fields are known. */
export function checkReferences(
  object: ObjectDefinition,
  root: XmlElement,
  objects: ReadonlyMap<string, ObjectDefinition>
): void {
  for (const field of object.fields.filter(({ custom }) => custom)) {
    const missing = field.referenceTo.find((target) => !objects.has(target.toLowerCase()));
    if (missing) {
      throw new Error(`referenceTo value of '${missing}' does not resolve to a valid sObject type`);
    }
    const [parent] = field.referenceTo;
    if (parent && hasNamesake(field, parent, objects)) {
      throw new Error(
        `There is already a Child Relationship named ${field.childRelationshipName} on ${parent}.`
      );
    }
  }
  const unknown = UNSUPPORTED.find(({ element }) => childOf(root, element));
  if (unknown) throw new Error(`${unknown.what} are not supported by the local org`);
  if (!object.custom) return;
  const master = object.fields.find((field) => field.masterDetail);
  if (master && object.sharingModel !== 'ControlledByParent') {
    throw new Error(
      'Cannot set sharingModel to ' +
        object.sharingModel +
        ' on a CustomObject with a MasterDetail relationship field'
    );
  }
  if (!master && object.sharingModel === 'ControlledByParent') {
    throw new Error(
      'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field'
    );
  }
  object.controllingField = master?.name ?? null;
  if (childFlag(root, 'enableActivities')) enableActivities(object, objects);
}

function enableActivities(object: ObjectDefinition, objects: ReadonlyMap<string, ObjectDefinition>): void {
  object.fields.push(date('LastActivityDate', 'Last Activity Date', { calculated: true }));
  for (const activity of ACTIVITIES) {
    const fields = objects.get(activity)?.fields ?? [];
    const index = fields.findIndex((field) => field.name === 'WhatId');
    const what = fields[index];
    fields[index] = { ...what, referenceTo: [...what.referenceTo, object.name] };
  }
}
