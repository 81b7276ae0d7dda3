import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field, PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { permissionSetFile, testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0';
const NOT_FOUND = [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }];

function setup() {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  const call = async (path: string, options: { method?: string; json?: unknown; persona?: string } = {}) => {
    const { persona = 'rep', ...rest } = options;
    const response = await t.request(persona, `${BASE}/${path}`, rest);
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers
    };
  };
  return { ...t, call };
}

test('a record is created, read, changed and deleted with the platform’s statuses', async () => {
  const { call } = setup();
  const created = await call('sobjects/Account', { json: { Name: 'Acme', AnnualRevenue: 1e6 } });
  assert.equal(created.status, 201);
  const { id } = created.body;
  assert.deepEqual(created.body, { id: '001000000000001AAA', success: true, errors: [] });

  const changed = await call(`sobjects/Account/${id}`, { method: 'PATCH', json: { Name: 'Acme 2' } });
  assert.deepEqual([changed.status, changed.body], [204, null]);

  const read = await call(`sobjects/account/${id.slice(0, 15)}?fields=Name,CreatedDate,AnnualRevenue`);
  assert.deepEqual(read.body, {
    attributes: { type: 'Account', url: `${BASE}/sobjects/Account/${id}` },
    Name: 'Acme 2',
    CreatedDate: '2026-11-18T12:00:00.000+0000',
    AnnualRevenue: 1e6,
    Id: id
  });

  assert.equal((await call(`sobjects/Account/${id}`, { method: 'DELETE' })).status, 204);
  const gone = await call(`sobjects/Account/${id}`);
  assert.deepEqual(
    [gone.status, gone.body],
    [404, [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED' }]]
  );
});

test('what cannot be found is 404, in the words of the platform', async () => {
  const { call } = setup();
  for (const path of [
    'sobjects/Nothing__c/describe',
    'sobjects/Account/001000000000099AAA',
    'nowhere',
    'sobjects/Account/Name/Acme'
  ]) {
    const { status, body } = await call(path);
    assert.deepEqual([path, status, body], [path, 404, NOT_FOUND]);
  }
  const patch = await call('sobjects/Account/001000000000099AAA', { method: 'PATCH', json: { Name: 'x' } });
  assert.deepEqual([patch.status, patch.body], [404, NOT_FOUND]);
  const malformed = await call('sobjects/Account/abc');
  assert.deepEqual(malformed.body, [
    { message: 'Provided external ID field does not exist or is not accessible: abc', errorCode: 'NOT_FOUND' }
  ]);
});

test('a refused save is 400 with code, message and fields; so is one without the right to', async () => {
  const { call } = setup();
  const empty = await call('sobjects/Contact', { json: {} });
  assert.deepEqual(
    [empty.status, empty.body],
    [
      400,
      [
        {
          message: 'Required fields are missing: [LastName]',
          errorCode: 'REQUIRED_FIELD_MISSING',
          fields: ['LastName']
        }
      ]
    ]
  );
  const campaign = await call('sobjects/Campaign', { json: { Name: 'x' } });
  assert.deepEqual(
    [campaign.status, campaign.body[0].errorCode],
    [400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']
  );
});

test('a body that is no JSON object is refused', async () => {
  const { app, token, call } = setup();
  const response = await app.request(`${BASE}/sobjects/Account`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token('rep')}` },
    body: '{"Name": '
  });
  const [{ errorCode }] = await response.json();
  assert.deepEqual([response.status, errorCode], [400, 'JSON_PARSER_ERROR']);
  assert.equal((await call('sobjects/Account', { json: ['x'] })).body[0].errorCode, 'JSON_PARSER_ERROR');
});

test('a record is upserted, read and deleted by its external id', async () => {
  const { call } = setup();
  const path = 'sobjects/Project__c/Code__c/K%2F1';
  const first = await call(path, { method: 'PATCH', json: { Name: 'One' } });
  assert.deepEqual([first.status, first.body.created], [201, true]);
  const second = await call(path, { method: 'PATCH', json: { Name: 'Two' } });
  assert.deepEqual(
    [second.status, second.body],
    [200, { id: first.body.id, success: true, errors: [], created: false }]
  );
  assert.deepEqual((await call(`${path}?fields=Name,Code__c`)).body, {
    attributes: { type: 'Project__c', url: `${BASE}/sobjects/Project__c/${first.body.id}` },
    Name: 'Two',
    Code__c: 'K/1',
    Id: first.body.id
  });
  assert.equal((await call(path, { method: 'DELETE' })).status, 204);
  assert.equal((await call(path)).status, 404);
});

test('an upsert that finds twins was refused as an error, not answered by their addresses', async () => {
  const t = testOrg();
  t.install(
    customObject('Table__c', field('Ext__c', 'Text', '<length>50</length><externalId>true</externalId>')),
    permissionSetFile(
      'Seller',
      '<fieldPermissions><editable>true</editable><field>Table__c.Ext__c</field><readable>true</readable></fieldPermissions>' +
        '<objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Table__c</object></objectPermissions>'
    )
  );
  const send = (path: string, method: string) =>
    t.request('rep', `${BASE}/sobjects/Table__c${path}`, { method, json: { Name: 'Twin', Ext__c: 'T' } });
  await send('', 'POST');
  await send('', 'POST');
  const answer = await send('/Ext__c/T', 'PATCH');
  assert.deepEqual(
    [answer.status, await answer.json()],
    [300, [`${BASE}/sobjects/Table__c/a00000000000001AAA`, `${BASE}/sobjects/Table__c/a00000000000002AAA`]]
  );
});

test('several records behind one value are answered by their addresses', async () => {
  const { call } = setup();
  await call('sobjects/Account', { json: { Name: 'Twin' } });
  await call('sobjects/Account', { json: { Name: 'Twin' } });
  const { status, body } = await call('sobjects/Account/Name/Twin');
  assert.deepEqual(
    [status, body],
    [300, [`${BASE}/sobjects/Account/001000000000001AAA`, `${BASE}/sobjects/Account/001000000000002AAA`]]
  );
});

test('a method that a resource does not have is 405, and says which it has', async () => {
  const { call } = setup();
  const { status, body } = await call('sobjects/Account', { method: 'PUT' });
  assert.deepEqual(
    [status, body],
    [
      405,
      [{ message: "HTTP Method 'PUT' not allowed. Allowed are GET,POST", errorCode: 'METHOD_NOT_ALLOWED' }]
    ]
  );
});

test('what the org hasn’t yet is refused by name', async () => {
  const { call } = setup();
  const { status, body } = await call('parameterizedSearch', { json: {} });
  assert.deepEqual(
    [status, body],
    [501, [{ message: 'Search is not supported by the local org.', errorCode: 'NOT_IMPLEMENTED' }]]
  );
});

test('slashes collapse, and a version that the org does not speak is not found', async () => {
  const { request } = testOrg();
  assert.equal((await request('rep', '//services//data/v66.0/limits/')).status, 200);
  assert.equal((await request('rep', '/services/data/v30.0/limits')).status, 404);
  assert.equal((await request('rep', '/services/data/v99.0/limits')).status, 404);
});

test('the versions need no session; the newest is 68.0', async () => {
  const { app } = testOrg();
  const versions = await (await app.request('/services/data')).json();
  assert.deepEqual(versions.at(-1), { label: "Winter '27", url: '/services/data/v68.0', version: '68.0' });
  assert.deepEqual(versions.at(-3), { label: "Spring '26", url: '/services/data/v66.0', version: '66.0' });
  assert.equal(versions[0].version, '31.0');
});

test('every request is counted and told, with the limit', async () => {
  const { call, advance } = setup();
  await call('sobjects');
  const { headers, body } = await call('limits');
  assert.equal(headers.get('Sforce-Limit-Info'), 'api-usage=2/15000');
  assert.deepEqual(body.DailyApiRequests, { Max: 15000, Remaining: 14998 });
  assert.deepEqual(body.FileStorageMB, { Max: 20, Remaining: 20 });
  advance(25 * 3_600_000);
  assert.equal((await setup().call('limits')).body.DailyApiRequests.Remaining, 14999);
});

test('records are counted for those who may see set-up', async () => {
  const { call } = setup();
  await call('sobjects/Account', { json: { Name: 'Acme' } });
  assert.deepEqual((await call('limits/recordCount?sObjects=account,Contact')).body, {
    sObjects: [
      { count: 1, name: 'Account' },
      { count: 0, name: 'Contact' }
    ]
  });
  assert.equal((await call('limits/recordCount', { persona: 'integration' })).status, 403);
});
