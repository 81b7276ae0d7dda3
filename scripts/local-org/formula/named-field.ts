import type { FieldSchema, ObjectSchema, Schema } from '../contract.ts';

/** An object as far as formulas on its records look at it. */
export type FormulaObject = Pick<ObjectSchema, 'name' | 'fields'>;

/** A field that a formula mentions: `Size__c` on the record itself, `Account.Owner.Title` on one of its parents. */
export interface NamedField {
  /** The references that lead to it, nearest first; none for a field of the record itself. */
  through: readonly FieldSchema[];
  object: FormulaObject;
  field: FieldSchema;
}

const known = new WeakMap<FormulaObject, Map<string, NamedField>>();

/** Finds what a name in a formula stands for; throws an Error in the words of a deploy when there is no such field. */
export function namedField(schema: Schema, object: FormulaObject, name: string): NamedField {
  let names = known.get(object);
  if (!names) known.set(object, (names = new Map()));
  let found = names.get(name);
  if (!found) names.set(name, (found = find(schema, object, name)));
  return found;
}

function find(schema: Schema, object: FormulaObject, name: string): NamedField {
  const through: FieldSchema[] = [];
  const relationships = name.split('.');
  const last = relationships.pop() ?? '';
  let at = object;
  for (const relationship of relationships) {
    const reference = referenceNamed(at, relationship);
    const parent = reference && schema.object(reference.referenceTo[0]);
    if (!parent) throw missing(name);
    if (reference.referenceTo.length > 1) {
      throw new Error(
        `${name} leads through ${reference.name}, which can refer to several objects: that is not supported by the local org`
      );
    }
    through.push(reference);
    at = parent;
  }
  const field = at.fields.get(last.toLowerCase());
  if (!field) throw missing(name);
  return { through, object: at, field };
}

function referenceNamed({ fields }: FormulaObject, relationship: string): FieldSchema | undefined {
  const wanted = relationship.toLowerCase();
  return [...fields.values()].find(({ relationshipName }) => relationshipName?.toLowerCase() === wanted);
}

function missing(name: string): Error {
  return new Error(`Field ${name} does not exist. Check spelling.`);
}

/** One spelling for a field on a path, whatever way a formula names it: `accountid.ownerid.title`. */
export function pathKey(through: readonly FieldSchema[], field: FieldSchema): string {
  return [...through, field].map(({ name }) => name.toLowerCase()).join('.');
}
