import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEvent } from './testing/an-event.ts';
import { withSyncOrg } from './testing/sync-org.ts';

const CLOSE = { path: '/services/data/v66.0/jobs/ingest/*', method: 'PATCH' };
const HOUR = 3_600_000;

test('17 part of the rows are locked: only those are sent again', async () => {
  await withSyncOrg(async ({ send, sync, faults, days, jobs, batches }) => {
    for (const persona of ['rep', 'rep2', 'manager']) send(persona);
    faults.add({ kind: 'recordsRefused', every: 2, ...CLOSE });
    const { days: counts } = await sync();
    assert.deepEqual(counts, { computed: 3, saved: 3, refused: 0 });
    assert.equal(days().length, 3);
    assert.deepEqual(batches(), Array(3).fill(['Processed', null]));
    assert.deepEqual(await jobs(), [
      'Usage_Day__c upsert JobComplete',
      'Usage_Day__c upsert JobComplete',
      'Usage_Batch__c update JobComplete'
    ]);
  });
});

test('17 part of the rows are refused: their batches are quarantined with the reason, the others go on', async () => {
  await withSyncOrg(async ({ send, sync, faults, days, batches, jobs }) => {
    send('rep');
    send('rep2');
    faults.add({
      kind: 'recordsRefused',
      first: 1,
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Not today',
      ...CLOSE
    });
    const { days: counts, quarantined, equation } = await sync();
    assert.deepEqual([counts.refused, quarantined, equation.holds], [1, 1, true]);
    assert.deepEqual(days(), [['rep2', '2026-11-18', 1]]);
    assert.deepEqual(batches(), [
      ['Quarantined', 'Its day could not be stored: FIELD_CUSTOM_VALIDATION_EXCEPTION:Not today:--'],
      ['Processed', null]
    ]);
    assert.equal((await jobs()).length, 2);
  });
});

test('19 poison batches: quarantined with their reasons and counted, the rest goes on', async () => {
  await withSyncOrg(async ({ send, sync, days, batches }) => {
    send('rep', { events: ['{not JSON', anEvent()] });
    send('rep', { formatVersion: 9, events: [anEvent()] });
    send('rep', { events: Array.from({ length: 501 }, () => '{}') });
    send('rep', { events: [anEvent()], count: 2 });
    send('rep', { events: [] });
    send('rep2');
    const { quarantined, processed, equation } = await sync();
    assert.deepEqual([quarantined, processed], [5, 1]);
    assert.equal(
      equation.text,
      '506 lines = 3 counted + 0 duplicates + 503 unreadable + 0 too late + 0 of other days'
    );
    assert.deepEqual(days(), [
      ['rep', '2026-11-18', 2],
      ['rep2', '2026-11-18', 1]
    ]);
    assert.deepEqual(batches(), [
      ['Quarantined', 'Line 1: it is not JSON.'],
      ['Quarantined', 'The format version is 9; this reader knows 1.'],
      ['Quarantined', 'It is too large: it has 501 lines, at most 500 are read.'],
      ['Quarantined', 'It says that it has 2 events; it has 1 lines.'],
      ['Quarantined', 'The batch has no events.'],
      ['Processed', null]
    ]);
  });
});

test('20 late events: their day is computed again, correctly', async () => {
  await withSyncOrg(async ({ send, sync, days, advance }) => {
    send('rep', { events: [anEvent(), anEvent()] });
    await sync();
    advance(7 * 24 * HOUR);
    // The laptop woke up: one event of last week, one of today.
    send('rep', { events: [anEvent(), anEvent({ at: '2026-11-25T12:00:00Z' })] });
    const { equation } = await sync();
    assert.deepEqual(days(), [
      ['rep', '2026-11-18', 3],
      ['rep', '2026-11-25', 1]
    ]);
    assert.equal(
      equation.text,
      '4 lines = 4 counted + 0 duplicates + 0 unreadable + 0 too late + 0 of other days'
    );
  });
});

test('20 events of a day whose batches were deleted: said to be too late, the day keeps its numbers', async () => {
  await withSyncOrg(async ({ send, sync, days, batches, advance }) => {
    send('rep', { events: [anEvent(), anEvent()] });
    await sync();
    advance(40 * 24 * HOUR);
    assert.equal((await sync()).purged, 1);
    assert.deepEqual(batches(), []);
    send('rep', { events: [anEvent(), anEvent({ at: '2026-12-27T12:00:00Z' })] });
    const { equation } = await sync();
    assert.deepEqual([equation.late, equation.counted, equation.holds], [1, 1, true]);
    assert.deepEqual(days(), [
      ['rep', '2026-11-18', 2],
      ['rep', '2026-12-27', 1]
    ]);
  });
});

test('11 a clock that is off by hours: the day is corrected by the clock of the org', async () => {
  await withSyncOrg(async ({ send, sync, days }) => {
    send('rep', { sentAt: '2026-11-19T20:00:00Z', events: [anEvent({ at: '2026-11-19T19:00:00Z' })] });
    await sync();
    assert.deepEqual(days(), [['rep', '2026-11-18', 1]]);
  });
});

test('4 an event that was sent twice counts once', async () => {
  await withSyncOrg(async ({ send, sync, days }) => {
    const event = anEvent();
    send('rep', { events: [event, anEvent()] });
    await sync();
    send('rep', { events: [event] });
    const { equation } = await sync();
    assert.equal(equation.duplicates, 1);
    assert.deepEqual(days(), [['rep', '2026-11-18', 2]]);
  });
});
