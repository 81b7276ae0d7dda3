import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('a new user needs a username like an address', () => {
  const { create, read, refused, org } = setup();
  const [{ Id: profile }] = org.store.all(`SELECT "Id" FROM "Profile" WHERE "Name" = 'Standard User'`);
  const values = {
    LastName: 'New',
    Email: 'new@test.example',
    Alias: 'new',
    ProfileId: profile,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US'
  };
  assert.deepEqual(refused('User', { ...values, Username: 'new' }), [
    'INVALID_EMAIL_ADDRESS: Username: The username must be in the form of an email address (for example, john@acme.com)'
  ]);
  const id = create('User', { ...values, Username: 'new@test.example' });
  assert.deepEqual(read('User', id, 'Name', 'IsActive', 'UserType'), {
    Name: 'New',
    IsActive: true,
    UserType: 'Standard'
  });
});
