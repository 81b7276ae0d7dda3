import type { ObjectInfo } from '../objects/objects.ts';
import type { RecordRepresentation } from '../records/representation.ts';

/**
 * The values that differ from the record's. What nobody has touched must not be saved: with its old probability, a
 * deal in a new stage would keep it.
 */
export function changedFields(
  fields: Record<string, unknown>,
  record: RecordRepresentation | null
): Record<string, unknown> {
  const isChanged = ([name, value]: [string, unknown]): boolean => record?.fields[name]?.value !== value;
  return Object.fromEntries(Object.entries(fields).filter(isChanged));
}

/** What must be read to show a field: a lookup is shown by the name of what it leads to. */
export function fieldPaths(info: ObjectInfo, name: string): string[] {
  const { relationshipName, referenceToInfos } = info.fields[name];
  const nameField = referenceToInfos[0]?.nameFields.at(-1) ?? 'Name';
  const paths = [`${info.apiName}.${name}`];
  return relationshipName ? [...paths, `${info.apiName}.${relationshipName}.${nameField}`] : paths;
}
