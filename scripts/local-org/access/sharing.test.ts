import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { objectFile, testOrg, TEST_USERS } from '../testing.ts';
import { create, deal, EVERYONE, PRIVATE_DEALS, who } from './testing.ts';

test('a public object is read and edited by all, deleted by its owner and those above', () => {
  const t = testOrg();
  const id = deal(t, 'rep');
  assert.deepEqual(who(t, 'Opportunity', id, 'read', EVERYONE), EVERYONE);
  assert.deepEqual(who(t, 'Opportunity', id, 'edit', EVERYONE), EVERYONE);
  assert.deepEqual(who(t, 'Opportunity', id, 'delete', EVERYONE), ['admin', 'rep', 'manager']);
});

test('a private object is its owner’s, and of those above in the role hierarchy', () => {
  const t = testOrg();
  t.install(PRIVATE_DEALS);
  const id = deal(t, 'rep');
  for (const access of ['read', 'edit', 'delete', 'transfer'] as const) {
    assert.deepEqual(who(t, 'Opportunity', id, access, EVERYONE), ['admin', 'rep', 'manager'], access);
  }
});

test('an object that is closed to the hierarchy is its owner’s alone', () => {
  const users = { ...TEST_USERS, organization: { name: 'Closed', closedToHierarchy: ['Project__c'] } };
  const t = testOrg({
    users: {
      ...users,
      users: users.users.map((user) =>
        user.persona === 'manager' ? { ...user, permissionSets: ['Seller'] } : user
      )
    }
  });
  t.install(PROJECT, STEP, SELLER);
  const id = create(t, 'rep', 'Project__c', { Name: 'P' });
  for (const access of ['read', 'edit', 'delete', 'transfer'] as const) {
    assert.deepEqual(who(t, 'Project__c', id, access, EVERYONE), ['admin', 'rep'], access);
  }
});

test('details follow their deal; who may edit the deal may edit them', () => {
  const t = testOrg();
  t.install(PRIVATE_DEALS);
  const contact = create(t, 'rep', 'Contact', {
    LastName: 'Lee',
    AccountId: create(t, 'rep', 'Account', { Name: 'A' })
  });
  const role = create(t, 'rep', 'OpportunityContactRole', {
    OpportunityId: deal(t, 'rep'),
    ContactId: contact
  });
  assert.deepEqual(who(t, 'OpportunityContactRole', role, 'read', EVERYONE), ['admin', 'rep', 'manager']);
  assert.deepEqual(who(t, 'OpportunityContactRole', role, 'edit', EVERYONE), ['admin', 'rep', 'manager']);
});

test('who may not change a deal may not add to it', () => {
  const t = testOrg();
  t.install(objectFile('Opportunity', '<sharingModel>Read</sharingModel>'));
  const id = deal(t, 'rep');
  const contact = create(t, 'rep2', 'Contact', { LastName: 'Lee' });
  const { errors } = t.org.records.create(t.user('rep2'), 'OpportunityContactRole', {
    OpportunityId: id,
    ContactId: contact
  });
  assert.deepEqual(
    errors.map(({ errorCode }) => errorCode),
    ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY']
  );
});

test('a contact is shared like its account; without one it is its owner’s alone', () => {
  const t = testOrg();
  const shared = create(t, 'rep', 'Contact', {
    LastName: 'Lee',
    AccountId: create(t, 'rep', 'Account', { Name: 'A' })
  });
  const own = create(t, 'rep', 'Contact', { LastName: 'Own' });
  assert.deepEqual(who(t, 'Contact', shared, 'read', EVERYONE), EVERYONE);
  assert.deepEqual(who(t, 'Contact', own, 'read', EVERYONE), ['admin', 'rep']);
});

test('a task is seen by whoever sees what it is about, and edited by its owner', () => {
  const t = testOrg();
  t.install(PRIVATE_DEALS);
  const onDeal = create(t, 'rep', 'Task', { Subject: 'Call', WhatId: deal(t, 'rep') });
  const onAccount = create(t, 'rep', 'Task', {
    Subject: 'Call',
    WhatId: create(t, 'rep', 'Account', { Name: 'A' })
  });
  const alone = create(t, 'rep', 'Task', { Subject: 'Call' });
  assert.deepEqual(who(t, 'Task', onDeal, 'read', EVERYONE), ['admin', 'rep', 'manager']);
  assert.deepEqual(who(t, 'Task', onAccount, 'read', EVERYONE), EVERYONE);
  assert.deepEqual(who(t, 'Task', alone, 'read', EVERYONE), ['admin', 'rep', 'manager']);
  assert.deepEqual(who(t, 'Task', onAccount, 'edit', EVERYONE), ['admin', 'rep', 'manager']);
});

test('a queue’s records are its members’', () => {
  const t = testOrg();
  t.install(objectFile('Lead', '<sharingModel>Private</sharingModel>'));
  const queue = create(t, 'admin', 'Group', { Name: 'Inbound', DeveloperName: 'Inbound', Type: 'Queue' });
  create(t, 'admin', 'GroupMember', { GroupId: queue, UserOrGroupId: t.userId('rep2') });
  const id = create(t, 'admin', 'Lead', { LastName: 'Lee', Company: 'Acme', OwnerId: queue });
  assert.deepEqual(who(t, 'Lead', id, 'read', EVERYONE), ['admin', 'rep2']);
});
