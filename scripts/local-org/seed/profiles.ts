import { systemColumns, tableOf, writeGrants, type PermissionTables } from '../access/permission-rows.ts';
import { PROFILES, type ObjectGrants, type ProfileDefinition } from '../access/profiles.ts';
import type { ObjectPermissions, Schema } from '../contract.ts';

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

/** A standard profile sees every standard field of every object that it may use. */
function standardFields(schema: Schema, objects: ObjectGrants) {
  return schema
    .objects()
    .filter(
      (object) => !object.setup && !object.custom && isUsed(object.name, object.permissionsFrom, objects)
    )
    .flatMap((object) =>
      [...object.fields.values()]
        .filter((field) => field.permissionable && !field.custom)
        .map((field) => ({
          object: object.name,
          field: field.name,
          read: true,
          edit: !field.calculated
        }))
    );
}

const ACTIVITIES = ['Task', 'Event'];

function isUsed(name: string, permissionsFrom: string | null, objects: ObjectGrants): boolean {
  if (ACTIVITIES.includes(name)) return Object.keys(objects).length > 0;
  return (permissionsFrom ?? name) in objects;
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
  const objects = Object.entries(profile.objects).filter(([name]) => !ACTIVITIES.includes(name));
  writeGrants(tables, setId, {
    objects: objects.map(([object, letters]) => ({ object, permissions: toPermissions(letters) })),
    fields: standardFields(schema, profile.objects)
  });
}

/** Each standard profile with the permission set that carries its permissions. */
export function seedProfiles(tables: PermissionTables): void {
  for (const profile of PROFILES) seedProfile(tables, profile);
}
