import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgError } from '../errors.ts';
import { permissionSetFile } from '../testing.ts';
import { setup, told } from './testing/setup.ts';

test('a record that a user may not see is absent; one they may not edit is refused', () => {
  const { as, rep, saved } = setup();
  const id = saved(rep.create('Project__c', { Name: 'Mine' }));
  assert.throws(
    () => as('rep2').read('Project__c', id),
    (error) => error instanceof OrgError && error.status === 404 && error.errors[0].errorCode === 'NOT_FOUND'
  );
  const refused = ['INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id []'];
  assert.deepEqual(told(as('rep2').update('Project__c', id, { Name: 'Yours' })), refused);
  assert.deepEqual(told(as('rep2').delete('Project__c', id)), refused);
  assert.deepEqual(told(as('rep2').create('Step__c', { Project__c: id })), [
    `INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: insufficient access rights on cross-reference id: ${id} []`
  ]);
});

test('a field without access is no column to read, and refused to write', () => {
  const { as, rep, install, saved } = setup();
  const id = saved(rep.create('Project__c', { Name: 'P', Size__c: 3 }));
  install(
    permissionSetFile(
      'Seller',
      '<objectPermissions><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Project__c</object></objectPermissions><fieldPermissions><field>Project__c.Size__c</field><readable>true</readable></fieldPermissions>'
    )
  );
  assert.equal('Code__c' in rep.read('Project__c', id), false);
  assert.equal(rep.read('Project__c', id).Size__c, 3);
  assert.throws(
    () => rep.read('Project__c', id, 'Code__c'),
    /No such column 'Code__c' on sobject of type Project__c/
  );
  assert.deepEqual(told(rep.update('Project__c', id, { Size__c: 4 })), [
    'INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create/update fields: Size__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set. [Size__c]'
  ]);
  assert.deepEqual(told(as('admin').update('Project__c', id, { Size__c: 4 })), [
    "INVALID_FIELD: No such column 'Size__c' on sobject of type Project__c"
  ]);
});

test('set-up records are written by administrators and really deleted', () => {
  const { as, rep, saved, org, userId } = setup();
  const [{ Id: set }] = org.store.all(`SELECT "Id" FROM "PermissionSet" WHERE "Name" = 'Seller'`);
  const values = { AssigneeId: userId('manager'), PermissionSetId: set };
  assert.deepEqual(told(rep.create('PermissionSetAssignment', values)), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: entity type cannot be inserted: Permission Set Assignment'
  ]);
  const id = saved(as('admin').create('PermissionSetAssignment', values));
  assert.equal(
    told(as('admin').create('PermissionSetAssignment', values))[0].split(':')[0],
    'DUPLICATE_VALUE'
  );
  saved(as('admin').delete('PermissionSetAssignment', id));
  assert.deepEqual(org.store.all('SELECT 1 FROM "PermissionSetAssignment" WHERE "Id" = ?', [id]), []);
});
