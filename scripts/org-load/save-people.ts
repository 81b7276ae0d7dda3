import type { Connection } from 'jsforce';
import { createAll } from '../lib/collections.ts';
import type { RecordFields } from '../lib/collections.ts';
import { Failure } from '../lib/failure.ts';
import { queryAll } from '../lib/query.ts';
import { createMissing } from './create-missing.ts';
import type { Tally } from './create-missing.ts';
import type { PeoplePlan, PersonPlan, RolePlan } from './people.ts';

const PROFILE = 'Standard User';
/** Given where they are deployed; sellers have the first, managers both. */
const PERMISSION_SETS = { rep: 'Caddie_Rep', manager: 'Caddie_Manager' };

export interface SavedPeople {
  managers: Tally;
  reps: Tally;
  /** By full name. */
  userIds: ReadonlyMap<string, string>;
}

/** Creates roles from the top down, then managers, then their reps, and lets all of them see guidance. */
export async function savePeople(connection: Connection, plan: PeoplePlan): Promise<SavedPeople> {
  const roleIds = await saveRoles(connection, plan.roles);
  const [profile] = await queryAll<{ Id: string }>(
    connection,
    `SELECT Id FROM Profile WHERE Name = '${PROFILE}'`
  );
  if (!profile) {
    throw new Failure('NO_PROFILE', `The org has no profile '${PROFILE}'.`, [
      'Load into an org whose standard profiles have their English names.'
    ]);
  }
  const users = await queryAll<{ Id: string; Username: string }>(connection, 'SELECT Id, Username FROM User');
  const present = users.map(({ Id, Username }) => [Username, Id] as const);
  const save = (people: readonly PersonPlan[], managerIds?: ReadonlyMap<string, string>) =>
    createMissing(
      connection,
      'User',
      people.map((one) => ({ key: one.username, fields: userFields(one, profile.Id, roleIds, managerIds) })),
      present
    );
  const byName = (people: readonly PersonPlan[], ids: ReadonlyMap<string, string>): [string, string][] =>
    people.map(({ name, username }) => [name, ids.get(username)!]);

  const managers = await save(plan.managers);
  const managerIds = new Map(byName(plan.managers, managers.ids));
  const reps = await save(plan.reps, managerIds);
  const userIds = new Map([...managerIds, ...byName(plan.reps, reps.ids)]);
  await assign(connection, PERMISSION_SETS.rep, [...userIds.values()]);
  await assign(connection, PERMISSION_SETS.manager, [...managerIds.values()]);
  return { managers, reps, userIds };
}

async function saveRoles(connection: Connection, roles: readonly RolePlan[]): Promise<Map<string, string>> {
  const rows = await queryAll<{ Id: string; DeveloperName: string }>(
    connection,
    'SELECT Id, DeveloperName FROM UserRole'
  );
  const ids = new Map(rows.map(({ Id, DeveloperName }) => [DeveloperName, Id]));
  let waiting = [...roles];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent === null || ids.has(parent));
    waiting = waiting.filter((role) => !ready.includes(role));
    const created = await createMissing(
      connection,
      'UserRole',
      ready.map(({ developerName, name, parent }) => ({
        key: developerName,
        fields: {
          Name: name,
          DeveloperName: developerName,
          ParentRoleId: parent === null ? null : ids.get(parent)!
        }
      })),
      ids
    );
    created.ids.forEach((id, developerName) => ids.set(developerName, id));
  }
  return ids;
}

/** Everything that a new user must have: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_user.htm */
function userFields(
  person: PersonPlan,
  profileId: string,
  roleIds: ReadonlyMap<string, string>,
  managerIds?: ReadonlyMap<string, string>
): RecordFields {
  return {
    Username: person.username,
    FirstName: person.firstName,
    LastName: person.lastName,
    Email: person.username,
    Alias: person.alias,
    ProfileId: profileId,
    UserRoleId: roleIds.get(person.role)!,
    ManagerId: person.manager === null ? null : managerIds!.get(person.manager)!,
    Title: person.title,
    Department: person.department,
    IsActive: true,
    TimeZoneSidKey: person.timeZone,
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  };
}

async function assign(
  connection: Connection,
  permissionSet: string,
  userIds: readonly string[]
): Promise<void> {
  const [found] = await queryAll<{ Id: string }>(
    connection,
    `SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`
  );
  if (!found) {
    return;
  }
  const rows = await queryAll<{ AssigneeId: string }>(
    connection,
    `SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSetId = '${found.Id}'`
  );
  const assigned = new Set(rows.map(({ AssigneeId }) => AssigneeId));
  const missing = userIds.filter((id) => !assigned.has(id));
  await createAll(
    connection,
    'PermissionSetAssignment',
    missing.map((id) => ({ AssigneeId: id, PermissionSetId: found.Id }))
  );
}
