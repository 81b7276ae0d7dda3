import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSyncOrg } from './testing/sync-org.ts';

const DATA = '/services/data/v66.0';
const INGEST = `${DATA}/jobs/ingest`;
const UPLOAD = { path: `${INGEST}/*/batches`, method: 'PUT' };
/** One job for the day, one for the batch. */
const TWO_JOBS = ['Usage_Day__c upsert JobComplete', 'Usage_Batch__c update JobComplete'];
const COUNTED = [['rep', '2026-11-18', 1]];

test('12 429 and 503 with Retry-After: waited for, capped, outside the retry budget', async () => {
  await withSyncOrg(async ({ send, sync, faults, waits, days }) => {
    send('rep');
    faults.add({ kind: 'status', status: 429, retryAfter: 7, path: `${DATA}/query`, count: 9 });
    faults.add({
      kind: 'status',
      status: 503,
      retryAfter: 86_400,
      path: `${DATA}/jobs/query`,
      method: 'POST'
    });
    await sync();
    assert.deepEqual(days(), COUNTED);
    assert.deepEqual(
      waits.filter((wait) => wait >= 7000),
      [...Array<number>(9).fill(7000), 300_000]
    );
  });
});

test('12 503 without Retry-After: backed off with jitter, and given up after six tries', async () => {
  await withSyncOrg(async ({ send, sync, faults, waits, batches }) => {
    send('rep');
    faults.add({ kind: 'status', status: 503, path: `${DATA}/query`, count: 6 });
    await assert.rejects(sync(), {
      code: 'ORG_UNAVAILABLE',
      message: 'GET query was answered 503, 6 times in a row.'
    });
    assert.deepEqual(waits, [250, 500, 1000, 2000, 4000]);
    assert.deepEqual(batches(), [['Pending', null]]);
  });
});

test('13 401 in the middle of an upload: a fresh session, and the upload again from its start', async () => {
  await withSyncOrg(async ({ org, send, sync, faults, days, jobs, userId }) => {
    send('rep');
    faults.add({ kind: 'sessionExpired', ...UPLOAD });
    let renewals = 0;
    await sync({
      renew: async () => {
        renewals += 1;
        return org.sessions.issue(userId('integration'));
      }
    });
    assert.equal(renewals, 1);
    assert.deepEqual(days(), COUNTED);
    assert.deepEqual(await jobs(), TWO_JOBS);
  });
});

test('13 a session that cannot be renewed: it says what to do, and nothing is lost', async () => {
  await withSyncOrg(async ({ send, sync, faults, batches }) => {
    send('rep');
    faults.add({ kind: 'sessionExpired', path: `${DATA}/jobs/query` });
    const renew = async () => 'no token';
    await assert.rejects(sync({ renew }), { code: 'INVALID_SESSION_ID', status: 401 });
    assert.deepEqual(batches(), [['Pending', null]]);
  });
});

const brokenUploads = {
  'a socket reset before the body': { kind: 'reset', when: 'beforeBody' },
  'a socket reset in the middle of a Bulk PUT': { kind: 'reset', when: 'inBody' },
  'a socket reset after the body': { kind: 'reset', when: 'afterBody' },
  'a 503 in the middle of a Bulk PUT': { kind: 'status', status: 503 },
  'an upload whose answer is lost': { kind: 'answerLost' }
} as const;

for (const [what, fault] of Object.entries(brokenUploads)) {
  test(`14 ${what}: the whole file is sent again, and every row arrives`, async () => {
    await withSyncOrg(async ({ send, sync, faults, days, batches, jobs }) => {
      for (const persona of ['rep', 'rep2', 'manager']) send(persona);
      faults.add({ ...fault, ...UPLOAD, count: 2 });
      const { equation, processed } = await sync();
      assert.equal(faults.list()[0]?.met, 2);
      assert.deepEqual([equation.holds, equation.counted, processed], [true, 3, 3]);
      assert.deepEqual(days(), [
        ['manager', '2026-11-18', 1],
        ['rep', '2026-11-18', 1],
        ['rep2', '2026-11-18', 1]
      ]);
      assert.deepEqual(batches(), Array(3).fill(['Processed', null]));
      assert.deepEqual(
        (await jobs()).filter((job) => job.endsWith('JobComplete')),
        TWO_JOBS
      );
    });
  });
}

const unansweredJobs = {
  'creating a job is answered 503': { kind: 'status', status: 503, path: INGEST, method: 'POST' },
  'the answer to creating a job is lost': { kind: 'answerLost', path: INGEST, method: 'POST' },
  'the answer to creating a job is cut': { kind: 'answerCut', path: INGEST, method: 'POST' },
  'closing a job is answered 503': { kind: 'status', status: 503, path: `${INGEST}/*`, method: 'PATCH' },
  'the answer to closing a job is lost': { kind: 'answerLost', path: `${INGEST}/*`, method: 'PATCH' }
} as const;

for (const [what, fault] of Object.entries(unansweredJobs)) {
  test(`15 ${what}: the job is looked for first, and there are never two for one file`, async () => {
    await withSyncOrg(async ({ send, sync, faults, days, jobs }) => {
      send('rep');
      faults.add(fault);
      await sync();
      assert.equal(faults.list()[0]?.met, 1);
      assert.deepEqual(days(), COUNTED);
      assert.deepEqual(await jobs(), TWO_JOBS);
    });
  });
}

test('16 job polling fails a few times: tolerated', async () => {
  await withSyncOrg(async ({ send, sync, faults, days, jobs }) => {
    send('rep');
    // Two rounds of six tries each, and then some.
    faults.add({ kind: 'status', status: 503, path: `${INGEST}/*`, method: 'GET', count: 14 });
    await sync();
    assert.equal(faults.list()[0]?.met, 14);
    assert.deepEqual(days(), COUNTED);
    assert.deepEqual(await jobs(), TWO_JOBS);
  });
});

test('a page of results that breaks off is fetched again whole', async () => {
  await withSyncOrg(async ({ send, sync, faults, days }) => {
    send('rep');
    faults.add({ kind: 'answerCut', path: `${DATA}/jobs/query/*/results`, count: 2 });
    faults.add({ kind: 'answerCut', path: `${INGEST}/*/successfulResults` });
    await sync();
    assert.deepEqual(
      faults.list().map(({ met }) => met),
      [2, 1]
    );
    assert.deepEqual(days(), COUNTED);
  });
});
