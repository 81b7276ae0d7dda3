import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetadataFile } from '../contract.ts';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { metadataFile, testOrg, TEST_USERS } from '../testing.ts';
import { create, deal, EVERYONE, PRIVATE_DEALS, who } from './testing.ts';

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

test('a group in a group brings its members, and those above them where the group says so', () => {
  const t = testOrg();
  const group = (name: string, bosses: boolean) =>
    metadataFile(
      'Group',
      name,
      `groups/${name}.group`,
      `<doesIncludeBosses>${bosses}</doesIncludeBosses><name>${name}</name>`
    );
  const share = (from: string, to: string) =>
    `<sharingOwnerRules><fullName>R</fullName><accessLevel>Read</accessLevel><sharedFrom><group>${from}</group></sharedFrom><sharedTo><group>${to}</group></sharedTo></sharingOwnerRules>`;
  t.install(PRIVATE_DEALS, group('Outer', true), group('Inner', false), group('Writers', false));
  const idOf = (name: string) =>
    String(t.org.store.all('SELECT "Id" FROM "Group" WHERE "DeveloperName" = ?', [name])[0].Id);
  const join = (name: string, member: string) =>
    create(t, 'admin', 'GroupMember', { GroupId: idOf(name), UserOrGroupId: member });
  join('Outer', idOf('Inner'));
  join('Inner', t.userId('rep2'));
  join('Writers', t.userId('author'));
  const id = deal(t, 'author');

  t.install(sharingRules(share('Writers', 'Outer')));
  assert.deepEqual(who(t, 'Opportunity', id, 'read', EVERYONE), ['admin', 'rep2', 'manager', 'author']);
  t.install(group('Outer', false));
  assert.deepEqual(who(t, 'Opportunity', id, 'read', EVERYONE), ['admin', 'rep2', 'author']);

  t.install(sharingRules(share('Outer', 'Writers')));
  assert.deepEqual(who(t, 'Opportunity', deal(t, 'rep2'), 'read', EVERYONE), [
    'admin',
    'rep2',
    'manager',
    'author'
  ]);
});

test('what a rule on accounts would share of their deals is refused rather than left out', () => {
  const t = testOrg();
  const settings = (level: string) =>
    `<accountSettings><caseAccessLevel>None</caseAccessLevel><contactAccessLevel>None</contactAccessLevel><opportunityAccessLevel>${level}</opportunityAccessLevel></accountSettings>`;
  const rules = (level: string) =>
    metadataFile(
      'SharingRules',
      'Account',
      'sharingRules/Account.sharingRules',
      `<sharingOwnerRules><fullName>R</fullName><accessLevel>Read</accessLevel>${settings(level)}<sharedFrom><role>Rep</role></sharedFrom><sharedTo><role>Marketing</role></sharedTo></sharingOwnerRules>`
    );
  t.install(rules('None'));
  assert.throws(
    () => t.install(rules('Read')),
    /The opportunityAccessLevel of a sharing rule is not supported by the local org/
  );
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
