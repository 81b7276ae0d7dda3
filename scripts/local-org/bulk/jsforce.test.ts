import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { startServer, type RunningServer } from '../server.ts';
import { bulkOrg, type BulkOrg } from './testing.ts';

/** jsforce knows the names of the results' own columns only. */
type Row = Record<string, unknown>;

let t: BulkOrg;
let server: RunningServer;
let bulk: Connection['bulk2'];

before(async () => {
  t = bulkOrg();
  server = await startServer(t.org, { port: 0 });
  bulk = new Connection({ instanceUrl: server.url, accessToken: t.token('rep'), version: '66.0' }).bulk2;
});
after(async () => {
  await server.close();
  t.close();
});

test('jsforce upserts records and is told which ones failed', async () => {
  const { successfulResults, failedResults, unprocessedRecords } = await bulk.loadAndWaitForResults({
    object: 'Project__c',
    operation: 'upsert',
    externalIdFieldName: 'Code__c',
    input: [
      { Code__c: 'J1', Name: 'One, "quoted"', Size__c: 1.5, Active__c: false },
      { Code__c: 'J2', Name: 'Two', Size__c: null, Active__c: true },
      { Code__c: 'far too long', Name: 'Three', Size__c: 2, Active__c: true }
    ]
  });
  assert.deepEqual(
    successfulResults.map((row: Row) => [row.sf__Created, row.Name, row.Size__c]),
    [
      ['true', 'One, "quoted"', '1.5'],
      ['true', 'Two', '#N/A']
    ]
  );
  assert.deepEqual(
    failedResults.map(({ sf__Id, sf__Error }) => [sf__Id, sf__Error]),
    [['', 'STRING_TOO_LONG:Code: data value too large: far too long (max length=10):Code__c --']]
  );
  assert.deepEqual(unprocessedRecords, []);
});

test('jsforce updates and deletes what it queried', async () => {
  const found = await (
    await bulk.query("SELECT Id, Name, Size__c FROM Project__c WHERE Code__c LIKE 'J%' ORDER BY Name")
  ).toArray();
  assert.deepEqual(
    found.map(({ Name, Size__c }) => [Name, Size__c]),
    [
      ['One, "quoted"', '1.5'],
      ['Two', '']
    ]
  );
  const updated = await bulk.loadAndWaitForResults({
    object: 'Project__c',
    operation: 'update',
    input: found.map(({ Id, Name }) => ({ Id, Name: `${Name} again` }))
  });
  assert.deepEqual(
    updated.successfulResults.map(({ sf__Id, sf__Created }) => [sf__Id, sf__Created]),
    found.map(({ Id }) => [Id, 'false'])
  );
  const deleted = await bulk.loadAndWaitForResults({
    object: 'Project__c',
    operation: 'delete',
    input: found.map(({ Id }) => ({ Id }))
  });
  assert.equal(deleted.successfulResults.length, 2);
  const rest = await bulk.query("SELECT Id FROM Project__c WHERE Code__c LIKE 'J%'");
  assert.deepEqual(await rest.toArray(), []);
});

test('jsforce loads nothing without an error', async () => {
  for (const operation of ['insert', 'delete'] as const) {
    const nothing = await bulk.loadAndWaitForResults({ object: 'Project__c', operation, input: [] });
    assert.deepEqual(nothing, { successfulResults: [], failedResults: [], unprocessedRecords: [] });
  }
});

test('jsforce tells why a job failed', async () => {
  await assert.rejects(
    bulk.loadAndWaitForResults({ object: 'Project__c', operation: 'insert', input: [{ Nam: 'A' }] }),
    { message: 'Ingest job failed to complete due to: InvalidBatch : Field name not found : Nam' }
  );
  await assert.rejects(bulk.query('SELECT COUNT() FROM Project__c'), {
    name: 'API_ERROR',
    message: 'Aggregate functions not supported in Bulk Query'
  });
});
