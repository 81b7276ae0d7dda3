import type { FieldSchema, ObjectSchema, Schema } from '../contract.ts';
import { fieldsIn } from '../formula/fields.ts';
import { namedField, pathKey, type FormulaObject } from '../formula/named-field.ts';

/** A column that a formula field is worked out from. */
export interface FormulaInput {
  /** As `pathKey` spells it. */
  key: string;
  /** The references that lead to its record, nearest first; none for the record itself. */
  through: readonly FieldSchema[];
  field: FieldSchema;
}

const known = new WeakMap<FieldSchema, readonly FormulaInput[]>();

/** The columns behind a formula field, those of formulas that it names included. */
export function inputsOf(schema: Schema, object: ObjectSchema, field: FieldSchema): readonly FormulaInput[] {
  let inputs = known.get(field);
  if (!inputs) {
    const found = new Map<string, FormulaInput>();
    collect(schema, object, field, [], found);
    known.set(field, (inputs = [...found.values()]));
  }
  return inputs;
}

function collect(
  schema: Schema,
  object: FormulaObject,
  field: FieldSchema,
  through: readonly FieldSchema[],
  found: Map<string, FormulaInput>
): void {
  if (field.computed?.kind !== 'formula') {
    const key = pathKey(through, field);
    found.set(key, { key, through, field });
    return;
  }
  for (const name of fieldsIn(field.computed.source)) {
    const input = namedField(schema, object, name);
    collect(schema, input.object, input.field, [...through, ...input.through], found);
  }
}
