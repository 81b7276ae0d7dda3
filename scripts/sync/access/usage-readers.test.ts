import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveTestOrg, type TestOrg } from '../../lib/testing.ts';
import { createApiBudget } from '../org/api-budget.ts';
import { systemClock } from '../org/clock.ts';
import { createOrgClient, type OrgClient } from '../org/org-client.ts';
import { saveUsageReaders, usageReaders } from './usage-readers.ts';

let org: TestOrg;
let client: OrgClient;

before(async () => {
  org = await serveTestOrg();
  const { accessToken } = org.users.find(({ persona }) => persona === 'integration')!;
  client = createOrgClient({
    session: { instanceUrl: org.instanceUrl, accessToken, renew: async () => accessToken },
    clock: { ...systemClock(new AbortController().signal), now: () => new Date('2026-11-20T02:10:00.000Z') },
    budget: createApiBudget(0)
  });
});

after(async () => {
  await client?.close();
  await org?.close();
});

test('admins are named by the permissions of their profile, the sync by those of its permission set', async () => {
  assert.deepEqual(await usageReaders(client), [
    { name: 'Avery Stone', permissions: ['Modify All Data', 'View All Data'] },
    {
      name: 'Caddie Integration',
      permissions: ['View All on Usage_Batch__c', 'View All on Usage_Day__c']
    }
  ]);
});

test('a rep reads who they are, who found it out and when; a second run keeps one record', async () => {
  assert.equal(await saveUsageReaders(client), 2);
  assert.equal(await saveUsageReaders(client), 2);
  const { records } = await org
    .as('rep')
    .query<{ Readers__c: string; Computed_By__c: string; Computed_At__c: string }>(
      'SELECT Readers__c, Computed_By__c, Computed_At__c FROM Usage_Access__c'
    );
  assert.deepEqual(
    records.map(({ Readers__c, Computed_By__c, Computed_At__c }) => [
      JSON.parse(Readers__c).map(({ name }: { name: string }) => name),
      Computed_By__c,
      Computed_At__c
    ]),
    [[['Avery Stone', 'Caddie Integration'], 'Caddie Integration', '2026-11-20T02:10:00.000+0000']]
  );
});

test('whoever is given the permission is named from then on', async () => {
  const admin = org.as('admin');
  const { id } = await admin
    .sobject('PermissionSet')
    .create({ Name: 'Auditor', Label: 'Auditor', PermissionsViewAllData: true });
  await admin
    .sobject('PermissionSetAssignment')
    .create({ PermissionSetId: id!, AssigneeId: org.userId('manager') });
  const readers = await usageReaders(client);
  assert.deepEqual(
    readers.find(({ name }) => name === 'Marta Lindqvist'),
    { name: 'Marta Lindqvist', permissions: ['View All Data'] }
  );
});
