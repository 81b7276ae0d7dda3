import type { FieldSchema, ObjectSchema, PicklistValue } from '../contract.ts';
import { notFound } from '../errors.ts';
import { illegalParameter } from './errors.ts';
import type { RecordReader } from './reader.ts';
import { eTagOf, MASTER_RECORD_TYPE } from './record.ts';

type Attributes = Record<string, string | number | boolean | null> | null;

export interface PicklistValueRepresentation {
  attributes: Attributes;
  label: string;
  validFor: number[];
  value: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values.htm */
export interface PicklistValues {
  controllerValues: Record<string, number>;
  defaultValue: PicklistValueRepresentation | null;
  eTag: string;
  url: string;
  values: PicklistValueRepresentation[];
}

export interface PicklistValuesCollection {
  eTag: string;
  picklistFieldValues: Record<string, PicklistValues>;
}

function checkRecordType(recordTypeId: string): void {
  if (recordTypeId.slice(0, 15) !== MASTER_RECORD_TYPE.slice(0, 15)) {
    throw illegalParameter('recordTypeId', recordTypeId);
  }
}

/** Stages carry what they mean for the forecast; other picklists have no attributes. */
function attributesOf(reader: RecordReader, object: ObjectSchema, field: FieldSchema) {
  if (object.name !== 'Opportunity' || field.name !== 'StageName') return (): Attributes => null;
  const stages = new Map(
    reader.org.store
      .all(
        'SELECT "ApiName", "IsClosed", "IsWon", "DefaultProbability", "ForecastCategoryName" FROM "OpportunityStage"'
      )
      .map((stage) => [stage.ApiName, stage])
  );
  return (value: string): Attributes => {
    const stage = stages.get(value);
    if (!stage) return null;
    return {
      closed: stage.IsClosed === 1,
      defaultProbability: stage.DefaultProbability,
      forecastCategoryName: stage.ForecastCategoryName,
      // Spelt so in orgs.
      picklistAtrributesValueType: 'OpportunityStage',
      won: stage.IsWon === 1
    };
  };
}

function valuesOf(
  reader: RecordReader,
  object: ObjectSchema,
  field: FieldSchema,
  all: readonly PicklistValue[],
  apiVersion: string
): PicklistValues {
  const attributes = attributesOf(reader, object, field);
  const entries = all.filter((entry) => entry.active);
  const show = ({ label, value }: PicklistValue): PicklistValueRepresentation => ({
    attributes: attributes(value),
    label,
    validFor: [],
    value
  });
  const preset = entries.find((entry) => entry.default);
  const content = {
    controllerValues: {},
    defaultValue: preset ? show(preset) : null,
    url: `/services/data/v${apiVersion}/ui-api/object-info/${object.name}/picklist-values/${MASTER_RECORD_TYPE}/${field.name}`,
    values: entries.map(show)
  };
  return { ...content, eTag: eTagOf(content) };
}

/** One picklist's active values; throws NOT_FOUND when the field isn't a picklist that this user can see. */
export function picklistValues(
  reader: RecordReader,
  object: ObjectSchema,
  recordTypeId: string,
  fieldName: string,
  apiVersion: string
): PicklistValues {
  checkRecordType(recordTypeId);
  const field = reader.field(object, fieldName);
  if (!field?.picklist) throw notFound();
  return valuesOf(reader, object, field, field.picklist.values, apiVersion);
}

/** Every picklist of the object. */
export function allPicklistValues(
  reader: RecordReader,
  object: ObjectSchema,
  recordTypeId: string,
  apiVersion: string
): PicklistValuesCollection {
  checkRecordType(recordTypeId);
  const picklistFieldValues: Record<string, PicklistValues> = {};
  for (const field of reader.fields(object)) {
    if (!field.picklist) continue;
    picklistFieldValues[field.name] = valuesOf(reader, object, field, field.picklist.values, apiVersion);
  }
  return { eTag: eTagOf(picklistFieldValues), picklistFieldValues };
}
