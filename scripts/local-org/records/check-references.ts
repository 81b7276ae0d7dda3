import type { ApiError, FieldSchema } from '../contract.ts';
import { objectByPrefix, type Change } from './engine.ts';
import { factsOf } from './object-facts.ts';

function checkReference(change: Change, field: FieldSchema, id: string): ApiError | null {
  const { engine, user, object } = change;
  const target = objectByPrefix(engine.schema(), id);
  if (!target || !field.referenceTo.includes(target.name)) {
    return {
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: `${field.label}: id value of incorrect type: ${id}`,
      fields: [field.name]
    };
  }
  // To add to a record that lends its sharing, one must be able to change it.
  const isMaster = field.masterDetail || (object.permissionsFrom && field.name === object.controllingField);
  const needed = isMaster && !field.writeRequiresMasterRead ? 'edit' : 'read';
  const rows = engine.access.rows(user, target, 't', needed);
  const [row] = engine.store.all(
    `SELECT t."IsDeleted" AS "deleted", (${rows.sql}) AS "visible" FROM "${target.name}" t WHERE t."Id" = ?`,
    [...rows.params, id]
  );
  if (!row) {
    return {
      errorCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'invalid cross reference id',
      fields: [field.name]
    };
  }
  if (row.deleted === 1) return { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] };
  if (row.visible !== 1) {
    return {
      errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      message: `insufficient access rights on cross-reference id: ${id}`,
      fields: []
    };
  }
  return null;
}

/** Records may not be given to someone who can't log in, unless the caller may do just that. */
export function checkOwner({ engine, user, after, sent }: Change): ApiError[] {
  if (!sent.has('OwnerId') || user.systemPermissions.has('UpdateWithInactiveOwner')) return [];
  const [inactive] = engine.store.all('SELECT 1 FROM "User" WHERE "Id" = ? AND "IsActive" = 0', [
    String(after.OwnerId)
  ]);
  if (!inactive) return [];
  const message = `operation performed with inactive user [${String(after.OwnerId)}]`;
  return [{ errorCode: 'INACTIVE_OWNER_OR_USER', message, fields: ['OwnerId'] }];
}

/** Every reference that the caller sent must point at a record that exists, fits and is visible to them. */
export function checkReferences(change: Change): ApiError[] {
  const errors: ApiError[] = [];
  const { fields } = factsOf(change.object);
  for (const name of change.sent) {
    const field = fields.get(name);
    const value = change.after[name];
    if (field?.type !== 'reference' || typeof value !== 'string') continue;
    const error = checkReference(change, field, value);
    if (error) errors.push(error);
  }
  return errors;
}
