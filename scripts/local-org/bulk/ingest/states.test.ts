import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, INGEST, refusal, type BulkOrg, type JobBody } from '../testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

const INSERT = { object: 'Project__c', operation: 'insert' };

test('an aborted job keeps its data for reading; what is over changes no more', async () => {
  const { id } = await t.create('rep', INSERT);
  await t.upload('rep', id, 'Name\nA\n');
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/${id}/failedResults`)), [
    400,
    `INVALIDJOBSTATE: Job ${id} is Open; its results aren't there yet`
  ]);
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/${id}`, { method: 'DELETE' })), [
    400,
    'INVALIDJOBSTATE: Deleting Open Job not allowed'
  ]);
  const aborted = await t.setState('rep', id, 'Aborted');
  assert.deepEqual([aborted.status, ((await aborted.json()) as JobBody).state], [200, 'Aborted']);
  assert.equal(await t.text('rep', `${INGEST}/${id}/unprocessedrecords`), 'Name\nA\n');
  for (const [state, told] of [
    ['Aborted', 'Aborting already Aborted Job not allowed'],
    ['UploadComplete', 'Closing already Aborted Job not allowed'],
    ['JobComplete', 'A job can be set to UploadComplete or Aborted, not to JobComplete']
  ]) {
    assert.deepEqual(await refusal(t.setState('rep', id, state)), [400, `INVALIDJOBSTATE: ${told}`]);
  }
  const { job } = await t.load('rep', INSERT, 'Name\nB\n');
  assert.deepEqual(await refusal(t.setState('rep', job.id, 'Aborted')), [
    400,
    'INVALIDJOBSTATE: Aborting already Completed Job not allowed'
  ]);
});

test('a deleted job is gone', async () => {
  const { job } = await t.load('rep', INSERT, 'Name\nA\n');
  const deleted = await t.request('rep', `${INGEST}/${job.id}`, { method: 'DELETE' });
  assert.deepEqual([deleted.status, await deleted.text()], [204, '']);
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/${job.id}`)), [
    404,
    'NOT_FOUND: The requested resource does not exist'
  ]);
  assert.deepEqual(t.rows(`SELECT 1 FROM "_bulk_text" WHERE "job" = '${job.id}'`), []);
});

test('a job belongs to its creator; administrators reach all of them', async () => {
  const { id } = await t.create('rep', INSERT);
  assert.deepEqual(await refusal(t.request('rep2', `${INGEST}/${id}`)), [
    400,
    `INVALIDUSER: The job ${id} was created by another user`
  ]);
  assert.equal((await t.request('admin', `${INGEST}/${id.slice(0, 15)}`)).status, 200);
  assert.deepEqual(await refusal(t.request('rep', `${INGEST}/nonsense`)), [
    400,
    'INVALIDJOB: Invalid job id: nonsense'
  ]);
});
