import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissionSetFile } from '../testing.ts';
import { setup, told } from './testing/setup.ts';

test('a new record gets defaults, a number, an owner and its audit fields', () => {
  const { rep, saved, userId } = setup();
  const first = saved(rep.create('Project__c', { Name: ' Alpha ', Size__c: 1.25 }));
  const second = saved(rep.create('project__c', { name: 'Beta' }));
  const values = rep.read('Project__c', first);
  assert.equal(first, 'a00000000000001AAA');
  assert.deepEqual(
    [values.Name, values.Size__c, values.Active__c, values.Level__c, values.Number__c, values.OwnerId],
    ['Alpha', 1.3, true, 'low', 'P-0001', userId('rep')]
  );
  assert.deepEqual(
    [values.CreatedDate, values.CreatedById, values.IsDeleted, values.Kind__c],
    ['2026-11-18T12:00:00.000Z', userId('rep'), false, null]
  );
  assert.equal(rep.read('Project__c', second).Number__c, 'P-0002');
});

test('a custom record without a name is called by its id', () => {
  const { rep, saved } = setup();
  const id = saved(rep.create('Project__c', {}));
  assert.equal(rep.read('Project__c', id).Name, id);
});

test('an update changes what it names, and says who and when', () => {
  const { as, rep, saved, advance, userId } = setup();
  const id = saved(rep.create('Account', { Name: 'Acme', Industry: 'Banking' }));
  advance(60_000);
  saved(as('rep2').update('Account', id.slice(0, 15), { Name: 'Acme 2', Phone: '' }));
  const values = rep.read('Account', id);
  assert.deepEqual([values.Name, values.Industry, values.Phone], ['Acme 2', 'Banking', null]);
  assert.deepEqual(
    [values.LastModifiedDate, values.LastModifiedById, values.CreatedDate],
    ['2026-11-18T12:01:00.000Z', userId('rep2'), '2026-11-18T12:00:00.000Z']
  );
});

test('an unrestricted picklist takes any value', () => {
  const { rep, saved } = setup();
  const id = saved(rep.create('Project__c', { Mood__c: 'Stormy' }));
  assert.equal(rep.read('Project__c', id).Mood__c, 'Stormy');
});

test('a twin is refused with the other’s id in 15 characters, without case, and hidden from who may not see it', () => {
  const { as, rep, saved, user, org } = setup();
  const id = saved(rep.create('Project__c', { Code__c: 'X1' }));
  assert.deepEqual(told(rep.create('Project__c', { Code__c: 'x1' })), [
    `DUPLICATE_VALUE: duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)} []`
  ]);
  assert.deepEqual(told(as('rep2').create('Project__c', { Code__c: 'X1' })), [
    'DUPLICATE_VALUE: duplicate value found: <unknown> duplicates value on record with id: <unknown> []'
  ]);
  saved(org.records.update(user('rep'), 'Project__c', id, { Code__c: 'X1' }));
  saved(rep.delete('Project__c', id));
  saved(rep.create('Project__c', { Code__c: 'X1' }));
});

test('audit fields are set on create by those with the permission for it', () => {
  const { as, saved, install, userId } = setup();
  install(
    permissionSetFile(
      'Everything',
      '<userPermissions><enabled>true</enabled><name>CreateAuditFields</name></userPermissions>'
    )
  );
  const admin = as('admin');
  const id = saved(
    admin.create('Account', {
      Name: 'Old',
      CreatedDate: '2020-05-01T10:00:00.000+0200',
      CreatedById: userId('rep')
    })
  );
  const values = admin.read('Account', id);
  assert.deepEqual([values.CreatedDate, values.CreatedById], ['2020-05-01T08:00:00.000Z', userId('rep')]);
});

test('a record is not given to someone who has left', () => {
  const { as, rep, saved, userId } = setup();
  saved(as('admin').update('User', userId('rep2'), { IsActive: false }));
  const id = saved(rep.create('Account', { Name: 'Acme' }));
  assert.deepEqual(told(rep.update('Account', id, { OwnerId: userId('rep2') })), [
    `INACTIVE_OWNER_OR_USER: operation performed with inactive user [${userId('rep2')}] [OwnerId]`
  ]);
});
