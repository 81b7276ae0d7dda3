import type { ObjectSchema } from '../contract.ts';

/** What exists once a deploy is done: the org with the package laid over it. References are judged against this. */
export interface Landscape {
  /** By its name, case-insensitively. */
  object(name: string): ObjectSchema | undefined;
  /** True when a component of this type is in the package or in the org: `has('CustomLabel', 'Greeting')`. */
  has(type: string, fullName: string): boolean;
}

/** True for a field of that object, by its API name. */
export function hasField(object: ObjectSchema | undefined, field: string): boolean {
  return object?.fields.has(field.toLowerCase()) ?? false;
}
