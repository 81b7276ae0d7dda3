import { queryRows } from '../../org/rest.ts';
import type { SyncContext } from '../../run/context.ts';
import type { Database } from '../database.ts';

interface User {
  Id: string;
  TimeZoneSidKey: string;
  UserRoleId: string | null;
  Department: string | null;
}

interface Role {
  Id: string;
  Name: string;
  ParentRoleId: string | null;
}

/** Reads where people are and which group they belong to: their role, else their department, else none. */
export async function readPeople({ client, database }: SyncContext): Promise<void> {
  const users = await queryRows<User>(client, 'SELECT Id, TimeZoneSidKey, UserRoleId, Department FROM User');
  const roles = await queryRows<Role>(client, 'SELECT Id, Name, ParentRoleId FROM UserRole');
  const known = new Map(roles.map((role) => [role.Id, role]));
  await insertCohorts(database, [
    ...roles.map((role) => ({ ...role, depth: depthOf(role, known) })),
    ...departmentsOf(users).map((name) => ({
      Id: departmentKey(name),
      Name: name,
      ParentRoleId: null,
      depth: 0
    }))
  ]);
  await insertRows(
    database,
    'person',
    users.map(({ Id, TimeZoneSidKey, UserRoleId, Department }) => [
      Id,
      TimeZoneSidKey,
      UserRoleId ?? (Department ? departmentKey(Department) : 'none')
    ])
  );
}

function departmentsOf(users: readonly User[]): string[] {
  const named = users.filter(({ UserRoleId, Department }) => UserRoleId === null && Department);
  return [...new Map(named.map(({ Department }) => [departmentKey(Department!), Department!])).values()];
}

/** Departments are typed by hand: `Sales` and `sales` are one. */
function departmentKey(name: string): string {
  return `dept ${name.trim().toLowerCase()}`;
}

function depthOf(role: Role, roles: ReadonlyMap<string, Role>): number {
  let depth = 0;
  for (let up = role.ParentRoleId; up !== null && depth <= roles.size; depth += 1) {
    up = roles.get(up)?.ParentRoleId ?? null;
  }
  return depth;
}

function insertCohorts(
  database: Database,
  cohorts: readonly { Id: string; Name: string; ParentRoleId: string | null; depth: number }[]
): Promise<void> {
  return insertRows(
    database,
    'cohort',
    cohorts.map(({ Id, Name, ParentRoleId, depth }) => [Id, Name, ParentRoleId, depth])
  );
}

/** Rows as one JSON parameter: a statement a row would take minutes for a large org. */
async function insertRows(
  database: Database,
  table: 'person' | 'cohort',
  rows: readonly (readonly (string | number | null)[])[]
): Promise<void> {
  const columns = (rows[0] ?? []).map((_cell, index) => `row ->> ${index}`).join(', ');
  if (rows.length === 0) return;
  await database.execute(
    `INSERT INTO ${table} SELECT ${columns} FROM (SELECT unnest(CAST($1 AS JSON[])) AS row)`,
    [JSON.stringify(rows)]
  );
}
