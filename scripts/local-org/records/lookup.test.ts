import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setup, told } from './testing/setup.ts';

test('an upsert creates once and then updates; its key may stand in the values too', () => {
  const { org, user, rep } = setup();
  const upsert = (value: string, values: Record<string, unknown>) =>
    org.records.upsert(user('rep'), 'Project__c', 'Code__c', value, values);
  const first = upsert('K-1', { Name: 'One' });
  assert.deepEqual([first.success, first.created], [true, true]);
  const second = upsert('k-1', { Name: 'Two', Code__c: 'k-1' });
  assert.deepEqual([second.id, second.created], [first.id, false]);
  assert.equal(rep.read('Project__c', String(first.id)).Name, 'Two');
  assert.deepEqual(told(upsert(' ', {})), ['MISSING_ARGUMENT: Code__c not specified']);
  assert.deepEqual(told(org.records.upsert(user('rep'), 'Project__c', 'Size__c', '1', {})), [
    'INVALID_FIELD: Field name provided, Size__c is not an External ID or indexed field for Project__c'
  ]);
});

test('a lookup may be given by an external id', () => {
  const { rep, saved } = setup();
  const project = saved(rep.create('Project__c', { Code__c: 'K-1' }));
  const step = saved(rep.create('Step__c', { Name: 'S', Project__r: { Code__c: 'k-1' } }));
  assert.equal(rep.read('Step__c', step).Project__c, project);
  assert.deepEqual(told(rep.create('Step__c', { Project__r: { Code__c: 'K-2' } })), [
    'INVALID_FIELD: Foreign key external ID: K-2 not found for field Code__c in entity Project__c'
  ]);
});
