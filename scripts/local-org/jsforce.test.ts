import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { PROJECT, SELLER, STEP } from './schema/fixture.ts';
import { startServer, type RunningServer } from './server.ts';
import { testOrg, type TestOrg } from './testing.ts';

let t: TestOrg;
let server: RunningServer;

before(async () => {
  t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  server = await startServer(t.org, { port: 0 });
});

after(async () => {
  await server.close();
  t.close();
});

function connect(persona: string): Connection {
  return new Connection({
    instanceUrl: server.url,
    accessToken: t.token(persona),
    version: '66.0',
    maxRequest: 1
  });
}

test('jsforce logs in with client credentials and knows who it is', async () => {
  const response = await fetch(`${server.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'rep@test.example' })
  });
  const { access_token: accessToken, instance_url: instanceUrl } = await response.json();
  assert.equal(instanceUrl, server.url);
  const identity = await new Connection({ instanceUrl, accessToken, version: '66.0' }).identity();
  assert.equal(identity.username, 'rep@test.example');
});

test('jsforce creates, reads, changes, upserts and deletes one record', async () => {
  const projects = connect('rep').sobject('Project__c');
  const created = await projects.create({ Name: 'One', Code__c: 'J-1', Starts__c: '2026-12-01' });
  assert.ok(created.success);
  const { id } = created;
  assert.equal((await projects.retrieve(id)).Starts__c, '2026-12-01');
  assert.deepEqual(await projects.update({ Id: id, Name: 'Two' }), { id, success: true, errors: [] });
  const upserted = await projects.upsert({ Code__c: 'J-1', Name: 'Three' }, 'Code__c');
  assert.equal(upserted.success && upserted.id, id);
  assert.equal((await projects.findOne({ Code__c: 'J-1' }, ['Name']))?.Name, 'Three');
  assert.deepEqual(await projects.destroy(id), { id, success: true, errors: [] });
  await assert.rejects(projects.retrieve(id), { errorCode: 'ENTITY_IS_DELETED' });
});

test('jsforce cuts 450 records into calls of 200, and reads them back', async () => {
  const projects = connect('rep').sobject('Project__c');
  const records = Array.from({ length: 450 }, (_, index) => ({
    Name: `Many ${index}`,
    Code__c: `M-${index}`
  }));
  const results = await projects.create(records, { allowRecursive: true });
  assert.deepEqual([results.length, results.every(({ success }) => success)], [450, true]);
  const again = await projects.upsert(records.slice(0, 150), 'Code__c', { allowRecursive: true });
  assert.ok(again.every((result) => result.success));
  const found = await connect('rep')
    .query("SELECT Id FROM Project__c WHERE Name LIKE 'Many %'")
    .run({ autoFetch: true });
  assert.equal(found.totalSize, 450);
});

test('jsforce tells errors by their code', async () => {
  const connection = connect('rep');
  await assert.rejects(connection.sobject('Account').create({}), {
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [Name]'
  });
  await assert.rejects(connection.sobject('Nothing__c').describe(), { errorCode: 'NOT_FOUND' });
  const stranger = new Connection({ instanceUrl: server.url, accessToken: '00D!no', version: '66.0' });
  await assert.rejects(stranger.sobject('Account').describe(), { errorCode: 'INVALID_SESSION_ID' });
});

test('jsforce caches a describe and is told that nothing changed', async () => {
  const connection = connect('rep');
  const described = await connection.sobject('Project__c').describe();
  assert.equal(described.fields.find(({ name }) => name === 'Kind__c')?.restrictedPicklist, true);
  assert.ok((await connection.describeGlobal()).sobjects.some(({ name }) => name === 'Project__c'));
  assert.equal((await connection.limits()).DailyApiRequests.Max, 15000);
});
