import type { ApiError } from '../contract.ts';
import { isChanged, type Change } from './engine.ts';
import { factsOf } from './object-facts.ts';
import { toParam } from './rows.ts';

/** Combinations that may stand only once, beside fields that are unique by themselves. */
const UNIQUE_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  PermissionSetAssignment: ['PermissionSetId', 'AssigneeId'],
  ObjectPermissions: ['ParentId', 'SobjectType'],
  FieldPermissions: ['ParentId', 'Field'],
  GroupMember: ['GroupId', 'UserOrGroupId'],
  PricebookEntry: ['Pricebook2Id', 'Product2Id'],
  OpportunityContactRole: ['OpportunityId', 'ContactId', 'Role']
};

/** The twin's id is told in 15 characters, and only to those who may see it. */
function duplicate(change: Change, fields: readonly string[]): ApiError | null {
  const { engine, object, after, user } = change;
  if (fields.some((name) => (after[name] ?? null) === null)) return null;
  const rows = engine.access.rows(user, object, 't', 'read');
  const condition = fields.map((name) => `t."${name}" = ?`).join(' AND ');
  const [twin] = engine.store.all(
    `SELECT t."Id", (${rows.sql}) AS "visible" FROM "${object.name}" t WHERE ${condition} AND t."IsDeleted" = 0 AND t."Id" IS NOT ?`,
    [...rows.params, ...fields.map((name) => toParam(after[name])), change.id]
  );
  if (!twin) return null;
  const [field, id] =
    twin.visible === 1 ? [fields[0], String(twin.Id).slice(0, 15)] : ['<unknown>', '<unknown>'];
  return {
    errorCode: 'DUPLICATE_VALUE',
    message: `duplicate value found: ${field} duplicates value on record with id: ${id}`,
    fields: []
  };
}

/** Unique fields and combinations that another living record already carries. */
export function checkUnique(change: Change): ApiError[] {
  const errors: ApiError[] = [];
  for (const field of factsOf(change.object).unique) {
    if (field === change.free || !isChanged(change, field.name)) continue;
    const error = duplicate(change, [field.name]);
    if (error) errors.push(error);
  }
  const together = UNIQUE_TOGETHER[change.object.name];
  const error = together && duplicate(change, together);
  if (error) errors.push(error);
  return errors;
}
