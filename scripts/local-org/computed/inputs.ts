import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { fieldsIn } from '../formula/fields.ts';

const known = new WeakMap<FieldSchema, readonly FieldSchema[]>();

/** The columns that a formula field is worked out from, those of formulas that it names included. */
export function inputsOf(object: ObjectSchema, field: FieldSchema): readonly FieldSchema[] {
  let inputs = known.get(field);
  if (!inputs) known.set(field, (inputs = [...collect(object, field, new Set())]));
  return inputs;
}

function collect(object: ObjectSchema, field: FieldSchema, found: Set<FieldSchema>): Set<FieldSchema> {
  if (field.computed?.kind !== 'formula') return found.add(field);
  for (const name of fieldsIn(field.computed.source)) {
    const input = object.fields.get(name.toLowerCase());
    if (input) collect(object, input, found);
  }
  return found;
}
