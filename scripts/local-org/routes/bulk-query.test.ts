import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, INGEST, QUERY, refusal, type BulkOrg, type JobBody } from '../bulk/testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
  for (const Name of ['One', 'Two', 'Three']) {
    assert.deepEqual(t.org.records.create(t.user('rep'), 'Project__c', { Name }).errors, []);
  }
});
after(() => t.close());

const ask = (json: unknown, persona = 'rep') => t.request(persona, QUERY, { json });

test('a query job tells what is documented at each step', async () => {
  const answer = await ask({ operation: 'query', query: 'SELECT Id FROM project__c' });
  const body = (await answer.json()) as JobBody;
  const basics = {
    id: body.id,
    operation: 'query',
    object: 'Project__c',
    createdById: t.userId('rep'),
    createdDate: '2026-11-18T12:00:00.000+0000',
    systemModstamp: '2026-11-18T12:00:00.000+0000',
    state: 'UploadComplete',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: 66
  };
  const dialect = { lineEnding: 'LF', columnDelimiter: 'COMMA' };
  assert.deepEqual([answer.status, body], [200, { ...basics, ...dialect }]);
  const told = await t.request('rep', `${QUERY}/${body.id}`);
  assert.deepEqual(await told.json(), {
    ...basics,
    state: 'JobComplete',
    jobType: 'V2Query',
    ...dialect,
    numberRecordsProcessed: 3,
    retries: 0,
    totalProcessingTime: 0,
    isPkChunkingSupported: false
  });
});

const REFUSED: [query: unknown, status: number, told: string][] = [
  ['SELECT COUNT() FROM Account', 400, 'API_ERROR: Aggregate functions not supported in Bulk Query'],
  ['SELECT MAX(Name) FROM Account', 400, 'API_ERROR: Aggregate functions not supported in Bulk Query'],
  ['SELECT Name FROM Account GROUP BY Name', 400, 'API_ERROR: GROUP BY not supported in Bulk Query'],
  ['SELECT Id FROM Account OFFSET 0', 400, 'API_ERROR: OFFSET not supported in Bulk Query'],
  [
    'SELECT TYPEOF What WHEN Account THEN Phone END FROM Task',
    400,
    'API_ERROR: TYPEOF not supported in Bulk Query'
  ],
  [
    'SELECT FIELDS(STANDARD) FROM Account',
    400,
    'API_ERROR: Selecting compound data not supported in Bulk Query'
  ],
  [
    'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
    400,
    'API_ERROR: Aggregate Relationships not supported in Bulk V2 Query with CSV content type'
  ],
  ['SELECT Id FROM Account ALL ROWS', 400, 'MALFORMED_QUERY: ALL ROWS not allowed in this context'],
  ['', 400, 'MALFORMED_QUERY: A query string has to be specified'],
  [7, 400, 'JSON_PARSER_ERROR: Value of query does not match expected type string']
];

for (const [query, status, told] of REFUSED) {
  test(`no job is created from the query ${JSON.stringify(query)}`, async () => {
    assert.deepEqual(await refusal(ask({ operation: 'query', query })), [status, told]);
  });
}

test('what a user may not read is no column and no object; what they may not see is no record', async () => {
  const answer = await ask({ operation: 'query', query: 'SELECT Id FROM Account' }, 'integration');
  assert.match((await refusal(answer))[1], /^INVALID_TYPE: sObject type 'Account' is not supported/);
  const [, told] = await refusal(ask({ operation: 'query', query: 'SELECT Nope__c FROM Account' }));
  assert.match(told, /^INVALID_FIELD: No such column 'Nope__c' on entity 'Account'/);
  const { id } = (await (
    await ask({ operation: 'query', query: 'SELECT Name FROM Project__c' }, 'rep2')
  ).json()) as JobBody;
  assert.equal(await t.text('rep2', `${QUERY}/${id}/results`), '"Name"\n');
});

test('query jobs are listed, apart from ingest jobs', async () => {
  const { records } = JSON.parse(await t.text('rep', QUERY)) as { records: { jobType: string }[] };
  assert.deepEqual([...new Set(records.map(({ jobType }) => jobType))], ['V2Query']);
  const ingest = JSON.parse(await t.text('rep', INGEST)) as { records: unknown[] };
  assert.deepEqual(ingest.records, []);
  assert.deepEqual(await refusal(t.request('rep', QUERY, { method: 'PUT' })), [
    405,
    "METHOD_NOT_ALLOWED: HTTP Method 'PUT' not allowed. Allowed are GET,POST"
  ]);
});
