import type { SharingPrincipal, Store } from '../contract.ts';

/** Roles and groups as sharing needs them; one instance serves until people or roles change. */
export interface People {
  /** Ids of the roles below a role, at any depth. */
  rolesBelow(roleId: string | null): readonly string[];
  /** Ids of the public groups and queues a user belongs to, through other groups too. */
  groupsOf(userId: string): readonly string[];
  /** Whether a rule shared with this principal reaches the user. */
  reaches(principal: SharingPrincipal, user: { userId: string; roleId: string | null }): boolean;
  /** Ids of the users that a principal stands for; null for everyone. */
  membersOf(principal: SharingPrincipal): readonly string[] | null;
}

interface Role {
  id: string;
  parentId: string | null;
  developerName: string;
}

function text(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

export function readPeople(store: Store): People {
  const roles: Role[] = store
    .all('SELECT "Id", "ParentRoleId", "DeveloperName" FROM "UserRole" WHERE "IsDeleted" = 0')
    .map((row) => ({
      id: String(row.Id),
      parentId: text(row.ParentRoleId),
      developerName: String(row.DeveloperName)
    }));
  const below = new Map<string, string[]>();

  function rolesBelow(roleId: string | null): readonly string[] {
    if (roleId === null) return [];
    let known = below.get(roleId);
    if (!known) {
      below.set(roleId, (known = []));
      for (const role of roles) {
        if (role.parentId === roleId) known.push(role.id, ...rolesBelow(role.id));
      }
    }
    return known;
  }

  const groups = new Map<string, readonly string[]>();

  function groupsOf(userId: string): readonly string[] {
    let known = groups.get(userId);
    if (!known) groups.set(userId, (known = reached('UserOrGroupId', 'GroupId', userId)));
    return known;
  }

  /** What one finds by going through memberships from one side to the other, group by group. */
  function reached(from: 'UserOrGroupId' | 'GroupId', to: 'UserOrGroupId' | 'GroupId', id: string): string[] {
    return store
      .all(
        `WITH RECURSIVE r("id") AS (
          SELECT "${to}" FROM "GroupMember" WHERE "${from}" = ? AND "IsDeleted" = 0
          UNION SELECT m."${to}" FROM "GroupMember" m JOIN r ON m."${from}" = r."id" WHERE m."IsDeleted" = 0)
        SELECT "id" FROM r`,
        [id]
      )
      .map((row) => String(row.id));
  }

  function rolesOf({ kind, name }: SharingPrincipal): string[] {
    const role = roles.find(({ developerName }) => developerName.toLowerCase() === name.toLowerCase());
    if (!role) return [];
    return kind === 'role' ? [role.id] : [role.id, ...rolesBelow(role.id)];
  }

  function groupId(name: string): string | undefined {
    const [row] = store.all('SELECT "Id" FROM "Group" WHERE "DeveloperName" = ? AND "IsDeleted" = 0', [name]);
    return row && String(row.Id);
  }

  /** Ids of the users in a group and in the groups in it, and of those groups. */
  function membersOfGroup(id: string): readonly string[] {
    return reached('GroupId', 'UserOrGroupId', id);
  }

  /** A group may grant to those above its members in the role hierarchy as well. */
  function isBossOf(id: string, roleId: string | null): boolean {
    const [member] = store.all(
      `SELECT 1 FROM "Group" g WHERE g."Id" = ? AND g."DoesIncludeBosses" = 1 AND EXISTS (SELECT 1 FROM "User" u
        WHERE u."Id" IN (SELECT "value" FROM json_each(?)) AND u."UserRoleId" IN (SELECT "value" FROM json_each(?)))`,
      [id, JSON.stringify(membersOfGroup(id)), JSON.stringify(rolesBelow(roleId))]
    );
    return member !== undefined;
  }

  return {
    rolesBelow,
    groupsOf,
    reaches(principal, user) {
      if (principal.kind === 'allInternalUsers') return true;
      if (principal.kind === 'group') {
        const id = groupId(principal.name);
        return id !== undefined && (groupsOf(user.userId).includes(id) || isBossOf(id, user.roleId));
      }
      // Whoever stands above the people a rule shares with sees what they see.
      const mine = user.roleId === null ? [] : [user.roleId, ...rolesBelow(user.roleId)];
      return rolesOf(principal).some((role) => mine.includes(role));
    },
    membersOf(principal) {
      if (principal.kind === 'allInternalUsers') return null;
      if (principal.kind === 'group') {
        const id = groupId(principal.name);
        return id === undefined ? [] : membersOfGroup(id);
      }
      return store
        .all('SELECT "Id" AS "id" FROM "User" WHERE "UserRoleId" IN (SELECT "value" FROM json_each(?))', [
          JSON.stringify(rolesOf(principal))
        ])
        .map((row) => String(row.id));
    }
  };
}
