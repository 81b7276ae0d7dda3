import { tableOf, type PermissionTables } from '../access/permission-rows.ts';
import { fullName } from '../records/behaviours/person.ts';
import type { SeedRole, SeedUser, UsersFile } from './users-file.ts';

function developerName(name: string): string {
  return name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
}

function seedRoles(tables: PermissionTables, roles: readonly SeedRole[], parentId: string | null): void {
  for (const { name, reports = [] } of roles) {
    const values = { Name: name, DeveloperName: developerName(name), ParentRoleId: parentId };
    const known = find(tables, 'UserRole', 'DeveloperName', values.DeveloperName);
    const id = known ?? tables.rows.insert(tableOf(tables.schema, 'UserRole'), values, tables.userId);
    seedRoles(tables, reports, id);
  }
}

function find({ store }: PermissionTables, object: string, column: string, value: string): string | null {
  const [row] = store.all(`SELECT "Id" FROM "${object}" WHERE "${column}" = ?`, [value]);
  return row ? String(row.Id) : null;
}

function idByName(tables: PermissionTables, object: string, name: string): string {
  const id = find(tables, object, 'Name', name);
  if (id === null) throw new Error(`The users file names the ${object} ${name}, which doesn't exist`);
  return id;
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

/**
 * Roles and users of the file that the org doesn't have yet; `tables.userId` becomes the first administrator's Id.
 * People who are there already stay as they are, whatever the file says.
 */
export function seedPeople(tables: PermissionTables, file: UsersFile): void {
  seedRoles(tables, file.roles, null);
  for (const user of file.users) {
    if (find(tables, 'User', 'Username', user.username) === null) seedUser(tables, user);
  }
}

/** Rows of `object` named `name` that this user isn't linked to by `link` yet, with the user's Id. */
function missingLink(
  { store }: PermissionTables,
  { username, name, object, nameColumn, link, parentColumn, userColumn }: Record<string, string>
): { parentId: string; assigneeId: string } | null {
  const [row] = store.all(
    `SELECT p."Id" AS "parentId", u."Id" AS "assigneeId" FROM "${object}" p JOIN "User" u ON u."Username" = ?
      WHERE p."${nameColumn}" = ? AND p."IsDeleted" = 0 AND NOT EXISTS (SELECT 1 FROM "${link}" l
        WHERE l."${parentColumn}" = p."Id" AND l."${userColumn}" = u."Id")`,
    [username, name]
  );
  return row ? { parentId: String(row.parentId), assigneeId: String(row.assigneeId) } : null;
}

const PERMISSION_SETS = {
  object: 'PermissionSet',
  nameColumn: 'Name',
  link: 'PermissionSetAssignment',
  parentColumn: 'PermissionSetId',
  userColumn: 'AssigneeId'
};

const GROUPS = {
  object: 'Group',
  nameColumn: 'DeveloperName',
  link: 'GroupMember',
  parentColumn: 'GroupId',
  userColumn: 'UserOrGroupId'
};

/** Gives users the permission sets and groups that the file names, as far as they exist by now. */
export function assignUsers(tables: PermissionTables, file: UsersFile): void {
  for (const { username, permissionSets, groups = [] } of file.users) {
    const wanted = [
      ...permissionSets.map((name) => ({ ...PERMISSION_SETS, name })),
      ...groups.map((name) => ({ ...GROUPS, name }))
    ];
    for (const target of wanted) {
      const missing = missingLink(tables, { ...target, username });
      if (!missing) continue;
      tables.rows.insert(
        tableOf(tables.schema, target.link),
        {
          [target.parentColumn]: missing.parentId,
          [target.userColumn]: missing.assigneeId,
          ...(target.link === PERMISSION_SETS.link && { IsActive: true })
        },
        tables.userId
      );
    }
  }
}
