import type { FieldSchema, ObjectSchema, RecordValues } from '../contract.ts';

/** What every save asks of its object's definition, worked out once. */
export interface ObjectFacts {
  /** By the names as the schema spells them. */
  fields: ReadonlyMap<string, FieldSchema>;
  required: readonly FieldSchema[];
  unique: readonly FieldSchema[];
  autoNumbers: readonly FieldSchema[];
  /** A record of which nothing has been told yet. */
  defaults: Readonly<RecordValues>;
  /** Fields whose default is a formula. */
  workedOut: readonly FieldSchema[];
}

const known = new WeakMap<ObjectSchema, ObjectFacts>();

export function factsOf(object: ObjectSchema): ObjectFacts {
  let facts = known.get(object);
  if (!facts) known.set(object, (facts = workOut([...object.fields.values()])));
  return facts;
}

function workOut(fields: FieldSchema[]): ObjectFacts {
  return {
    fields: new Map(fields.map((field) => [field.name, field])),
    required: fields.filter(({ required }) => required),
    unique: fields.filter(({ unique }) => unique),
    autoNumbers: fields.filter(({ autoNumberFormat }) => autoNumberFormat !== null),
    defaults: Object.fromEntries(
      fields.filter(({ computed }) => !computed).map(({ name, defaultValue }) => [name, defaultValue])
    ),
    workedOut: fields.filter(({ defaultFormula }) => defaultFormula !== null)
  };
}
