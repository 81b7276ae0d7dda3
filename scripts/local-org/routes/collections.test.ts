import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { testOrg } from '../testing.ts';

const PATH = '/services/data/v66.0/composite/sobjects';
const account = (Name?: string) => ({ attributes: { type: 'Account' }, ...(Name && { Name }) });

function setup() {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  const call = async (method: string, path: string, json?: unknown) => {
    const response = await t.request('rep', `${PATH}${path}`, { method, json });
    return { status: response.status, body: await response.json() };
  };
  const names = () =>
    t.org.store
      .all('SELECT "Name" FROM "Account" WHERE "IsDeleted" = 0 ORDER BY "Id"')
      .map((row) => row.Name);
  return { ...t, call, names };
}

const MISSING_NAME = {
  success: false,
  errors: [
    { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] }
  ]
};

test('each record has its own result, in order', async () => {
  const { call, names } = setup();
  const { status, body } = await call('POST', '', { records: [account('A'), account(), account('B')] });
  assert.equal(status, 200);
  assert.deepEqual(body, [
    { id: '001000000000001AAA', success: true, errors: [] },
    MISSING_NAME,
    { id: '001000000000002AAA', success: true, errors: [] }
  ]);
  assert.deepEqual(names(), ['A', 'B']);
});

test('all or none keeps none', async () => {
  const { call, names } = setup();
  const { body } = await call('POST', '', { allOrNone: true, records: [account('A'), account()] });
  assert.equal(body[0].errors[0].statusCode, 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  assert.deepEqual(body[1], MISSING_NAME);
  assert.deepEqual(names(), []);
});

test('201 records are refused as a whole', async () => {
  const { call, names } = setup();
  const records = Array.from({ length: 201 }, (_, index) => account(`A${index}`));
  const { status, body } = await call('POST', '', { records });
  assert.deepEqual(
    [status, body],
    [
      400,
      [
        {
          message: 'record limit reached. cannot submit more than 200 records in this call',
          errorCode: 'EXCEEDED_ID_LIMIT'
        }
      ]
    ]
  );
  assert.deepEqual(names(), []);
  assert.equal((await call('POST', '', { records: records.slice(1) })).body.length, 200);
});

test('records are changed by their ids; one without an id fails alone', async () => {
  const { call, names } = setup();
  const [{ id }] = (await call('POST', '', { records: [account('A')] })).body;
  const { body } = await call('PATCH', '', { records: [{ ...account('B'), id }, account('C')] });
  assert.deepEqual(body, [
    { id, success: true, errors: [] },
    {
      success: false,
      errors: [{ statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: [] }]
    }
  ]);
  assert.deepEqual(names(), ['B']);
});

test('records are upserted by an external id', async () => {
  const { call } = setup();
  const project = (Code__c: string | null, Name: string) => ({
    attributes: { type: 'Project__c' },
    Code__c,
    Name
  });
  const first = await call('PATCH', '/Project__c/Code__c', {
    records: [project('A', '1'), project(null, '2')]
  });
  assert.deepEqual(first.body, [
    { id: 'a00000000000001AAA', success: true, errors: [], created: true },
    {
      success: false,
      errors: [{ statusCode: 'MISSING_ARGUMENT', message: 'Code__c not specified', fields: [] }],
      created: false
    }
  ]);
  const second = await call('PATCH', '/Project__c/Code__c', { records: [project('a', '3')] });
  assert.deepEqual(second.body, [{ id: 'a00000000000001AAA', success: true, errors: [], created: false }]);
});

test('records are read in the order of their ids, with null for those that are not there', async () => {
  const { call } = setup();
  await call('POST', '', { records: [account('A'), account('B')] });
  const ids = ['001000000000002AAA', '001000000000009AAA', '001000000000001AAA'];
  const { body } = await call('POST', '/Account', { ids, fields: ['Name'] });
  assert.deepEqual(
    body.map((record: { Name: string } | null) => record?.Name ?? null),
    ['B', null, 'A']
  );
  const viaGet = await call('GET', `/Account?ids=${ids.join(',')}&fields=Name`);
  assert.deepEqual(viaGet.body, body);
  assert.equal(
    (await call('POST', '/Account', { ids, fields: ['Nope'] })).body[0].errorCode,
    'INVALID_FIELD'
  );
});

test('records of several objects are deleted in one call', async () => {
  const { call, names } = setup();
  await call('POST', '', { records: [account('A'), { attributes: { type: 'Project__c' }, Name: 'P' }] });
  const { body } = await call('DELETE', '?ids=001000000000001AAA,a00000000000001AAA,zzz&allOrNone=false');
  assert.deepEqual(body, [
    { id: '001000000000001AAA', success: true, errors: [] },
    { id: 'a00000000000001AAA', success: true, errors: [] },
    { success: false, errors: [{ statusCode: 'MALFORMED_ID', message: 'malformed id zzz', fields: [] }] }
  ]);
  assert.deepEqual(names(), []);
});
