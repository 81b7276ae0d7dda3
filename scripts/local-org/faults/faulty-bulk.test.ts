import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';
import { createFaults } from './faults.ts';
import { faultyOrg } from './faulty-org.ts';
import { withFaultyServer } from './testing/faulty-server.ts';

test('of many rows every fourth is locked, over all chunks of the request, and the others keep their places', () => {
  const { org, user, close } = testOrg();
  const faults = createFaults();
  const faulty = faultyOrg(org, faults);
  faults.add({ kind: 'recordsRefused', path: '/services/data/v66.0/jobs/ingest', every: 4 });
  const names = Array.from({ length: 10 }, (_, index) => `Account ${index + 1}`);
  const results = faulty.serve({ method: 'PATCH', path: '/services/data/v66.0/jobs/ingest/750' }, () => {
    const request = { operation: 'insert', object: 'Account', columns: ['Name'] } as const;
    const saver = faulty.org.records.bulk(user('admin'), request);
    return [names.slice(0, 5), names.slice(5)].flatMap((chunk) => saver.save(chunk.map((name) => [name])));
  });
  const saved = results.map(({ id, success, errors }) =>
    success ? org.records.retrieve(user('admin'), 'Account', String(id)).Name : errors[0].errorCode
  );
  assert.deepEqual(saved, [
    ...names.slice(0, 3),
    'UNABLE_TO_LOCK_ROW',
    ...names.slice(4, 7),
    'UNABLE_TO_LOCK_ROW',
    ...names.slice(8)
  ]);
  close();
});

test('a Bulk job fails in part, and its failed rows say why', async () => {
  await withFaultyServer(async ({ faults, url, test: { token }, accounts }) => {
    faults.add({ kind: 'recordsRefused', path: '/services/data/*/jobs/ingest/*', every: 2 });
    const send = async (method: string, path: string, body?: string, type = 'application/json') => {
      const headers = { Authorization: `Bearer ${token('admin')}`, 'Content-Type': type };
      const answer = await fetch(`${url}/services/data/v66.0/jobs/ingest${path}`, {
        method,
        headers,
        ...(body !== undefined && { body })
      });
      return answer.text();
    };
    const created = await send('POST', '', '{"object":"Account","operation":"insert"}');
    const { id } = JSON.parse(created) as { id: string };
    await send('PUT', `/${id}/batches`, 'Name\nOne\nTwo\nThree\n', 'text/csv');
    await send('PATCH', `/${id}`, '{"state":"UploadComplete"}');
    const job = JSON.parse(await send('GET', `/${id}`)) as Record<string, unknown>;
    assert.deepEqual([job.state, job.numberRecordsProcessed, job.numberRecordsFailed], ['JobComplete', 3, 1]);
    const [, row, ...others] = (await send('GET', `/${id}/failedResults`)).trimEnd().split('\n');
    assert.equal(row, '"","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--","Two"');
    assert.deepEqual(others, []);
    assert.deepEqual(accounts(), ['One', 'Three']);
  });
});
