import type { FieldSchema, ObjectSchema } from '../contract.ts';
import type { RecordReader } from '../ui-api/reader.ts';

/** A parent that GraphQL can follow: its relationship and the objects behind it that the user may read. */
export interface ParentLink {
  name: string;
  reference: FieldSchema;
  targets: ObjectSchema[];
  /** The reference may point at several objects, whether or not the user may read them all. */
  polymorphic: boolean;
}

/** Children that GraphQL can list, under the relationship's name. */
export interface ChildLink {
  name: string;
  child: ObjectSchema;
  reference: FieldSchema;
}

export function parentLinks(reader: RecordReader, object: ObjectSchema): ParentLink[] {
  return reader.fields(object).flatMap((reference) => {
    const targets = reference.referenceTo
      .map((name) => reader.object(name))
      .filter((target): target is ObjectSchema => target !== undefined);
    if (!reference.relationshipName || targets.length === 0) return [];
    const polymorphic = reference.referenceTo.length > 1;
    return [{ name: reference.relationshipName, reference, targets, polymorphic }];
  });
}

export function childLinks(reader: RecordReader, object: ObjectSchema): ChildLink[] {
  return object.children.flatMap(({ childObject, field, relationshipName }) => {
    const child = reader.object(childObject);
    const reference = child && reader.field(child, field);
    return relationshipName && child && reference ? [{ name: relationshipName, child, reference }] : [];
  });
}
