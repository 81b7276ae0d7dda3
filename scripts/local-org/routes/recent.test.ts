import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0';

function setup() {
  const t = testOrg();
  const get = async (path: string, persona = 'rep') => {
    const response = await t.request(persona, `${BASE}/${path}`);
    return { status: response.status, body: await response.json() };
  };
  const account = (Name: string, persona = 'rep') => {
    const { id } = t.org.records.create(t.user(persona), 'Account', { Name });
    return String(id);
  };
  const look = (soql: string, persona = 'rep') =>
    t.org.queries.run(t.user(persona), soql, { apiVersion: '66.0' });
  return { ...t, get, account, look };
}

test('what FOR VIEW found was not kept: it is what the user recently viewed', async () => {
  const { account, look, get } = setup();
  const acme = account('Acme');
  account('Globex');
  look("SELECT Id FROM Account WHERE Name = 'Acme' FOR VIEW");
  look("SELECT Id FROM Account WHERE Name = 'Globex'");
  const item = {
    attributes: { type: 'Account', url: `${BASE}/sobjects/Account/${acme}` },
    Id: acme,
    Name: 'Acme'
  };
  assert.deepEqual((await get('recent')).body, [item]);
  assert.deepEqual((await get('sobjects/Account')).body.recentItems, [item]);
  assert.deepEqual((await get('sobjects/Contact')).body.recentItems, []);
  assert.deepEqual((await get('recent', 'rep2')).body, []);
});

test('the record looked at last is first, a record looked at twice is there once, a limit cuts', async () => {
  const { account, look, get } = setup();
  ['A', 'B', 'C'].forEach((name) => account(name));
  look('SELECT Id FROM Account ORDER BY Name FOR VIEW');
  look("SELECT Id FROM Account WHERE Name = 'B' FOR VIEW");
  const names = async (path: string) => (await get(path)).body.map(({ Name }: { Name: string }) => Name);
  assert.deepEqual(await names('recent'), ['B', 'A', 'C']);
  assert.deepEqual(await names('recent?limit=2'), ['B', 'A']);
  const refused = await get('recent?limit=0');
  assert.deepEqual([refused.status, refused.body[0].errorCode], [400, 'INVALID_QUERY_LIMIT']);
});

test('a record that is gone or hidden is no longer recent', async () => {
  const { org, user, account, look, get } = setup();
  const id = account('Acme');
  look('SELECT Id FROM Account FOR VIEW');
  org.records.delete(user('rep'), 'Account', id);
  assert.deepEqual((await get('recent')).body, []);
});

test('two hundred looks are kept', async () => {
  const { account, look, get } = setup();
  for (let count = 1; count <= 201; count += 1) account(`A${count}`);
  look('SELECT Id FROM Account ORDER BY Name FOR VIEW');
  look('SELECT Id FROM Account ORDER BY Name DESC LIMIT 1 FOR VIEW');
  assert.equal((await get('recent')).body.length, 200);
});
