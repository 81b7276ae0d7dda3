import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createApp } from '../../http/app.ts';
import { createOrg } from '../../org.ts';
import { PROJECT, SELLER, STEP } from '../../schema/fixture.ts';
import { TEST_USERS } from '../../testing.ts';
import { bulkOrg, INGEST, records, waitFor, type JobBody } from '../testing.ts';

const INSERT = { object: 'Project__c', operation: 'insert' };
const ROWS = 6000;

/** More than what is worked on before the request that closes a job is answered. */
function largeCsv(): string {
  const notes = 'n'.repeat(200);
  const rows = Array.from({ length: ROWS }, (_, index) => `Large ${index},L${index},${notes}`);
  return `Name,Code__c,Notes__c\n${rows.join('\n')}\n`;
}

test('large data is worked on turn by turn while other requests are answered', async () => {
  const t = bulkOrg();
  const { id } = await t.create('rep', INSERT);
  await t.upload('rep', id, largeCsv());
  assert.equal((await t.setState('rep', id, 'UploadComplete')).status, 200);
  const seen = new Set<number>();
  const job = await waitFor(async () => {
    const now = await t.get('rep', id);
    seen.add(now.numberRecordsProcessed);
    return now;
  });
  assert.deepEqual(
    [job.state, job.numberRecordsProcessed, job.numberRecordsFailed],
    ['JobComplete', ROWS, 0]
  );
  assert.deepEqual([...seen].slice(0, 2), [1000, 2000], 'asked after each thousand');
  assert.equal(records(await t.text('rep', `${INGEST}/${id}/successfulResults`)).length, ROWS);
  t.close();
});

test('an abort stops the work between two turns, and gives back exactly what wasn’t worked on', async () => {
  const t = bulkOrg();
  const { id } = await t.create('rep', INSERT);
  await t.upload('rep', id, largeCsv());
  await t.setState('rep', id, 'UploadComplete');
  const aborted = (await (await t.setState('rep', id, 'Aborted')).json()) as JobBody;
  assert.equal(aborted.state, 'Aborted');
  const job = await t.get('rep', id);
  const successes = records(await t.text('rep', `${INGEST}/${id}/successfulResults`));
  const unprocessed = records(await t.text('rep', `${INGEST}/${id}/unprocessedrecords`));
  assert.equal(successes.length, job.numberRecordsProcessed);
  assert.deepEqual(
    [...successes, ...unprocessed].map((row) => row.Name),
    Array.from({ length: ROWS }, (_, index) => `Large ${index}`)
  );
  assert.ok(unprocessed.length > 0);
  assert.equal(t.rows('SELECT count(*) AS "count" FROM "Project__c"')[0].count, successes.length);
  t.close();
});

test('a job goes on where it was when the org is opened again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bulk-resume-'));
  const open = () => {
    const org = createOrg({ dataDir, users: TEST_USERS });
    const [{ Id: repId }] = org.store.all(`SELECT "Id" FROM "User" WHERE "Username" = 'rep@test.example'`);
    const app = createApp(org);
    const headers = { Authorization: `Bearer ${org.sessions.issue(String(repId))}` };
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } });
    return { org, ask };
  };

  const first = open();
  const [{ Id: adminId }] = first.org.store.all(
    `SELECT "Id" FROM "User" WHERE "Username" = 'admin@test.example'`
  );
  first.org.installMetadata({ files: [PROJECT, STEP, SELLER], userId: String(adminId) });
  const json = { 'Content-Type': 'application/json' };
  const created = await first.ask(INGEST, { method: 'POST', headers: json, body: JSON.stringify(INSERT) });
  const { id } = (await created.json()) as JobBody;
  const csv = { 'Content-Type': 'text/csv' };
  await first.ask(`${INGEST}/${id}/batches`, { method: 'PUT', headers: csv, body: largeCsv() });
  const state = JSON.stringify({ state: 'UploadComplete' });
  await first.ask(`${INGEST}/${id}`, { method: 'PATCH', headers: json, body: state });
  const interrupted = (await (await first.ask(`${INGEST}/${id}`)).json()) as JobBody;
  assert.equal(interrupted.state, 'InProgress');
  first.org.close();

  const second = open();
  const job = await waitFor(async () => (await (await second.ask(`${INGEST}/${id}`)).json()) as JobBody);
  assert.deepEqual(
    [job.state, job.numberRecordsProcessed, job.numberRecordsFailed],
    ['JobComplete', ROWS, 0]
  );
  const successes = records(await (await second.ask(`${INGEST}/${id}/successfulResults`)).text());
  assert.deepEqual(
    successes.map((row) => row.Name),
    Array.from({ length: ROWS }, (_, index) => `Large ${index}`)
  );
  assert.deepEqual(
    second.org.store.all(
      'SELECT count(*) AS "count", count(DISTINCT "Code__c") AS "codes" FROM "Project__c"'
    ),
    [{ count: ROWS, codes: ROWS }].map((row) => Object.assign(Object.create(null), row))
  );
  second.org.close();
  rmSync(dataDir, { recursive: true });
});
