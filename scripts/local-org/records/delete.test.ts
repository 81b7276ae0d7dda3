import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectFile, permissionSetFile } from '../testing.ts';
import { setup, told } from './testing/setup.ts';

test('deleting takes details along, empties lookups, and is refused where a lookup restricts it', () => {
  const { as, rep, saved, install } = setup();
  const account = saved(rep.create('Account', { Name: 'Acme' }));
  const project = saved(rep.create('Project__c', { Name: 'P', Account__c: account }));
  const step = saved(rep.create('Step__c', { Name: 'S', Project__c: project }));
  saved(rep.delete('Account', account));
  assert.equal(rep.read('Project__c', project).Account__c, null);
  saved(rep.delete('Project__c', project));
  assert.throws(() => rep.read('Step__c', step), /ENTITY_IS_DELETED/);
  assert.deepEqual(told(rep.update('Project__c', project, { Name: 'x' })), [
    'ENTITY_IS_DELETED: entity is deleted'
  ]);

  install(
    objectFile(
      'Step__c',
      '<fields><fullName>Before__c</fullName><deleteConstraint>Restrict</deleteConstraint><label>Before</label><referenceTo>Step__c</referenceTo><type>Lookup</type></fields>'
    ),
    permissionSetFile(
      'Everything',
      '<fieldPermissions><editable>true</editable><field>Step__c.Before__c</field><readable>true</readable></fieldPermissions>'
    )
  );
  const other = saved(rep.create('Project__c', {}));
  const first = saved(rep.create('Step__c', { Name: 'First', Project__c: other }));
  saved(as('admin').create('Step__c', { Name: 'Second', Project__c: other, Before__c: first }));
  assert.deepEqual(told(rep.delete('Step__c', first)), [
    'DELETE_FAILED: Your attempt to delete First could not be completed because it is associated with the following steps.: Second'
  ]);
});

test('a batch keeps what went well, unless it is all or none', () => {
  const { org, user, rep } = setup();
  const saves = (prefix: string) => [
    () => rep.create('Project__c', { Code__c: `${prefix}1` }),
    () => rep.create('Project__c', { Kind__c: 'Rent' }),
    () => rep.create('Project__c', { Code__c: `${prefix}1` })
  ];
  assert.deepEqual(
    org.records.batch(false, saves('A')).map(({ success }) => success),
    [true, false, false]
  );
  assert.equal(org.records.find(user('rep'), 'Project__c', 'Code__c', 'A1').length, 1);
  const [first, second] = org.records.batch(true, saves('B'));
  assert.deepEqual(told(first), [
    'ALL_OR_NONE_OPERATION_ROLLED_BACK: Record rolled back because not all records were valid and the request was using AllOrNone header []'
  ]);
  assert.equal(second.errors[0].errorCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  assert.deepEqual(org.records.find(user('rep'), 'Project__c', 'Code__c', 'B1'), []);
});
