import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEvent } from '../testing/an-event.ts';
import { withSyncOrg } from '../testing/sync-org.ts';

const HOUR = 3_600_000;
const WEEKS = `SELECT "Week__c", "Cohort__c", "Guidance_Key__c", "People_Count__c", "Event_Count__c", "Includes_Smaller__c"
  FROM "Adoption_Week__c" WHERE "IsDeleted" = 0 ORDER BY 2`;

test('a waiting batch becomes days of its person and is marked as counted', async () => {
  await withSyncOrg(async ({ send, sync, rows, userId }) => {
    send('rep', {
      events: [anEvent(), anEvent({ type: 'helpful' }), anEvent({ at: '2026-11-18T02:00:00Z' })]
    });
    const result = await sync();
    const rep = userId('rep');
    assert.deepEqual(
      rows(
        'SELECT "OwnerId", "Day_Key__c", "Day__c", "Event_Count__c", "Opened_Count__c", "Helpful_Count__c" FROM "Usage_Day__c" ORDER BY "Day__c"'
      ),
      [
        [rep, `${rep}:2026-11-17:agree-the-close-plan`, '2026-11-17', 1, 1, 0],
        [rep, `${rep}:2026-11-18:agree-the-close-plan`, '2026-11-18', 2, 1, 1]
      ]
    );
    assert.deepEqual(rows('SELECT "Status__c", "Time_Zone__c" FROM "Usage_Batch__c"'), [
      ['Processed', 'America/Los_Angeles']
    ]);
    assert.equal(
      result.equation.text,
      '3 lines = 3 counted + 0 duplicates + 0 unreadable + 0 too late + 0 of other days'
    );
  });
});

test('the run’s record says what it read and wrote, and the API requests that it made', async () => {
  await withSyncOrg(async ({ org, send, sync, rows }) => {
    send('rep', { dropped: 4 });
    const before = org.apiUsage.used();
    const { run } = await sync();
    assert.deepEqual(
      rows(
        'SELECT "Run_Key__c", "Status__c", "Equation_Holds__c", "Batch_Count__c", "Processed_Count__c", "Counted_Count__c", "Dropped_Count__c", "Api_Call_Count__c" FROM "Sync_Run__c"'
      ),
      [[run, 'Succeeded', 1, 1, 1, 1, 4, org.apiUsage.used() - before]]
    );
  });
});

test('a person who moves keeps their events in the days in which they were counted', async () => {
  await withSyncOrg(async ({ org, send, sync, days }) => {
    send('rep', { events: [anEvent({ at: '2026-11-18T02:00:00Z' })] });
    await sync();
    org.store.run(
      `UPDATE "User" SET "TimeZoneSidKey" = 'Asia/Tokyo' WHERE "Username" = 'rep@caddie.example'`
    );
    send('rep', { events: [anEvent({ at: '2026-11-18T03:00:00Z' })] });
    await sync({ since: '2026-11-16' });
    assert.deepEqual(days(), [
      ['rep', '2026-11-17', 1],
      ['rep', '2026-11-18', 1]
    ]);
  });
});

test('five people of a role become a group; a sixth alone in another role is not told of', async () => {
  await withSyncOrg(async ({ send, sync, rows }) => {
    for (const persona of ['rep', 'rep2', 'extra1', 'extra2', 'author']) send(persona);
    await sync();
    assert.deepEqual(rows(WEEKS), []);
    send('extra3');
    await sync();
    assert.deepEqual(rows(WEEKS), [['2026-11-16', 'Rep West', 'agree-the-close-plan', 5, 5, 0]]);
  });
});

test('four people of a role and their manager become a group of the manager’s role', async () => {
  await withSyncOrg(async ({ send, sync, rows }) => {
    for (const persona of ['rep', 'rep2', 'extra1', 'extra2', 'manager']) send(persona);
    await sync();
    assert.deepEqual(rows(WEEKS), [['2026-11-16', 'Sales Manager West', 'agree-the-close-plan', 5, 5, 1]]);
  });
});

test('a group that falls below five people is deleted', async () => {
  await withSyncOrg(async ({ send, sync, rows, userId }) => {
    for (const persona of ['rep', 'rep2', 'extra1', 'extra2', 'extra3']) send(persona);
    await sync();
    assert.equal(rows(WEEKS).length, 1);
    await sync({ erase: [userId('extra3')] });
    assert.deepEqual(rows(WEEKS), []);
  });
});

test('a dry run says what would change and writes nothing', async () => {
  await withSyncOrg(async ({ send, sync, days, batches, rows }) => {
    send('rep');
    const { run, days: counts, equation } = await sync({ dryRun: true });
    assert.deepEqual([run, counts, equation.counted], [null, { computed: 1, saved: 1, refused: 0 }, 1]);
    assert.deepEqual([days(), batches(), rows('SELECT 1 FROM "Sync_Run__c"')], [[], [['Pending', null]], []]);
  });
});

test('batches are deleted after the retention period, never a waiting or quarantined one', async () => {
  await withSyncOrg(async ({ send, sync, batches, advance, days }) => {
    send('rep');
    send('rep', { events: ['{'] });
    await sync();
    advance(34 * 24 * HOUR);
    assert.equal((await sync()).purged, 0);
    advance(2 * 24 * HOUR);
    assert.equal((await sync()).purged, 1);
    assert.deepEqual(batches(), [['Quarantined', 'Line 1: it is not JSON.']]);
    assert.deepEqual(days(), [['rep', '2026-11-18', 1]]);
  });
});

test('a rep reads their own days, nobody else’s, and a manager reads none of theirs', async () => {
  await withSyncOrg(async ({ org, send, sync, url, userId }) => {
    send('rep');
    await sync();
    const read = async (persona: string): Promise<unknown> => {
      const query = encodeURIComponent('SELECT Day__c, Event_Count__c FROM Usage_Day__c');
      const answer = await fetch(`${url}/services/data/v66.0/query?q=${query}`, {
        headers: { Authorization: `Bearer ${org.sessions.issue(userId(persona))}` }
      });
      return ((await answer.json()) as { totalSize: number }).totalSize;
    };
    assert.deepEqual([await read('rep'), await read('rep2'), await read('manager')], [1, 0, 0]);
  });
});
