/** A record as UI API sends it. https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export interface RecordRepresentation {
  id: string;
  apiName: string;
  fields: Record<string, FieldRepresentation>;
  recordTypeId?: string | null;
  [other: string]: unknown;
}

export interface FieldRepresentation {
  value: string | number | boolean | null | RecordRepresentation;
  displayValue: string | null;
}

/** `Opportunity.Account.Name`, or what `@salesforce/schema` gives for it. */
export type FieldId = string | { fieldApiName: string; objectApiName: string };

export function fieldPath(field: FieldId): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The names that lead to a field from its record: `Opportunity.Account.Name` is Account, then Name. */
function steps(path: string): string[] {
  return path.split('.').slice(1);
}

function isRecord(value: FieldRepresentation['value']): value is RecordRepresentation {
  return typeof value === 'object' && value !== null;
}

/** The field at a path; null where a parent on the way is empty; undefined where it was not asked for. */
export function fieldAt(record: RecordRepresentation, path: string): FieldRepresentation | null | undefined {
  let fields = record.fields;
  const names = steps(path);
  for (const name of names.slice(0, -1)) {
    const parent = fields[name];
    if (!parent || !isRecord(parent.value)) {
      return parent ? null : undefined;
    }
    fields = parent.value.fields;
  }
  return fields[names[names.length - 1]];
}

/** Puts the fields of `newer` over those of `older`, parents included. */
export function merge(older: RecordRepresentation, newer: RecordRepresentation): RecordRepresentation {
  const fields = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const before = fields[name]?.value;
    const sameParent =
      before !== undefined && isRecord(before) && isRecord(field.value) && before.id === field.value.id;
    fields[name] = sameParent
      ? { ...field, value: merge(before as RecordRepresentation, field.value as RecordRepresentation) }
      : field;
  }
  return { ...older, ...newer, fields };
}

/** The record with no other fields than those at the paths. */
export function project(record: RecordRepresentation, paths: readonly string[]): RecordRepresentation {
  const fields: RecordRepresentation['fields'] = {};
  const parents = new Map<string, string[]>();
  for (const path of paths) {
    const [name, ...rest] = steps(path);
    if (rest.length === 0) {
      if (record.fields[name]) {
        fields[name] = record.fields[name];
      }
    } else {
      parents.set(name, [...(parents.get(name) ?? []), `${name}.${rest.join('.')}`]);
    }
  }
  for (const [name, below] of parents) {
    const parent = record.fields[name];
    if (parent) {
      fields[name] = isRecord(parent.value) ? { ...parent, value: project(parent.value, below) } : parent;
    }
  }
  return { ...record, fields };
}

/** The ids of the record and of all parents that it carries. */
export function idsIn(record: RecordRepresentation): string[] {
  const parents = Object.values(record.fields).flatMap(({ value }) => (isRecord(value) ? idsIn(value) : []));
  return [record.id, ...parents];
}

/** As `getFieldValue`: undefined when the record has not got the field. */
export function getFieldValue(
  record: RecordRepresentation | undefined,
  field: FieldId
): FieldRepresentation['value'] | undefined {
  const found = record && fieldAt(record, fieldPath(field));
  return found === null ? null : found?.value;
}

/** As `getFieldDisplayValue`: the value as the user reads it, null where there is none. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldId
): string | null | undefined {
  const found = record && fieldAt(record, fieldPath(field));
  return found === null ? null : found?.displayValue;
}
