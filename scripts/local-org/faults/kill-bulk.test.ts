import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createOrg } from '../org.ts';
import { TEST_USERS } from '../testing.ts';
import { serveFolder, type ServedFolder } from './testing/serve-folder.ts';

const JOBS = '/services/data/v66.0/jobs/ingest';
const ROWS = 8_000;

interface Job {
  id: string;
  state: string;
  numberRecordsProcessed: number;
  numberRecordsFailed: number;
}

function client({ url, token }: Awaited<ReturnType<ServedFolder['ready']>>) {
  const send = async (method: string, path: string, body?: string, type = 'application/json') => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type };
    const answer = await fetch(`${url}${JOBS}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body })
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    return answer.text();
  };
  const job = async (id: string): Promise<Job> => JSON.parse(await send('GET', `/${id}`)) as Job;
  return {
    send,
    /** Asks for the job until it has come so far. */
    async until(id: string, isFar: (job: Job) => boolean): Promise<Job> {
      for (;;) {
        const now = await job(id);
        if (isFar(now)) return now;
      }
    }
  };
}

test('a Bulk job whose process is killed twice saves each of its rows once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-org-kill-'));
  const isPast =
    (rows: number) =>
    ({ numberRecordsProcessed, state }: Job): boolean =>
      numberRecordsProcessed >= rows || state === 'JobComplete';
  const running: ServedFolder[] = [];
  const start = async () => {
    const served = await serveFolder(dataDir);
    running.push(served);
    const { child } = served;
    const kill = async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    };
    return { ...client(await served.ready()), kill };
  };
  try {
    const first = await start();
    const created = await first.send(
      'POST',
      '',
      JSON.stringify({ object: 'Project__c', operation: 'insert' })
    );
    const { id } = JSON.parse(created) as Job;
    const notes = 'n'.repeat(200);
    const lines = Array.from({ length: ROWS }, (_, index) => `Row ${index},R${index},${notes}`);
    await first.send('PUT', `/${id}/batches`, `Name,Code__c,Notes__c\n${lines.join('\n')}\n`, 'text/csv');
    await first.send('PATCH', `/${id}`, JSON.stringify({ state: 'UploadComplete' }));
    const atFirst = await first.until(id, isPast(1_000));
    await first.kill();

    const second = await start();
    await second.until(id, isPast(atFirst.numberRecordsProcessed + 1_000));
    await second.kill();

    const third = await start();
    const over = await third.until(id, ({ state }) => state === 'JobComplete' || state === 'Failed');
    assert.deepEqual(
      [over.state, over.numberRecordsProcessed, over.numberRecordsFailed],
      ['JobComplete', ROWS, 0]
    );
    const results = (await third.send('GET', `/${id}/successfulResults`)).trimEnd().split('\n').slice(1);
    assert.equal(results.length, ROWS);
    await third.kill();

    const org = createOrg({ dataDir, users: TEST_USERS });
    const [counted] = org.store.all(
      'SELECT count(*) AS "rows", count(DISTINCT "Code__c") AS "codes", count(DISTINCT "Number__c") AS "numbers" FROM "Project__c"'
    );
    assert.deepEqual({ ...counted }, { rows: ROWS, codes: ROWS, numbers: ROWS });
    org.close();
  } finally {
    for (const { child } of running) child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  }
});
