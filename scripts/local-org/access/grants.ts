import type { ObjectPermissions, Store } from '../contract.ts';

/** What one user may do by profile and permission sets together. */
export interface Grants {
  systemPermissions: ReadonlySet<string>;
  /** By the object's name. */
  objects: ReadonlyMap<string, ObjectPermissions>;
  /** `Object.Field` in lower case. */
  readableFields: ReadonlySet<string>;
  editableFields: ReadonlySet<string>;
  /** By their names. */
  customPermissions: ReadonlySet<string>;
}

export const NO_PERMISSIONS: ObjectPermissions = {
  create: false,
  read: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false
};

/** Permission sets of a user: the profile's own and the assigned ones. */
const SETS_OF_USER = `SELECT s."Id" FROM "PermissionSet" s JOIN "User" u ON u."ProfileId" = s."ProfileId"
  WHERE u."Id" = ?1 AND s."IsDeleted" = 0
  UNION SELECT a."PermissionSetId" FROM "PermissionSetAssignment" a WHERE a."AssigneeId" = ?1 AND a."IsDeleted" = 0`;

type Row = Record<string, string | number | null>;

function systemPermissions(rows: readonly Row[]): Set<string> {
  const held = new Set<string>();
  for (const row of rows) {
    for (const [column, value] of Object.entries(row)) {
      if (value === 1) held.add(column.slice('Permissions'.length));
    }
  }
  return held;
}

function objectPermissions(rows: readonly Row[]): Map<string, ObjectPermissions> {
  const byObject = new Map<string, ObjectPermissions>();
  for (const row of rows) {
    const name = String(row.SobjectType);
    const known = byObject.get(name) ?? NO_PERMISSIONS;
    byObject.set(name, {
      create: known.create || row.PermissionsCreate === 1,
      read: known.read || row.PermissionsRead === 1,
      edit: known.edit || row.PermissionsEdit === 1,
      delete: known.delete || row.PermissionsDelete === 1,
      viewAll: known.viewAll || row.PermissionsViewAllRecords === 1,
      modifyAll: known.modifyAll || row.PermissionsModifyAllRecords === 1
    });
  }
  return byObject;
}

/** Reads the union of a user's permission sets; `systemColumns` are the `Permissions…` columns of PermissionSet. */
export function readGrants(store: Store, userId: string, systemColumns: readonly string[]): Grants {
  const columns = systemColumns.map((name) => `"${name}"`).join(', ');
  const sets = `IN (${SETS_OF_USER})`;
  const fields = store.all(
    `SELECT "Field", "PermissionsRead", "PermissionsEdit" FROM "FieldPermissions" WHERE "IsDeleted" = 0 AND "ParentId" ${sets}`,
    [userId]
  );
  const named = (column: string) =>
    new Set(fields.filter((row) => row[column] === 1).map((row) => String(row.Field).toLowerCase()));
  return {
    systemPermissions: systemPermissions(
      store.all(`SELECT ${columns} FROM "PermissionSet" WHERE "Id" ${sets}`, [userId])
    ),
    objects: objectPermissions(
      store.all(
        `SELECT "SobjectType", "PermissionsCreate", "PermissionsRead", "PermissionsEdit", "PermissionsDelete",
          "PermissionsViewAllRecords", "PermissionsModifyAllRecords"
        FROM "ObjectPermissions" WHERE "IsDeleted" = 0 AND "ParentId" ${sets}`,
        [userId]
      )
    ),
    readableFields: named('PermissionsRead'),
    editableFields: named('PermissionsEdit'),
    customPermissions: new Set(
      store
        .all(
          `SELECT p."DeveloperName" FROM "CustomPermission" p JOIN "SetupEntityAccess" a ON a."SetupEntityId" = p."Id"
          WHERE a."ParentId" ${sets}`,
          [userId]
        )
        .map((row) => String(row.DeveloperName))
    )
  };
}
