import type { FieldSchema, ObjectSchema } from '../contract.ts';

const stored = new WeakMap<ObjectSchema, readonly FieldSchema[]>();

/** The fields of an object that have a column in its table. */
export function storedFields(object: ObjectSchema): readonly FieldSchema[] {
  let known = stored.get(object);
  if (!known) stored.set(object, (known = [...object.fields.values()].filter(({ computed }) => !computed)));
  return known;
}
