import {
  serializeReaders,
  USAGE_ACCESS_KEY,
  type UsageReader
} from '../../../force-app/main/adoption/lwc/usageReaders/usageReaders.ts';
import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText, upsertRecord } from '../org/rest.ts';

/** What belongs to one person; whoever may view all of one of them could query what others did. */
const PERSONAL = ['Usage_Batch__c', 'Usage_Day__c'];

interface AssignmentRow {
  Assignee: { Name: string };
  PermissionSet: { PermissionsViewAllData: boolean; PermissionsModifyAllData: boolean };
  PermissionSetId: string;
}

interface ObjectRow {
  ParentId: string;
  SobjectType: string;
  PermissionsModifyAllRecords: boolean;
}

/**
 * Everybody whose permissions let them query the recorded use of others, by name. Profiles count as the permission
 * sets that they own; an inactive user can query nothing. Needs View Setup and Configuration.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionset.htm
 */
export async function usageReaders(client: OrgClient): Promise<UsageReader[]> {
  const objects = await queryRows<ObjectRow>(
    client,
    `SELECT ParentId, SobjectType, PermissionsModifyAllRecords FROM ObjectPermissions
     WHERE SobjectType IN (${PERSONAL.map(soqlText).join(', ')}) AND PermissionsViewAllRecords = true`
  );
  const parents = [...new Set(objects.map(({ ParentId }) => ParentId))];
  const ofObjects = parents.length > 0 ? ` OR PermissionSetId IN (${parents.map(soqlText).join(', ')})` : '';
  const assignments = await queryRows<AssignmentRow>(
    client,
    `SELECT Assignee.Name, PermissionSetId, PermissionSet.PermissionsViewAllData,
       PermissionSet.PermissionsModifyAllData
     FROM PermissionSetAssignment
     WHERE Assignee.IsActive = true AND (PermissionSet.PermissionsViewAllData = true
       OR PermissionSet.PermissionsModifyAllData = true${ofObjects})`
  );
  const readers = new Map<string, Set<string>>();
  for (const { Assignee, PermissionSet, PermissionSetId } of assignments) {
    const permissions = readers.get(Assignee.Name) ?? new Set();
    readers.set(Assignee.Name, permissions);
    if (PermissionSet.PermissionsModifyAllData) permissions.add('Modify All Data');
    if (PermissionSet.PermissionsViewAllData) permissions.add('View All Data');
    objects
      .filter(({ ParentId }) => ParentId === PermissionSetId)
      .forEach(({ SobjectType }) => permissions.add(`View All on ${SobjectType}`));
  }
  return [...readers]
    .map(([name, permissions]) => ({ name, permissions: [...permissions].sort() }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Finds out and stores it where everybody whose use is recorded can read it. Answers how many people it names. */
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
