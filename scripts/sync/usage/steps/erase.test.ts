import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSyncOrg } from '../../testing/sync-org.ts';

test('a request on a record that names somebody else erases nothing', () =>
  withSyncOrg(async ({ org, send, sync, userId, batches }) => {
    send('rep2');
    const robin = org.user(userId('rep'));
    const saved = org.records.create(robin, 'Guidance_Preference__c', {
      User_Key__c: userId('rep'),
      Erasure_Requested_At__c: '2026-11-18T10:00:00.000Z'
    });
    assert.equal(saved.success, true);
    // A rule of the org refuses this; an org in which somebody switched it off does not.
    org.store.run(`UPDATE "Guidance_Preference__c" SET "User_Key__c" = '${userId('rep2')}'`);
    const { erased } = await sync();
    assert.deepEqual(erased, []);
    assert.equal(batches().length, 1);
  }));
