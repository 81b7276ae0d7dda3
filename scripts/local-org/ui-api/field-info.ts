import type { FieldSchema, FieldType, ObjectSchema } from '../contract.ts';
import { isFilterable, isSortable } from '../soql/capabilities.ts';
import type { RecordReader } from './reader.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field.htm */
export interface FieldInfo {
  apiName: string;
  calculated: boolean;
  compound: boolean;
  compoundComponentName: string | null;
  compoundFieldName: string | null;
  controllerName: string | null;
  controllingFields: string[];
  createable: boolean;
  custom: boolean;
  dataType: string;
  extraTypeInfo: string | null;
  filterable: boolean;
  filteredLookupInfo: null;
  highScaleNumber: boolean;
  htmlFormatted: boolean;
  inlineHelpText: string | null;
  label: string;
  length: number;
  nameField: boolean;
  polymorphicForeignKey: boolean;
  precision: number;
  reference: boolean;
  referenceTargetField: string | null;
  referenceToInfos: ReferenceToInfo[];
  relationshipName: string | null;
  required: boolean;
  scale: number;
  searchPrefilterable: boolean;
  sortable: boolean;
  unique: boolean;
  updateable: boolean;
}

export interface ReferenceToInfo {
  apiName: string;
  nameFields: string[];
}

/** UI API has its own names for types; an Id is a String, as recorded from orgs. */
const DATA_TYPES: Record<FieldType, string> = {
  id: 'String',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multipicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  address: 'Address',
  location: 'Location'
};

/** Kept by the org, so they always have a value. */
const NEVER_EMPTY = new Set([
  'Id',
  'OwnerId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp'
]);

/** What a person's name is made of. */
export const PERSON_NAME_PARTS = ['FirstName', 'LastName'];

export function isPerson(object: ObjectSchema): boolean {
  return PERSON_NAME_PARTS.every((part) => object.fields.has(part.toLowerCase()));
}

/** The fields a record's name is made of: `Name`, and for people first and last name before it. */
export function nameFields(object: ObjectSchema): string[] {
  const names = [...object.fields.values()].filter((field) => field.nameField).map((field) => field.name);
  return isPerson(object) ? [...PERSON_NAME_PARTS, ...names] : names;
}

function extraTypeInfo(object: ObjectSchema, field: FieldSchema): string | null {
  if (field.type === 'textarea') return field.htmlFormatted ? 'RichTextArea' : 'PlainTextArea';
  return field.nameField && isPerson(object) ? 'PersonName' : null;
}

function compoundFieldName(object: ObjectSchema, field: FieldSchema): string | null {
  return isPerson(object) && (field.nameField || PERSON_NAME_PARTS.includes(field.name)) ? 'Name' : null;
}

/** One field as this user may use it. `required` means that it never is empty, so every checkbox is required. */
export function fieldInfo(reader: RecordReader, object: ObjectSchema, field: FieldSchema): FieldInfo {
  const compound = compoundFieldName(object, field);
  const mayEdit = reader.org.access.field(reader.user, object, field).edit;
  return {
    apiName: field.name,
    calculated: field.computed?.kind === 'formula' || field.computed?.kind === 'summary',
    compound: compound !== null && field.nameField,
    compoundComponentName: compound !== null && !field.nameField ? field.name : null,
    compoundFieldName: compound,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && mayEdit,
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    extraTypeInfo: extraTypeInfo(object, field),
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.htmlFormatted,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: referenceToInfos(reader, field),
    relationshipName: field.relationshipName,
    required: field.required || field.nameField || field.type === 'boolean' || NEVER_EMPTY.has(field.name),
    scale: field.scale,
    searchPrefilterable: false,
    sortable: isSortable(field),
    unique: field.unique,
    updateable: field.updateable && mayEdit
  };
}

function referenceToInfos(reader: RecordReader, field: FieldSchema): ReferenceToInfo[] {
  return field.referenceTo
    .map((name) => reader.org.schema.object(name))
    .filter((target): target is ObjectSchema => target !== undefined)
    .map((target) => ({ apiName: target.name, nameFields: nameFields(target) }));
}
