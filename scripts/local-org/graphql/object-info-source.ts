import type { PicklistValue } from '../contract.ts';
import type { FieldInfo } from '../ui-api/field-info.ts';
import { objectInfo, type ObjectInfo, type RecordTypeInfo } from '../ui-api/object-info.ts';
import type { GraphqlContext } from './context.ts';

/** A field as GraphQL shows it: with the active values when it is a picklist. */
export interface FieldSource extends FieldInfo {
  picklist: PicklistValue[] | null;
}

/** UI API's object info with lists where that has maps. */
export interface ObjectInfoSource extends Omit<ObjectInfo, 'fields' | 'recordTypeInfos' | 'dependentFields'> {
  fields: FieldSource[];
  recordTypeInfos: RecordTypeInfo[];
  dependentFields: never[];
}

/** Null for an object that this user can't read. */
export function infoOf({ reader }: GraphqlContext, apiName: string): ObjectInfoSource | null {
  const object = reader.object(apiName);
  if (!object) return null;
  const info = objectInfo(reader, object);
  return {
    ...info,
    dependentFields: [],
    fields: Object.values(info.fields).map((field) => {
      const entries = object.fields.get(field.apiName.toLowerCase())?.picklist?.values;
      return { ...field, picklist: entries?.filter(({ active }) => active) ?? null };
    }),
    recordTypeInfos: Object.values(info.recordTypeInfos)
  };
}
