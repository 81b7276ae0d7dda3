import type { FieldSchema, ObjectSchema, RecordValues, UserContext } from '../contract.ts';
import { invalidField, orgError, type OrgError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { idByExternalReference } from './external-reference.ts';
import { parseValue } from './parse-value.ts';

/** Written by the org, except on create by a user with "Set Audit Fields upon Record Creation". */
const AUDIT_FIELDS = new Set(['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById']);

/** The reference that a relationship such as `Account` goes through. */
export function fieldByRelationship(object: ObjectSchema, name: string): FieldSchema | undefined {
  const wanted = name.toLowerCase();
  for (const field of object.fields.values()) {
    if (field.relationshipName?.toLowerCase() === wanted) return field;
  }
  return undefined;
}

/** Whether this user may send a value of this field, for a new record or for one that is there. */
export function mayWrite(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  field: FieldSchema,
  isNew: boolean
): boolean {
  if (isNew && AUDIT_FIELDS.has(field.name)) return user.systemPermissions.has('CreateAuditFields');
  const open = isNew ? field.createable : field.updateable;
  return open && engine.access.field(user, object, field).edit;
}

/**
 * The values that a caller sent, by field name as the schema spells it. Throws INVALID_FIELD for a field that doesn't
 * exist for this user, INVALID_FIELD_FOR_INSERT_UPDATE for one they may not write, and what `parseValue` throws.
 */
export function readValues(
  engine: Engine,
  user: UserContext,
  object: ObjectSchema,
  sent: Record<string, unknown>,
  isNew: boolean
): RecordValues {
  const values: RecordValues = {};
  const refused: string[] = [];
  for (const [key, raw] of Object.entries(sent)) {
    if (key === 'attributes') continue;
    if (key.toLowerCase() === 'id') {
      throw orgError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
    }
    const named = object.fields.get(key.toLowerCase());
    const related = named ? undefined : fieldByRelationship(object, key);
    const field = named ?? related;
    if (!field || !engine.access.field(user, object, field).read) throw invalidField(object.name, key);
    if (!mayWrite(engine, user, object, field, isNew)) refused.push(field.name);
    else if (related) values[field.name] = idByExternalReference(engine, user, field, raw);
    else values[field.name] = parseValue(field, raw);
  }
  if (refused.length > 0) throw cannotWrite(refused);
  return values;
}

/** The refusal of values that the user may not write. */
export function cannotWrite(fields: string[]): OrgError {
  return orgError(
    400,
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    fields
  );
}
