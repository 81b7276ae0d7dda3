import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testOrg, type TestOrg } from '../testing.ts';

const ROOT = '/services/data/v66.0';

let bench: TestOrg;
before(() => {
  bench = testOrg();
});
after(() => bench.close());

const path = (resource: string, soql: string): string => `${ROOT}/${resource}?q=${encodeURIComponent(soql)}`;

async function get(
  url: string,
  headers?: Record<string, string>
): Promise<{ status: number; body: unknown }> {
  const response = await bench.request('admin', url, { headers });
  return { status: response.status, body: await response.json() };
}

test('answers the CLI at log-in: exactly one organization', async () => {
  const { status, body } = await get(
    path(
      'query',
      'SELECT Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix, OrganizationType FROM Organization'
    )
  );
  assert.equal(status, 200);
  const { totalSize, done, records } = body as {
    totalSize: number;
    done: boolean;
    records: { Name: string }[];
  };
  assert.deepEqual([totalSize, done, records[0].Name], [1, true, 'Test Org']);
});

test('refuses with status 400, code and message', async () => {
  assert.deepEqual(await get(path('query', 'SELECT Id FROM ScratchOrgInfo limit 1')), {
    status: 400,
    body: [
      {
        message:
          "\nSELECT Id FROM ScratchOrgInfo limit 1\n               ^\nERROR at Row:1:Column:16\nsObject type 'ScratchOrgInfo' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
        errorCode: 'INVALID_TYPE'
      }
    ]
  });
});

test('hands out batches of the size asked for, at least 200', async () => {
  const { records } = bench.org;
  const admin = bench.user('admin');
  for (let count = 0; count < 201; count += 1) records.create(admin, 'Account', { Name: `Account ${count}` });
  const first = await get(path('query', 'SELECT Name FROM Account'), {
    'Sforce-Query-Options': 'batchSize=10'
  });
  const {
    done,
    nextRecordsUrl,
    records: batch
  } = first.body as { done: boolean; nextRecordsUrl: string; records: unknown[] };
  assert.deepEqual([done, batch.length], [false, 200]);
  for (const url of [nextRecordsUrl, nextRecordsUrl.replace('/query/', '/queryAll/')]) {
    const rest = (await get(url)).body as { totalSize: number; done: boolean; records: unknown[] };
    assert.deepEqual([rest.totalSize, rest.done, rest.records.length], [201, true, 1]);
  }
  const stolen = await bench.request('rep', nextRecordsUrl);
  assert.equal(stolen.status, 400);
  assert.deepEqual(await stolen.json(), [
    { message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' }
  ]);
});

test('queryAll finds what was deleted', async () => {
  const admin = bench.user('admin');
  const { id } = bench.org.records.create(admin, 'Campaign', { Name: 'Gone' });
  bench.org.records.delete(admin, 'Campaign', String(id));
  const soql = 'SELECT Id FROM Campaign WHERE IsDeleted = true';
  assert.equal(((await get(path('query', soql))).body as { totalSize: number }).totalSize, 0);
  assert.equal(((await get(path('queryAll', soql))).body as { totalSize: number }).totalSize, 1);
});

test('columns=true describes the columns instead of running the query', async () => {
  const { body } = await get(`${path('query', 'SELECT Id, Name FROM Account')}&columns=true`);
  const { columnMetadata, entityName } = body as {
    columnMetadata: { columnName: string }[];
    entityName: string;
  };
  assert.equal(entityName, 'Account');
  assert.deepEqual(
    columnMetadata.map(({ columnName }) => columnName),
    ['Id', 'Name']
  );
});

test('field permissions of a person hold', async () => {
  const response = await bench.request('integration', path('query', 'SELECT Id FROM Account'));
  assert.equal(response.status, 400);
  assert.equal(((await response.json()) as { errorCode: string }[])[0].errorCode, 'INVALID_TYPE');
});

test('explains a statement instead of running it', async () => {
  const { status, body } = await get(`${ROOT}/query?explain=SELECT+Id+FROM+Account`);
  const { plans, sourceQuery } = body as { plans: { leadingOperationType: string }[]; sourceQuery: string };
  assert.deepEqual(
    [status, sourceQuery, plans.map(({ leadingOperationType }) => leadingOperationType)],
    [200, 'SELECT Id FROM Account', ['TableScan']]
  );
});

test('needs a statement, a session and the method GET', async () => {
  assert.deepEqual(await get(`${ROOT}/query`), {
    status: 400,
    body: [{ message: 'A query string has to be specified', errorCode: 'MALFORMED_QUERY' }]
  });
  assert.equal((await bench.app.request(path('query', 'SELECT Id FROM Account'))).status, 401);
  const post = await bench.request('admin', path('query', 'SELECT Id FROM Account'), { method: 'POST' });
  assert.equal(post.status, 405);
  assert.deepEqual(await post.json(), [
    { message: "HTTP Method 'POST' not allowed. Allowed are GET", errorCode: 'METHOD_NOT_ALLOWED' }
  ]);
});
