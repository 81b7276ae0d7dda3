import { resource } from '../resources/resources.ts';

/** As far as the stand-ins read it. https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_object_info.htm */
export interface ObjectInfo {
  apiName: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  nameFields: string[];
  fields: Record<string, FieldInfo>;
  defaultRecordTypeId: string | null;
  themeInfo: { color: string | null; iconUrl: string | null } | null;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  childRelationships: { childObjectApiName: string; fieldName: string; relationshipName: string | null }[];
}

export interface FieldInfo {
  apiName: string;
  label: string;
  dataType: string;
  required: boolean;
  updateable: boolean;
  createable: boolean;
  length: number;
  precision: number;
  scale: number;
  inlineHelpText: string | null;
  htmlFormatted: boolean;
  nameField: boolean;
  compound: boolean;
  compoundFieldName: string | null;
  extraTypeInfo: string | null;
  reference: boolean;
  referenceToInfos: { apiName: string; nameFields: string[] }[];
  relationshipName: string | null;
}

export interface PicklistValues {
  defaultValue: PicklistEntry | null;
  values: PicklistEntry[];
}

export interface PicklistEntry {
  label: string;
  value: string;
}

export const MASTER_RECORD_TYPE = '012000000000000AAA';

export function objectInfo(objectApiName: string): Promise<ObjectInfo> {
  return resource<ObjectInfo>(`/ui-api/object-info/${objectApiName}`);
}

export function objectInfoBatch(objectApiNames: readonly string[]): Promise<unknown> {
  return resource(`/ui-api/object-info/batch/${objectApiNames.join(',')}`);
}

export function picklistValues(
  objectApiName: string,
  recordTypeId: string,
  field: string
): Promise<PicklistValues> {
  return resource<PicklistValues>(
    `/ui-api/object-info/${objectApiName}/picklist-values/${recordTypeId}/${field}`
  );
}

export interface PicklistFieldValues {
  picklistFieldValues: Record<string, PicklistValues>;
}

export function picklistFieldValues(
  objectApiName: string,
  recordTypeId: string
): Promise<PicklistFieldValues> {
  return resource<PicklistFieldValues>(
    `/ui-api/object-info/${objectApiName}/picklist-values/${recordTypeId}`
  );
}
