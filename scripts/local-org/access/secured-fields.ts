import type { FieldSchema, ObjectSchema } from '../contract.ts';

/**
 * The name under which field-level security is granted: of an address the compound field, never a part.
 * https://salesforce.stackexchange.com/questions/97912
 */
export function securedName(field: FieldSchema): string {
  return field.compoundFieldName ?? field.name;
}

/** The fields that a grant on this name shows: one, or the parts of an address; none for a name that has no grants. */
export function securedFields(object: ObjectSchema, name: string): FieldSchema[] {
  const wanted = name.toLowerCase();
  return [...object.fields.values()].filter((field) => securedName(field).toLowerCase() === wanted);
}
