import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field } from '../schema/fixture.ts';
import { objectFile, permissionSetFile, testOrg, type TestOrg } from '../testing.ts';
import { create, who } from '../access/testing.ts';
import { told } from './testing/setup.ts';

function masterField(name: string, master: string, more = ''): string {
  return field(
    name,
    'MasterDetail',
    `<referenceTo>${master}</referenceTo><relationshipName>${name.replace('__c', '')}_Details</relationshipName>${more}`
  );
}

function rights(...objects: string[]): ReturnType<typeof permissionSetFile> {
  const each = objects.map(
    (object) =>
      `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>${object}</object></objectPermissions>`
  );
  const account =
    '<objectPermissions><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Account</object></objectPermissions>';
  return permissionSetFile('Seller', [...each, account].join(''));
}

const PRIVATE_ACCOUNTS = objectFile('Account', '<sharingModel>Private</sharingModel>');

/** Plans of an account, and steps of a plan; a plan stays with its account unless `more` says otherwise. */
function planOrg(more = ''): TestOrg {
  const t = testOrg();
  t.install(
    PRIVATE_ACCOUNTS,
    customObject('Plan__c', masterField('Account__c', 'Account', more), 'ControlledByParent'),
    customObject('Step__c', masterField('Plan__c', 'Plan__c'), 'ControlledByParent'),
    rights('Plan__c', 'Step__c')
  );
  return t;
}

function planned(t: TestOrg): { account: string; plan: string; step: string } {
  const account = create(t, 'rep', 'Account', { Name: 'Acme' });
  const plan = create(t, 'rep', 'Plan__c', { Name: 'Plan', Account__c: account });
  return { account, plan, step: create(t, 'rep', 'Step__c', { Name: 'Step', Plan__c: plan }) };
}

test('details of an account follow its sharing, and details of theirs too', () => {
  const t = planOrg();
  const { plan, step } = planned(t);
  for (const access of ['read', 'edit', 'delete'] as const) {
    assert.deepEqual(who(t, 'Plan__c', plan, access, ['rep', 'rep2']), ['rep'], access);
    assert.deepEqual(who(t, 'Step__c', step, access, ['rep', 'rep2']), ['rep'], access);
  }
  assert.deepEqual(told(t.org.records.create(t.user('rep2'), 'Step__c', { Name: 'Mine', Plan__c: plan })), [
    `INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: ${plan} []`
  ]);
});

test('an account takes its details along when it is deleted, to any depth', () => {
  const t = planOrg();
  const { account, plan, step } = planned(t);
  assert.deepEqual(t.org.records.delete(t.user('rep'), 'Account', account).errors, []);
  for (const [object, id] of [
    ['Plan__c', plan],
    ['Step__c', step]
  ]) {
    assert.throws(() => t.org.records.retrieve(t.user('rep'), object, id), /ENTITY_IS_DELETED/);
  }
});

test('a detail stays with its master, unless it is reparentable', () => {
  const fixed = planOrg();
  const move = (t: TestOrg) => {
    const { plan } = planned(t);
    const other = create(t, 'rep', 'Account', { Name: 'Other' });
    return t.org.records.update(t.user('rep'), 'Plan__c', plan, { Account__c: other });
  };
  assert.deepEqual(told(move(fixed)), [
    'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Account__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set. [Account__c]'
  ]);
  const free = planOrg('<reparentableMasterDetail>true</reparentableMasterDetail>');
  assert.deepEqual(move(free).errors, []);
});

test('a detail of two masters is for those who reach both', () => {
  const t = testOrg();
  t.install(
    PRIVATE_ACCOUNTS,
    objectFile('Campaign', '<sharingModel>Private</sharingModel>'),
    customObject(
      'Effort__c',
      masterField('Account__c', 'Account') + masterField('Campaign__c', 'Campaign'),
      'ControlledByParent'
    ),
    permissionSetFile(
      'Seller',
      ['Effort__c', 'Campaign', 'Account']
        .map(
          (object) =>
            `<objectPermissions><allowCreate>true</allowCreate><allowEdit>true</allowEdit><allowRead>true</allowRead><object>${object}</object></objectPermissions>`
        )
        .join('')
    )
  );
  const account = create(t, 'rep', 'Account', { Name: 'Acme' });
  const effort = create(t, 'rep', 'Effort__c', {
    Account__c: account,
    Campaign__c: create(t, 'rep', 'Campaign', { Name: 'Spring' })
  });
  assert.deepEqual(who(t, 'Effort__c', effort, 'read', ['rep', 'rep2']), ['rep']);
  assert.deepEqual(
    t.org.records.update(t.user('rep'), 'Account', account, { OwnerId: t.userId('rep2') }).errors,
    []
  );
  assert.deepEqual(who(t, 'Effort__c', effort, 'read', ['rep', 'rep2']), []);
});
