import type { FieldSchema, ObjectSchema, UserContext } from '../contract.ts';
import { invalidField, invalidType, orgError, type OrgError } from '../errors.ts';
import { keyPrefixOf, normalizeId } from '../ids.ts';
import { fieldNamed, type Engine } from './engine.ts';

/** An object that this user may not even read doesn't exist for them. */
export function visibleObject(engine: Engine, user: UserContext, name: string): ObjectSchema {
  const object = engine.schema().object(name);
  if (!object || !engine.access.object(user, object).read) throw invalidType(name);
  return object;
}

/** The id in 18 characters, when the text is an id of this object. */
export function recordId(object: ObjectSchema, text: string): string {
  const id = normalizeId(text);
  if (!id || keyPrefixOf(id) !== object.keyPrefix)
    throw orgError(400, 'MALFORMED_ID', `malformed id ${text}`);
  return id;
}

/** A field by which records can be found; throws INVALID_FIELD for any other. */
export function lookupField(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  name: string
): FieldSchema {
  const field = fieldNamed(object, name);
  if (!field || !engine.access.field(user, object, field).read) throw invalidField(object.name, name);
  if (!field.externalId && !field.idLookup) {
    throw orgError(
      400,
      'INVALID_FIELD',
      `Field name provided, ${field.name} is not an External ID or indexed field for ${object.name}`
    );
  }
  return field;
}

/** An upsert whose key is empty. */
export function keyMissing(field: FieldSchema): OrgError {
  return orgError(400, 'MISSING_ARGUMENT', `${field.name} not specified`);
}

/** An upsert whose key fits more than one record. */
export function foundTwice(field: FieldSchema, id: string, twin: string): OrgError {
  return orgError(
    300,
    'DUPLICATE_EXTERNAL_ID',
    `${field.name}: more than one record found for external id field: [${id}, ${twin}]`
  );
}
