import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field } from '../schema/fixture.ts';
import { permissionSetFile, testOrg } from '../testing.ts';

const ALL = ['Create', 'Delete', 'Edit', 'Read']
  .map((right) => `<allow${right}>true</allow${right}>`)
  .join('');

test('a number may begin with the day of the user who makes the record, and counts on', () => {
  const t = testOrg({ now: '2026-11-21T23:30:00.000Z' });
  t.install(
    customObject(
      'Stay__c',
      field('Number__c', 'AutoNumber', '<displayFormat>{DD}{MM}{YY}/{YYYY}-{000}</displayFormat>')
    ),
    permissionSetFile('Seller', `<objectPermissions>${ALL}<object>Stay__c</object></objectPermissions>`)
  );
  const numbers = ['Europe/Berlin', 'America/New_York'].map((timeZone) => {
    const { id } = t.org.records.create({ ...t.user('rep'), timeZone }, 'Stay__c', { Name: timeZone });
    return t.org.store.all('SELECT "Number__c" FROM "Stay__c" WHERE "Id" = ?', [id])[0]?.['Number__c'];
  });
  assert.deepEqual(numbers, ['221126/2026-001', '211126/2026-002']);
});
