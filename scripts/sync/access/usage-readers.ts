import {
  serializeReaders,
  USAGE_ACCESS_KEY,
  type UsageReader
} from '../../../force-app/main/adoption/lwc/usageReaders/usageReaders.ts';
import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText, upsertRecord } from '../org/rest.ts';

/** What belongs to one person; whoever may view all of one of them could query what others did. */
const PERSONAL = ['Usage_Batch__c', 'Usage_Day__c'];

/** The two columns that profiles and permission sets have in common. */
interface SystemPermissions {
  PermissionsViewAllData: boolean;
  PermissionsModifyAllData: boolean;
}

interface ObjectRow {
  ParentId: string;
  Parent: { ProfileId: string | null };
  SobjectType: string;
}

interface AssignmentRow {
  Assignee: { Name: string };
  PermissionSetId: string;
  PermissionSet: SystemPermissions;
}

interface UserRow {
  Name: string;
  ProfileId: string;
  Profile: SystemPermissions;
}

/**
 * Everybody whose permissions let them query the recorded use of others, by name: through a permission set or through
 * their profile. An inactive user can query nothing. Needs View Setup and Configuration.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionset.htm
 */
export async function usageReaders(client: OrgClient): Promise<UsageReader[]> {
  const objects = await queryRows<ObjectRow>(
    client,
    `SELECT ParentId, Parent.ProfileId, SobjectType FROM ObjectPermissions
     WHERE SobjectType IN ${listOf(PERSONAL)} AND PermissionsViewAllRecords = true`
  );
  const sets = objects.map(({ ParentId }) => ParentId);
  const profiles = objects.flatMap(({ Parent }) => Parent.ProfileId ?? []);
  const assignments = await queryRows<AssignmentRow>(
    client,
    `SELECT Assignee.Name, PermissionSetId, PermissionSet.PermissionsViewAllData,
       PermissionSet.PermissionsModifyAllData
     FROM PermissionSetAssignment
     WHERE Assignee.IsActive = true AND (PermissionSet.PermissionsViewAllData = true
       OR PermissionSet.PermissionsModifyAllData = true${among('PermissionSetId', sets)})`
  );
  const users = await queryRows<UserRow>(
    client,
    `SELECT Name, ProfileId, Profile.PermissionsViewAllData, Profile.PermissionsModifyAllData FROM User
     WHERE IsActive = true AND (Profile.PermissionsViewAllData = true
       OR Profile.PermissionsModifyAllData = true${among('ProfileId', profiles)})`
  );
  return readersOf([
    ...assignments.map(({ Assignee, PermissionSet, PermissionSetId }) => ({
      name: Assignee.Name,
      permissions: [
        ...systemPermissions(PermissionSet),
        ...objectPermissions(objects.filter(({ ParentId }) => ParentId === PermissionSetId))
      ]
    })),
    ...users.map(({ Name, Profile, ProfileId }) => ({
      name: Name,
      permissions: [
        ...systemPermissions(Profile),
        ...objectPermissions(objects.filter(({ Parent }) => Parent.ProfileId === ProfileId))
      ]
    }))
  ]);
}

/**
 * Finds out who could query usage, and stores it where everybody whose use is recorded can read it. Answers how many
 * it names.
 */
export async function saveUsageReaders(client: OrgClient): Promise<number> {
  const readers = await usageReaders(client);
  const me = await client.ask<{ name: string }>({ method: 'GET', path: '/services/oauth2/userinfo' });
  await upsertRecord(client, 'Usage_Access__c', 'Access_Key__c', USAGE_ACCESS_KEY, {
    Readers__c: serializeReaders(readers),
    Computed_At__c: client.clock.now().toISOString(),
    Computed_By__c: me.name
  });
  return readers.length;
}

function systemPermissions({
  PermissionsViewAllData,
  PermissionsModifyAllData
}: SystemPermissions): string[] {
  return [
    ...(PermissionsModifyAllData ? ['Modify All Data'] : []),
    ...(PermissionsViewAllData ? ['View All Data'] : [])
  ];
}

function objectPermissions(rows: readonly ObjectRow[]): string[] {
  return rows.map(({ SobjectType }) => `View All on ${SobjectType}`);
}

/** Each name once, with all that was found for it. */
function readersOf(found: readonly UsageReader[]): UsageReader[] {
  return [...Map.groupBy(found, ({ name }) => name)]
    .map(([name, several]) => ({
      name,
      permissions: [...new Set(several.flatMap(({ permissions }) => permissions))].sort()
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function among(field: string, ids: readonly string[]): string {
  return ids.length > 0 ? ` OR ${field} IN ${listOf([...new Set(ids)])}` : '';
}

function listOf(texts: readonly string[]): string {
  return `(${texts.map(soqlText).join(', ')})`;
}
