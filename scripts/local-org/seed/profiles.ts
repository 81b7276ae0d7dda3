import {
  addGrants,
  systemColumns,
  tableOf,
  type Grants,
  type PermissionTables
} from '../access/permission-rows.ts';
import { securedName } from '../access/secured-fields.ts';
import { storedFields } from '../computed/columns.ts';
import { PROFILES, type ObjectGrants, type ProfileDefinition } from '../access/profiles.ts';
import type { ObjectPermissions, ObjectSchema, Schema } from '../contract.ts';

const ACTIVITIES = ['Task', 'Event'];

function toPermissions(letters: string): ObjectPermissions {
  return {
    create: letters.includes('c'),
    read: letters.includes('r'),
    edit: letters.includes('e'),
    delete: letters.includes('d'),
    viewAll: letters.includes('A'),
    modifyAll: letters.includes('M')
  };
}

function isUsed(name: string, permissionsFrom: string | null, objects: ObjectGrants): boolean {
  if (ACTIVITIES.includes(name)) return Object.keys(objects).length > 0;
  return Object.hasOwn(objects, permissionsFrom ?? name);
}

/** A standard profile sees every standard field of every object that it may use. */
function grantsOf(schema: Schema, { objects }: ProfileDefinition): Grants {
  const used = schema
    .objects()
    .filter(
      (object) => !object.setup && !object.custom && isUsed(object.name, object.permissionsFrom, objects)
    );
  return {
    objects: Object.entries(objects)
      .filter(([name]) => !ACTIVITIES.includes(name))
      .map(([object, letters]) => ({ object, permissions: toPermissions(letters) })),
    fields: used.flatMap(standardFields)
  };
}

/** Every part of an address gives the address, so each name stands for the last field with a column that bears it. */
function standardFields(object: ObjectSchema): Grants['fields'] {
  const fields = storedFields(object).filter((field) => field.permissionable && !field.custom);
  const byName = new Map(fields.map((field) => [securedName(field), field]));
  return [...byName].map(([field, { calculated }]) => ({
    object: object.name,
    field,
    read: true,
    edit: !calculated
  }));
}

function seedProfile(tables: PermissionTables, profile: ProfileDefinition): void {
  const { schema, rows, userId } = tables;
  const columns = systemColumns(profile.systemPermissions);
  const profileId = rows.insert(
    tableOf(schema, 'Profile'),
    { Name: profile.name, Description: profile.description, UserType: 'Standard', ...columns },
    userId
  );
  const setId = rows.insert(
    tableOf(schema, 'PermissionSet'),
    {
      Name: `X${profileId}`,
      Label: profile.name,
      ProfileId: profileId,
      IsOwnedByProfile: true,
      Type: 'Profile',
      ...columns
    },
    userId
  );
  addGrants(tables, setId, grantsOf(schema, profile));
}

/** Each standard profile with the permission set that carries its permissions. */
export function seedProfiles(tables: PermissionTables): void {
  for (const profile of PROFILES) seedProfile(tables, profile);
}

function setOfProfile({ store }: PermissionTables, name: string): string | null {
  const [row] = store.all(
    'SELECT s."Id" FROM "PermissionSet" s JOIN "Profile" p ON p."Id" = s."ProfileId" WHERE p."Name" = ?',
    [name]
  );
  return row ? String(row.Id) : null;
}

/**
 * Gives the profiles of an older data folder what the catalogue has gained since: the objects and fields that not
 * even the administrators' profile knows.
 */
export function growProfiles(tables: PermissionTables): void {
  const { store } = tables;
  const administrators = setOfProfile(tables, PROFILES[0].name);
  const known = (table: string, column: string) =>
    new Set(
      store
        .all(`SELECT "${column}" AS "name" FROM "${table}" WHERE "ParentId" = ?`, [administrators])
        .map((row) => String(row.name))
    );
  const objects = known('ObjectPermissions', 'SobjectType');
  const fields = known('FieldPermissions', 'Field');
  for (const profile of PROFILES) {
    const setId = setOfProfile(tables, profile.name);
    if (setId === null) {
      seedProfile(tables, profile);
      continue;
    }
    const grants = grantsOf(tables.schema, profile);
    addGrants(tables, setId, {
      objects: grants.objects.filter(({ object }) => !objects.has(object)),
      fields: grants.fields.filter(({ object, field }) => !fields.has(`${object}.${field}`))
    });
  }
}
