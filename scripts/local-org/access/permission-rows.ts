import { SYSTEM_PERMISSIONS } from '../catalogue/system-permissions.ts';
import type { ObjectPermissions, ObjectSchema, RecordValues, Schema, Store } from '../contract.ts';
import type { Rows } from '../records/rows.ts';
import { grantCustomPermissions } from './custom-permissions.ts';
import type { PermissionSetGrants } from './permission-set-file.ts';

export interface PermissionTables {
  schema: Schema;
  store: Store;
  rows: Rows;
  userId: string;
}

export function tableOf(schema: Schema, name: string): ObjectSchema {
  const object = schema.object(name);
  if (!object) throw new Error(`The catalogue lacks ${name}`);
  return object;
}

export function systemColumns(held: readonly string[]): RecordValues {
  return Object.fromEntries(
    Object.keys(SYSTEM_PERMISSIONS).map((name) => [`Permissions${name}`, held.includes(name)])
  );
}

export function objectColumns(permissions: ObjectPermissions): RecordValues {
  return {
    PermissionsCreate: permissions.create,
    PermissionsRead: permissions.read,
    PermissionsEdit: permissions.edit,
    PermissionsDelete: permissions.delete,
    PermissionsViewAllRecords: permissions.viewAll,
    PermissionsModifyAllRecords: permissions.modifyAll
  };
}

export type Grants = Pick<PermissionSetGrants, 'objects' | 'fields'>;

/** Adds object and field permissions to one permission set that doesn't have them yet. */
export function addGrants(tables: PermissionTables, parentId: string, grants: Grants): void {
  const { schema, rows, userId } = tables;
  const objectTable = tableOf(schema, 'ObjectPermissions');
  for (const { object, permissions } of grants.objects) {
    const values = { ParentId: parentId, SobjectType: object, ...objectColumns(permissions) };
    rows.insert(objectTable, values, userId);
  }
  const fieldTable = tableOf(schema, 'FieldPermissions');
  for (const { object, field, read, edit } of grants.fields) {
    rows.insert(
      fieldTable,
      {
        ParentId: parentId,
        SobjectType: object,
        Field: `${object}.${field}`,
        PermissionsRead: read,
        PermissionsEdit: edit
      },
      userId
    );
  }
}

/** Writes the object and field permissions of one permission set, in place of those it had. */
function replaceGrants(tables: PermissionTables, parentId: string, grants: Grants): void {
  tables.store.run('DELETE FROM "ObjectPermissions" WHERE "ParentId" = ?', [parentId]);
  tables.store.run('DELETE FROM "FieldPermissions" WHERE "ParentId" = ?', [parentId]);
  addGrants(tables, parentId, grants);
}

/** Makes the records of a permission set say what its deployed file says; answers the permission set's Id. */
export function writePermissionSet(
  tables: PermissionTables,
  name: string,
  grants: PermissionSetGrants
): string {
  const { schema, store, rows, userId } = tables;
  const table = tableOf(schema, 'PermissionSet');
  const values: RecordValues = {
    Name: name,
    Label: grants.label,
    Description: grants.description,
    HasActivationRequired: grants.hasActivationRequired,
    IsCustom: true,
    Type: 'Regular',
    ...systemColumns(grants.systemPermissions)
  };
  const [known] = store.all('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ? AND "IsDeleted" = 0', [name]);
  const id = known ? String(known.Id) : rows.insert(table, values, userId);
  if (known) rows.update(table, id, values, userId);
  replaceGrants(tables, id, grants);
  grantCustomPermissions(tables, id, grants.customPermissions);
  return id;
}

/** Removes a permission set with its grants and assignments. */
export function removePermissionSet({ store }: PermissionTables, name: string): void {
  const [known] = store.all('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ?', [name]);
  if (!known) return;
  const id = String(known.Id);
  store.run('DELETE FROM "ObjectPermissions" WHERE "ParentId" = ?', [id]);
  store.run('DELETE FROM "FieldPermissions" WHERE "ParentId" = ?', [id]);
  store.run('DELETE FROM "SetupEntityAccess" WHERE "ParentId" = ?', [id]);
  store.run('DELETE FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ?', [id]);
  store.run('DELETE FROM "PermissionSet" WHERE "Id" = ?', [id]);
}
