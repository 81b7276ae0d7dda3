import type { FieldSchema, FieldType } from '../contract.ts';

/**
 * What SOQL lets one do with a field, by its type. `describe` tells the same flags to clients.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/field_types.htm
 */
export function isFilterable(field: FieldSchema): boolean {
  return !field.longText && !isCompound(field.type);
}

export function isSortable(field: FieldSchema): boolean {
  return !field.longText && field.type !== 'multipicklist' && !isCompound(field.type);
}

const UNGROUPABLE: ReadonlySet<FieldType> = new Set([
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'multipicklist'
]);

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_group_by_considerations.htm */
export function isGroupable(field: FieldSchema): boolean {
  return !field.longText && !field.computed && !UNGROUPABLE.has(field.type);
}

/** A value of several: it can be selected and nothing else. */
export function isCompound(type: FieldType): boolean {
  return type === 'address' || type === 'location';
}

export type AggregateFunction = 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);

export function isNumber(type: FieldType): boolean {
  return NUMBERS.has(type);
}

const TEXTS: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'combobox',
  'email',
  'phone',
  'url'
]);

export function isText(type: FieldType): boolean {
  return TEXTS.has(type);
}

export function isId(type: FieldType): boolean {
  return type === 'id' || type === 'reference';
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_agg_functions_field_types.htm */
export function isAggregatable(field: FieldSchema, aggregate: AggregateFunction): boolean {
  if (aggregate === 'SUM' || aggregate === 'AVG') return isNumber(field.type);
  return (
    !field.longText && field.type !== 'boolean' && field.type !== 'multipicklist' && !isCompound(field.type)
  );
}
