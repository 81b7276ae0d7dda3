import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { noSuchColumn } from './errors.ts';
import type { RecordReader } from './reader.ts';

/** The fields of one record that were asked for, and the same for each parent that a path spans. */
export interface FieldTree {
  fields: Set<FieldSchema>;
  /** By reference field: the paths below it, resolved once the parent is known (references may be polymorphic). */
  parents: Map<FieldSchema, Set<string>>;
}

/** How many parents a path may span, as in SOQL. */
const DEEPEST = 5;

export function emptyTree(): FieldTree {
  return { fields: new Set(), parents: new Map() };
}

/** Finds a reference by its relationship name (`Account`, `Guidance__r`), among what the user may read. */
function referenceNamed(
  reader: RecordReader,
  object: ObjectSchema,
  relationship: string
): FieldSchema | undefined {
  const lower = relationship.toLowerCase();
  return reader.fields(object).find((field) => field.relationshipName?.toLowerCase() === lower);
}

function targetsOf(reader: RecordReader, reference: FieldSchema): ObjectSchema[] {
  return reference.referenceTo
    .map((name) => reader.object(name))
    .filter((object): object is ObjectSchema => object !== undefined);
}

/** True when the path (`Amount`, `Account.Owner.Name`) can be read, whatever a polymorphic parent turns out to be. */
function exists(reader: RecordReader, object: ObjectSchema, path: readonly string[], depth: number): boolean {
  const [head, ...rest] = path;
  if (rest.length === 0) return reader.field(object, head) !== undefined;
  const reference = depth < DEEPEST ? referenceNamed(reader, object, head) : undefined;
  if (!reference) return false;
  return targetsOf(reader, reference).some((target) => exists(reader, target, rest, depth + 1));
}

/**
 * Adds paths without their object's name (`Amount`, `Account.Name`) to the tree. A required path that this user
 * can't read throws INVALID_FIELD; an optional one is passed over.
 */
export function addPaths(
  reader: RecordReader,
  object: ObjectSchema,
  tree: FieldTree,
  paths: Iterable<string>,
  kind: 'required' | 'optional'
): void {
  for (const path of paths) {
    const steps = path.split('.');
    if (!exists(reader, object, steps, 0)) {
      if (kind === 'required') throw noSuchColumn(object.name, path);
      continue;
    }
    const [head, ...rest] = steps;
    if (rest.length === 0) {
      const field = reader.field(object, head);
      if (field) tree.fields.add(field);
      continue;
    }
    const reference = referenceNamed(reader, object, head);
    if (!reference) continue;
    let below = tree.parents.get(reference);
    if (!below) tree.parents.set(reference, (below = new Set()));
    below.add(rest.join('.'));
  }
}

/** The path in `Opportunity.Amount`, or null when the name begins with another object. */
export function withoutObject(object: ObjectSchema, qualified: string): string | null {
  const prefix = `${object.name}.`.toLowerCase();
  return qualified.toLowerCase().startsWith(prefix) ? qualified.slice(prefix.length) : null;
}
