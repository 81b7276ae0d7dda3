import { tableOf, type PermissionTables } from '../access/permission-rows.ts';
import { fullName } from '../records/behaviours/person.ts';
import type { SeedRole, SeedUser, UsersFile } from './users-file.ts';

function developerName(name: string): string {
  return name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
}

function seedRoles(tables: PermissionTables, roles: readonly SeedRole[], parentId: string | null): void {
  for (const { name, reports = [] } of roles) {
    const values = { Name: name, DeveloperName: developerName(name), ParentRoleId: parentId };
    const id = tables.rows.insert(tableOf(tables.schema, 'UserRole'), values, tables.userId);
    seedRoles(tables, reports, id);
  }
}

function idByName({ store }: PermissionTables, object: string, name: string): string {
  const [row] = store.all(`SELECT "Id" FROM "${object}" WHERE "Name" = ?`, [name]);
  if (!row) throw new Error(`The users file names the ${object} ${name}, which doesn't exist`);
  return String(row.Id);
}

function seedUser(tables: PermissionTables, user: SeedUser): void {
  const { schema, rows, userId } = tables;
  const names = { FirstName: user.firstName, LastName: user.lastName };
  const [alias] = user.username.split('@');
  rows.insert(
    tableOf(schema, 'User'),
    {
      ...names,
      // The first administrator stands as the creator of everything seeded, itself included.
      ...(user.profile === 'System Administrator' && !administratorExists(tables) && { Id: userId }),
      Name: fullName(names),
      Username: user.username,
      Email: user.username,
      Alias: alias.slice(0, 8),
      CommunityNickname: alias.slice(0, 40),
      Title: user.title ?? null,
      Department: user.department ?? null,
      Country: user.country ?? null,
      IsActive: true,
      UserType: 'Standard',
      ProfileId: idByName(tables, 'Profile', user.profile),
      UserRoleId: user.role === undefined ? null : idByName(tables, 'UserRole', user.role),
      TimeZoneSidKey: user.timeZone,
      LocaleSidKey: user.locale ?? 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    },
    userId
  );
}

function administratorExists({ store, userId }: PermissionTables): boolean {
  return store.all('SELECT 1 FROM "User" WHERE "Id" = ?', [userId]).length > 0;
}

/** Roles and users of the file; `tables.userId` becomes the first administrator's Id. */
export function seedPeople(tables: PermissionTables, file: UsersFile): void {
  seedRoles(tables, file.roles, null);
  for (const user of file.users) seedUser(tables, user);
}

/** Assigns the permission sets that the file names and that exist by now; those assigned already stay. */
export function assignPermissionSets(tables: PermissionTables, file: UsersFile): void {
  const { schema, store, rows, userId } = tables;
  for (const { username, permissionSets } of file.users) {
    for (const name of permissionSets) {
      const [missing] = store.all(
        `SELECT s."Id" AS "set", u."Id" AS "user" FROM "PermissionSet" s JOIN "User" u ON u."Username" = ?
          WHERE s."Name" = ? AND NOT EXISTS (SELECT 1 FROM "PermissionSetAssignment" a
            WHERE a."PermissionSetId" = s."Id" AND a."AssigneeId" = u."Id")`,
        [username, name]
      );
      if (!missing) continue;
      rows.insert(
        tableOf(schema, 'PermissionSetAssignment'),
        { PermissionSetId: missing.set, AssigneeId: missing.user, IsActive: true },
        userId
      );
    }
  }
}
