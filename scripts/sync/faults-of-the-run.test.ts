import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withSyncOrg } from './testing/sync-org.ts';
import type { SyncOrg } from './testing/sync-org.ts';

const CADDIE = fileURLToPath(new URL('../caddie.ts', import.meta.url));
const INGEST = '/services/data/v66.0/jobs/ingest';
const NEVER = 600_000;

/** Runs the command line against the org, and sends it a signal as soon as the moment has come. */
async function killed(
  { url, org, userId, stateDir }: SyncOrg,
  signal: 'SIGKILL' | 'SIGTERM',
  isMoment: (log: string) => boolean
): Promise<{ code: number | null; stderr: string }> {
  const args = ['sync', 'usage', '--verbose', '--api-reserve', '0', '--state-dir', stateDir];
  const child = spawn(process.execPath, [CADDIE, ...args, '--instance-url', url], {
    env: { ...process.env, CADDIE_ACCESS_TOKEN: org.sessions.issue(userId('integration')) },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close') as Promise<[number | null]>;
  while (child.exitCode === null && !isMoment(stderr)) await setTimeout(5);
  child.kill(signal);
  const [code] = await closed;
  return { code, stderr };
}

/** The clock of a killed process is the machine's: to be behind its lease, this one has to be too. */
function outwaitLease({ advance, org }: SyncOrg): void {
  advance(Math.max(0, Date.now() - org.now().getTime()) + 16 * 60_000);
}

test('18 killed between load and acknowledgement: the next run gives the same totals, to the row', async () => {
  await withSyncOrg(async (sync) => {
    sync.send('rep');
    sync.send('rep2');
    // The job that marks the batches is created, and nobody ever hears of it.
    sync.faults.add({ kind: 'slowAnswer', milliseconds: NEVER, path: INGEST, method: 'POST', after: 1 });
    const { code } = await killed(sync, 'SIGKILL', () => sync.faults.list()[0]?.met === 1);
    assert.equal(code, null);
    const afterKill = sync.days();
    assert.deepEqual(afterKill, [
      ['rep', '2026-11-18', 1],
      ['rep2', '2026-11-18', 1]
    ]);
    assert.deepEqual(sync.batches(), Array(2).fill(['Pending', null]));

    outwaitLease(sync);
    const { days, processed } = await sync.sync({ retentionDays: 3650 });
    assert.deepEqual([days.computed, days.saved, processed], [2, 0, 2]);
    assert.deepEqual(sync.days(), afterKill);
    assert.deepEqual(sync.batches(), Array(2).fill(['Processed', null]));
    assert.deepEqual(sync.rows('SELECT "Status__c", "Lock_Key__c" FROM "Sync_Run__c" ORDER BY "Id"'), [
      ['Failed', null],
      ['Succeeded', null]
    ]);
  });
});

test('18 a run that finds nothing new changes nothing', async () => {
  await withSyncOrg(async ({ send, sync, rows, jobs, advance }) => {
    send('rep');
    await sync();
    const stamps = () =>
      rows(
        'SELECT "Id", "SystemModstamp" FROM "Usage_Day__c" UNION SELECT "Id", "SystemModstamp" FROM "Usage_Batch__c"'
      );
    const before = stamps();
    advance(60_000);
    await sync();
    await sync({ day: '2026-11-18', since: '2026-11-16' });
    assert.deepEqual(stamps(), before);
    assert.equal((await jobs()).length, 2);
  });
});

test('16 a run killed in its upload: the next one finds its job, ends it, and loads the rows once', async () => {
  await withSyncOrg(async (sync) => {
    sync.send('rep');
    sync.faults.add({ kind: 'slowAnswer', milliseconds: NEVER, path: `${INGEST}/*/batches`, method: 'PUT' });
    await killed(sync, 'SIGKILL', () => sync.faults.list()[0]?.met === 1);
    outwaitLease(sync);
    await sync.sync({ retentionDays: 3650 });
    assert.deepEqual(sync.days(), [['rep', '2026-11-18', 1]]);
    assert.deepEqual(await sync.jobs(), [
      'Usage_Day__c upsert Aborted',
      'Usage_Day__c upsert JobComplete',
      'Usage_Batch__c update JobComplete'
    ]);
  });
});

test('16 a run killed while its job is under way: the next one waits for that job and sends nothing twice', async () => {
  await withSyncOrg(async (sync) => {
    sync.send('rep');
    sync.faults.add({ kind: 'slowAnswer', milliseconds: NEVER, path: `${INGEST}/*`, method: 'GET' });
    await killed(sync, 'SIGKILL', () => sync.faults.list()[0]?.met === 1);
    outwaitLease(sync);
    const { days } = await sync.sync({ retentionDays: 3650 });
    assert.deepEqual([days.computed, days.saved], [1, 0]);
    assert.deepEqual(sync.days(), [['rep', '2026-11-18', 1]]);
    assert.deepEqual(await sync.jobs(), [
      'Usage_Day__c upsert JobComplete',
      'Usage_Batch__c update JobComplete'
    ]);
  });
});

test('21 the daily API limit is near: the run stops before it and the next one goes on', async () => {
  await withSyncOrg(async ({ org, send, sync, batches, days, rows }) => {
    send('rep');
    const reserve = org.apiUsage.limit - org.apiUsage.used() - 12;
    await assert.rejects(sync({ apiReserve: reserve }), {
      code: 'API_LIMIT',
      message: `The org has ${reserve} API requests left for today; ${reserve} are kept for others.`
    });
    assert.deepEqual(batches(), [['Pending', null]]);
    assert.deepEqual(rows('SELECT "Status__c", "Message__c", "Lock_Key__c" FROM "Sync_Run__c"'), [
      ['Stopped', `The org has ${reserve} API requests left for today; ${reserve} are kept for others.`, null]
    ]);
    await sync();
    assert.deepEqual(days(), [['rep', '2026-11-18', 1]]);
  });
});

test('22 two sync runs at once: the second refuses, and totals stay right', async () => {
  await withSyncOrg(async ({ send, sync, days, rows }) => {
    send('rep');
    const outcomes = await Promise.allSettled([sync(), sync()]);
    const codes = outcomes.map((one) =>
      one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code
    );
    assert.deepEqual(codes.toSorted(), ['LOCKED', 'done']);
    assert.deepEqual(days(), [['rep', '2026-11-18', 1]]);
    assert.deepEqual(rows('SELECT "Status__c", "Lock_Key__c" FROM "Sync_Run__c"'), [['Succeeded', null]]);
  });
});

test('23 SIGTERM: the run ends in order, exit code 4, and the next one goes on', async () => {
  await withSyncOrg(async (sync) => {
    sync.send('rep');
    const { code, stderr } = await killed(sync, 'SIGTERM', (log) => log.includes('Read waiting batches'));
    assert.equal(code, 4, stderr);
    assert.match(stderr, /Error \(STOPPED\): Stopped on request/);
    assert.deepEqual(sync.rows('SELECT "Status__c", "Lock_Key__c" FROM "Sync_Run__c"'), [['Stopped', null]]);
    await sync.sync();
    assert.deepEqual(sync.days(), [['rep', '2026-11-18', 1]]);
    assert.deepEqual(sync.batches(), [['Processed', null]]);
  });
});
