import type { FieldInfo } from '../objects/objects.ts';
import type { FieldRepresentation, RecordRepresentation } from '../records/representation.ts';

const LOCALE = 'en-US';

function parent(record: RecordRepresentation, info: FieldInfo): RecordRepresentation | null {
  const value = info.relationshipName ? record.fields[info.relationshipName]?.value : null;
  return typeof value === 'object' ? value : null;
}

/** The record that a lookup leads to, with its object and its name as the user reads it; null for an empty one. */
export function lookupTarget(
  record: RecordRepresentation,
  info: FieldInfo
): { id: string; objectApiName: string; name: string } | null {
  const found = parent(record, info);
  if (!found) {
    return null;
  }
  const displayed = info.relationshipName ? record.fields[info.relationshipName].displayValue : null;
  const [first] = Object.values(found.fields);
  return { id: found.id, objectApiName: found.apiName, name: displayed ?? String(first?.value ?? found.id) };
}

/** A field's value as text for a person; empty for an empty field. */
export function fieldText(field: FieldRepresentation | undefined, info: FieldInfo): string {
  const { value = null, displayValue = null } = field ?? {};
  if (value === null || typeof value === 'object') {
    return '';
  }
  if (info.dataType === 'Percent') {
    return `${Number(value).toLocaleString(LOCALE)}%`;
  }
  if (displayValue !== null) {
    return info.dataType === 'Multipicklist' ? displayValue.replaceAll(';', ', ') : displayValue;
  }
  return typeof value === 'number' ? value.toLocaleString(LOCALE) : String(value);
}
