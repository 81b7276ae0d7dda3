import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anEvent, withSyncOrg } from '../testing/sync-org.ts';

test('a waiting batch becomes a day of its person and is marked as counted', async () => {
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
