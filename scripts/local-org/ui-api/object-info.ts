import type { ObjectSchema } from '../contract.ts';
import { insufficientAccess } from './errors.ts';
import { fieldInfo, nameFields, type FieldInfo } from './field-info.ts';
import type { RecordReader } from './reader.ts';
import { eTagOf, MASTER_RECORD_TYPE } from './record.ts';
import { themeInfo, type ThemeInfo } from './theme.ts';

export interface ChildRelationshipInfo {
  childObjectApiName: string;
  fieldName: string;
  junctionIdListNames: string[];
  junctionReferenceTo: string[];
  relationshipName: string;
}

export interface RecordTypeInfo {
  available: boolean;
  defaultRecordTypeMapping: boolean;
  master: boolean;
  name: string;
  recordTypeId: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm */
export interface ObjectInfo {
  apiName: string;
  associateEntityType: null;
  associateParentEntity: null;
  childRelationships: ChildRelationshipInfo[];
  createable: boolean;
  custom: boolean;
  defaultRecordTypeId: string;
  deletable: boolean;
  dependentFields: Record<string, never>;
  eTag: string;
  feedEnabled: boolean;
  fields: Record<string, FieldInfo>;
  keyPrefix: string;
  label: string;
  labelPlural: string;
  layoutable: boolean;
  mruEnabled: boolean;
  nameFields: string[];
  queryable: boolean;
  recordTypeInfos: Record<string, RecordTypeInfo>;
  searchable: boolean;
  themeInfo: ThemeInfo;
  updateable: boolean;
}

/** The object by name; throws INSUFFICIENT_ACCESS, also for one that isn't there, as orgs do. */
export function requireObject(reader: RecordReader, name: string): ObjectSchema {
  const object = reader.object(name);
  if (!object) throw insufficientAccess();
  return object;
}

/** What this user may know of an object: fields that field-level security hides are absent. */
export function objectInfo(reader: RecordReader, object: ObjectSchema): ObjectInfo {
  const may = reader.org.access.object(reader.user, object);
  const fields = reader
    .fields(object)
    .map((field): [string, FieldInfo] => [field.name, fieldInfo(reader, object, field)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(reader, object),
    createable: object.createable && may.create,
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE,
    deletable: object.deletable && may.delete,
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(fields),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: !object.setup,
    mruEnabled: !object.setup,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: MASTER_RECORD_TYPE
      }
    },
    searchable: !object.setup,
    themeInfo: themeInfo(reader.org, object),
    updateable: object.updateable && may.edit
  };
  return { ...info, eTag: eTagOf(info) };
}

function childRelationships(reader: RecordReader, object: ObjectSchema): ChildRelationshipInfo[] {
  const visible: ChildRelationshipInfo[] = [];
  for (const { childObject, field, relationshipName } of object.children) {
    const child = reader.object(childObject);
    if (!relationshipName || !child || !reader.field(child, field)) continue;
    visible.push({
      childObjectApiName: child.name,
      fieldName: field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName
    });
  }
  return visible;
}
