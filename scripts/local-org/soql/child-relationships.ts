import type { FieldSchema, ObjectSchema } from '../contract.ts';
import type { Compilation } from './compilation.ts';
import { noSuchChildren } from './refusals.ts';
import type { Scope } from './scope.ts';
import type { Query } from './statement.ts';

/** A child subquery whose relationship has been found. */
export interface ChildSelect {
  query: Query;
  /** The relationship's name, as the parent's record has it. */
  key: string;
  object: ObjectSchema;
  /** The child's reference to the parent. */
  reference: FieldSchema;
}

/** Finds the relationship that a child subquery goes over; the user must be able to read child and reference. */
export function findChildren(compilation: Compilation, parent: Scope, query: Query): ChildSelect {
  const { access, schema, soql, user } = compilation;
  const { name, prefix, at } = query.from;
  const wanted = name.toLowerCase();
  const relationship = parent.isNamed(prefix)
    ? parent.object.children.find((child) => child.relationshipName?.toLowerCase() === wanted)
    : undefined;
  const object = relationship && schema.object(relationship.childObject);
  const reference = object?.fields.get(relationship?.field.toLowerCase() ?? '');
  const isReadable =
    object && reference && access.object(user, object).read && access.field(user, object, reference).read;
  if (!relationship?.relationshipName || !isReadable) throw noSuchChildren(soql, at, name);
  return { query, key: relationship.relationshipName, object, reference };
}
