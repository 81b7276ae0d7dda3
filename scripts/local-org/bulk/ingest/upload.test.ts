import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bulkOrg, INGEST, refusal, type BulkOrg } from '../testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

const INSERT = { object: 'Project__c', operation: 'insert' };

test('data is sent once, as CSV, into an open job', async () => {
  const { id } = await t.create('rep', INSERT);
  const put = (headers: Record<string, string>) =>
    t.request('rep', `${INGEST}/${id}/batches`, { method: 'PUT', headers });
  assert.deepEqual(await refusal(put({ 'Content-Type': 'application/json' })), [
    415,
    "UNSUPPORTED_MEDIA_TYPE: A job's data has to come as text/csv, not as application/json in the encoding identity"
  ]);
  assert.deepEqual(await refusal(put({ 'Content-Type': 'text/csv', 'Content-Length': '100000001' })), [
    400,
    'CLIENTINPUTERROR: Failed to read request. Exceeded max size limit of 100000000 with response size 100000001'
  ]);
  assert.deepEqual(await refusal(t.setState('rep', id, 'UploadComplete')), [
    400,
    `INVALIDJOBSTATE: No data has been uploaded to job ${id}`
  ]);
  assert.equal((await t.upload('rep', id, 'Name\nA\n')).status, 201);
  assert.deepEqual(await refusal(t.upload('rep', id, 'Name\nB\n')), [
    400,
    `INVALIDJOB: Found multiple contents for job: <${id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`
  ]);
  await t.setState('rep', id, 'UploadComplete');
  assert.deepEqual(await refusal(t.upload('rep', id, 'Name\nC\n')), [
    400,
    `INVALIDJOBSTATE: Data can only be uploaded to an Open job; job ${id} is JobComplete`
  ]);
  assert.equal((await t.get('rep', id)).numberRecordsProcessed, 1);
});

test('an upload that breaks off, or grows too large, leaves the job open for another one', async () => {
  const { id } = await t.create('rep', INSERT);
  const megabyte = new TextEncoder().encode('Name\n'.padEnd(1_000_000, 'x\n'));
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(megabyte) });
  const [status, told] = await refusal(t.upload('rep', id, endless));
  assert.deepEqual(
    [status, told],
    [
      400,
      'CLIENTINPUTERROR: Failed to read request. Exceeded max size limit of 100000000 with response size 101000000'
    ]
  );
  assert.equal((await t.upload('rep', id, 'Name\nWhole\n')).status, 201);
  await t.setState('rep', id, 'UploadComplete');
  assert.equal((await t.get('rep', id)).numberRecordsProcessed, 1);
  assert.match(await t.text('rep', `${INGEST}/${id}/successfulResults`), /"Whole"/);
});

test('text that isn’t ASCII survives being cut into pieces anywhere', async () => {
  const { id } = await t.create('rep', INSERT);
  const bytes = new TextEncoder().encode('Name\nÄpfel 🍎 und 中文\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    }
  });
  assert.equal((await t.upload('rep', id, body)).status, 201);
  await t.setState('rep', id, 'UploadComplete');
  assert.match(await t.text('rep', `${INGEST}/${id}/successfulResults`), /"Äpfel 🍎 und 中文"/);
});
