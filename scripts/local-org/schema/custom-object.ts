import { owner, text, type FieldOptions } from '../catalogue/fields.ts';
import {
  auditFields,
  idField,
  isDeletedField,
  ORDINARY,
  type ObjectDefinition
} from '../catalogue/object.ts';
import type { FieldSchema, SharingModel } from '../contract.ts';
import { autoNumber } from './custom-field.ts';
import { childOf, childText, type XmlElement } from '../xml/document.ts';

const SHARING_MODELS: readonly SharingModel[] = [
  'Private',
  'Read',
  'ReadWrite',
  'ReadWriteTransfer',
  'FullAccess',
  'ControlledByParent'
];

/** 40 characters and the suffix. */
const MAX_NAME = 43;

/** The organisation-wide default that a file sets, or null when it leaves it alone. */
export function parseSharingModel(root: XmlElement): SharingModel | null {
  const name = childText(root, 'sharingModel');
  if (name === '') return null;
  const model = SHARING_MODELS.find((known) => known === name);
  if (!model) throw new Error(`'${name}' is not a valid value for 'sharingModel'`);
  return model;
}

function nameField(root: XmlElement): FieldSchema {
  const element = childOf(root, 'nameField');
  if (!element) throw new Error('Must specify a nameField of type Text or AutoNumber');
  const label = childText(element, 'label') || 'Name';
  const isAutoNumber = childText(element, 'type') === 'AutoNumber';
  const options: FieldOptions = isAutoNumber
    ? { autoNumberFormat: nameFormat(element), calculated: true }
    : {};
  // A text name may be left out: the record's Id then serves as its name.
  return text('Name', label, 80, { nameField: true, permissionable: false, idLookup: true, ...options });
}

/** Unlike a field, a name may leave its format out; it is then the bare number (jsforce's `metadata.test.ts`). */
function nameFormat(element: XmlElement): string {
  return childText(element, 'displayFormat') === '' ? '{0}' : autoNumber(element);
}

/**
 * A custom object without its custom fields.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm
 */
export function parseCustomObject(name: string, root: XmlElement, keyPrefix: string): ObjectDefinition {
  if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__c$/.test(name) || name.length > MAX_NAME) {
    throw new Error(`'${name}' is not a name for a custom object`);
  }
  if (childText(root, 'customSettingsType')) {
    throw new Error('Custom settings are not supported by the local org');
  }
  const label = childText(root, 'label');
  if (!label) throw new Error('Must specify a non-empty label for the CustomObject');
  const sharingModel = parseSharingModel(root);
  if (!sharingModel) throw new Error('Must specify a sharingModel for the CustomObject');
  return {
    name,
    keyPrefix,
    label,
    labelPlural: childText(root, 'pluralLabel') || label,
    custom: true,
    description: childText(root, 'description') || null,
    sharingModel,
    ...ORDINARY,
    fields: [
      idField(),
      ...(sharingModel === 'ControlledByParent' ? [] : [owner({ referenceTo: ['User', 'Group'] })]),
      isDeletedField(),
      nameField(root),
      ...auditFields()
    ]
  };
}
