import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { create } from '../access/testing.ts';
import { testOrg } from '../testing.ts';
import { at } from '../ui-api/testing.ts';
import { send } from './channels/channel.ts';

// Each rep has contacts of their own with the same e-mail; without an account only their owners see them.
const org = testOrg();
after(() => org.close());
const KEY = 'sobjects/Contact/Email/lee@same.example';
const own = create(org, 'rep', 'Contact', { LastName: 'Own', Email: 'lee@same.example' });
const theirs = ['One', 'Two'].map((name) =>
  create(org, 'rep2', 'Contact', { LastName: name, Email: 'lee@same.example' })
);

test('a key finds only what one sees: one’s own record, not the addresses of others', async () => {
  const mine = await send(org, 'rep', `${KEY}?fields=LastName`);
  assert.deepEqual([mine.status, at(mine.body, 'Id')], [200, own]);
  const several = await send(org, 'rep2', KEY);
  assert.deepEqual(
    [several.status, several.body],
    [300, theirs.map((id) => `/services/data/v66.0/sobjects/Contact/${id}`)]
  );
  assert.equal((await send(org, 'marketing', KEY)).status, 404);
});

test('a delete by key takes nobody else’s record', async () => {
  assert.equal((await send(org, 'marketing', KEY, { method: 'DELETE' })).status, 404);
  assert.equal((await send(org, 'rep', KEY, { method: 'DELETE' })).status, 204);
  const left = org.org.store.all('SELECT "Id" FROM "Contact" WHERE "IsDeleted" = 0 ORDER BY "Id"');
  assert.deepEqual(
    left.map((row) => row.Id),
    theirs
  );
});

test('an upsert by the key of a record that one may not change is refused, and makes no twin', async () => {
  const key = 'sobjects/User/Username/rep2@test.example';
  const { status, body } = await send(org, 'rep', key, { method: 'PATCH', json: { Title: 'Mine' } });
  assert.deepEqual([status, at(body, '0.errorCode')], [400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
});
