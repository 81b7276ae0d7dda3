import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetadataFile, RowAccess } from '../contract.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { metadataFile, objectFile, testOrg, TEST_USERS, type TestOrg } from '../testing.ts';

const PRIVATE_DEALS = objectFile('Opportunity', '<sharingModel>Private</sharingModel>');

/** Who of these may do this with the record. */
function who(
  t: TestOrg,
  object: string,
  id: string,
  access: RowAccess,
  personas: readonly string[]
): string[] {
  const schema = t.org.schema.object(object);
  assert.ok(schema);
  return personas.filter((persona) => {
    const { sql, params } = t.org.access.rows(t.user(persona), schema, 't', access);
    return (
      t.org.store.all(`SELECT 1 FROM "${object}" t WHERE ${sql} AND t."Id" = ?`, [...params, id]).length > 0
    );
  });
}

const EVERYONE = ['admin', 'rep', 'rep2', 'manager', 'author', 'marketing'];

function create(t: TestOrg, persona: string, object: string, values: Record<string, unknown>): string {
  const { id, errors } = t.org.records.create(t.user(persona), object, values);
  assert.deepEqual(errors, []);
  assert.ok(id);
  return id;
}

function deal(t: TestOrg, persona: string, more: Record<string, unknown> = {}): string {
  const values = { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-01', ...more };
  return create(t, persona, 'Opportunity', values);
}

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

function restriction(recordFilter: string, userCriteria = '$User.IsActive = true'): MetadataFile {
  return metadataFile(
    'RestrictionRule',
    'Own',
    'restrictionRules/Own.rule',
    `<active>true</active><enforcementType>Restrict</enforcementType><recordFilter>${recordFilter}</recordFilter><targetEntity>Project__c</targetEntity><userCriteria>${userCriteria}</userCriteria>`
  );
}

const USERS_WITH_MANAGER = {
  ...TEST_USERS,
  users: TEST_USERS.users.map((user) => ({
    ...user,
    permissionSets: user.persona === 'manager' ? ['Seller'] : user.permissionSets
  }))
};

test('a restriction rule keeps rows from those above, but not from View All', () => {
  const t = testOrg({ users: USERS_WITH_MANAGER });
  t.install(PROJECT, STEP, SELLER);
  const id = create(t, 'rep', 'Project__c', { Name: 'P' });
  assert.deepEqual(who(t, 'Project__c', id, 'read', EVERYONE), ['admin', 'rep', 'manager']);
  t.install(restriction('OwnerId = $User.Id'));
  assert.deepEqual(who(t, 'Project__c', id, 'read', EVERYONE), ['admin', 'rep']);
  assert.deepEqual(who(t, 'Project__c', id, 'edit', EVERYONE), ['admin', 'rep']);
});

test('a restriction rule binds only those whom its user criteria name', () => {
  const t = testOrg({ users: USERS_WITH_MANAGER });
  t.install(PROJECT, STEP, SELLER, restriction('OwnerId = $User.Id', "$User.Department = 'Marketing'"));
  const id = create(t, 'rep', 'Project__c', { Name: 'P' });
  assert.deepEqual(who(t, 'Project__c', id, 'read', EVERYONE), ['admin', 'rep', 'manager']);
});

function sharingRules(inner: string): MetadataFile {
  return metadataFile('SharingRules', 'Opportunity', 'sharingRules/Opportunity.sharingRules', inner);
}

test('an owner rule shares what some own with others, to the level that it says', () => {
  const t = testOrg();
  t.install(
    PRIVATE_DEALS,
    sharingRules(
      '<sharingOwnerRules><fullName>R</fullName><accessLevel>Read</accessLevel><sharedFrom><role>Rep</role></sharedFrom><sharedTo><role>Marketing</role></sharedTo></sharingOwnerRules>'
    )
  );
  const id = deal(t, 'rep');
  assert.deepEqual(who(t, 'Opportunity', id, 'read', EVERYONE), ['admin', 'rep', 'manager', 'marketing']);
  assert.deepEqual(who(t, 'Opportunity', id, 'edit', EVERYONE), ['admin', 'rep', 'manager']);
  const byAuthor = deal(t, 'author');
  assert.deepEqual(who(t, 'Opportunity', byAuthor, 'read', EVERYONE), ['admin', 'author']);
});

test('a criteria rule shares the rows that meet it with a public group', () => {
  const t = testOrg({
    users: {
      ...TEST_USERS,
      users: TEST_USERS.users.map((user) =>
        user.persona === 'author' ? { ...user, groups: ['Desk'] } : user
      )
    }
  });
  t.install(
    PRIVATE_DEALS,
    metadataFile(
      'Group',
      'Desk',
      'groups/Desk.group',
      '<doesIncludeBosses>false</doesIncludeBosses><name>Desk</name>'
    ),
    sharingRules(
      '<sharingCriteriaRules><fullName>Big</fullName><accessLevel>Edit</accessLevel><sharedTo><group>Desk</group></sharedTo><criteriaItems><field>Amount</field><operation>greaterThan</operation><value>1000</value></criteriaItems><criteriaItems><field>StageName</field><operation>equals</operation><value>Prospecting,Qualification</value></criteriaItems></sharingCriteriaRules>'
    )
  );
  assert.deepEqual(who(t, 'Opportunity', deal(t, 'rep', { Amount: 1001 }), 'edit', EVERYONE), [
    'admin',
    'rep',
    'manager',
    'author'
  ]);
  assert.deepEqual(who(t, 'Opportunity', deal(t, 'rep', { Amount: 1000 }), 'read', EVERYONE), [
    'admin',
    'rep',
    'manager'
  ]);
});

test('a sharing rule must name a group that exists', () => {
  const t = testOrg();
  assert.throws(
    () =>
      t.install(
        sharingRules(
          '<sharingOwnerRules><fullName>R</fullName><accessLevel>Read</accessLevel><sharedFrom><allInternalUsers/></sharedFrom><sharedTo><group>Nobody</group></sharedTo></sharingOwnerRules>'
        )
      ),
    /In field: group - no Group named Nobody found/
  );
});

test('a queue’s records are its members’', () => {
  const t = testOrg();
  t.install(objectFile('Lead', '<sharingModel>Private</sharingModel>'));
  const queue = create(t, 'admin', 'Group', { Name: 'Inbound', DeveloperName: 'Inbound', Type: 'Queue' });
  create(t, 'admin', 'GroupMember', { GroupId: queue, UserOrGroupId: t.userId('rep2') });
  const id = create(t, 'admin', 'Lead', { LastName: 'Lee', Company: 'Acme', OwnerId: queue });
  assert.deepEqual(who(t, 'Lead', id, 'read', EVERYONE), ['admin', 'rep2']);
});
