import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readStatus, statusText } from '../run/status.ts';
import { anEvent, NOW } from '../testing/an-event.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { findUser } from './find-user.ts';

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-people-'));
  await work(folder).finally(() => rm(folder, { recursive: true }));
}

test('an export holds what is recorded about one person, and only its owner may open the file', async () => {
  await withSyncOrg(async ({ send, sync, withContext }) => {
    const event = anEvent();
    send('rep', { events: [event] });
    send('rep2');
    await sync();
    await inFolder(async (folder) => {
      const file = join(folder, 'robin.json');
      await withContext(async (context) =>
        exportPerson(context, await findUser(context.client, 'rep@caddie.example'), file)
      );
      const exported = JSON.parse(await readFile(file, 'utf8')) as {
        user: { username: string };
        exportedAt: string;
        batches: { Events__c: string }[];
        days: { Day__c: string; Event_Count__c: string }[];
      };
      assert.deepEqual([exported.user.username, exported.exportedAt], ['rep@caddie.example', NOW]);
      assert.deepEqual(
        exported.batches.map(({ Events__c }) => JSON.parse(Events__c) as unknown),
        [event]
      );
      assert.deepEqual(
        exported.days.map(({ Day__c }) => Day__c),
        ['2026-11-18']
      );
      assert.equal((await stat(file)).mode & 0o777, 0o600);
    });
  });
});

test('an erasure takes batches and days of one person, and leaves a receipt', async () => {
  await withSyncOrg(async ({ send, sync, withContext, days, batches, userId }) => {
    send('rep');
    send('rep2');
    await sync();
    send('rep');
    await inFolder(async (folder) => {
      const file = join(folder, 'receipt.json');
      await withContext(async (context) =>
        erasePerson(context, await findUser(context.client, userId('rep')), file)
      );
      const receipt = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      assert.deepEqual(
        [receipt['user'], receipt['erasedAt'], receipt['batches'], receipt['days']],
        [{ id: userId('rep'), username: 'rep@caddie.example' }, NOW, 2, 1]
      );
    });
    assert.deepEqual(days(), [['rep2', '2026-11-18', 1]]);
    assert.deepEqual(batches(), [['Processed', null]]);
  });
});

test('a rep who asked for it is erased by the next run and reads the receipt on their own record', async () => {
  await withSyncOrg(async ({ org, send, sync, days, rows, userId }) => {
    send('rep');
    await sync();
    const saved = org.records.create(org.user(userId('rep')), 'Guidance_Preference__c', {
      User_Key__c: userId('rep'),
      Erasure_Requested_At__c: NOW
    });
    assert.ok(saved.success, JSON.stringify(saved));
    const { erased } = await sync();
    assert.deepEqual(erased, [{ userId: userId('rep'), batches: 1, days: 1 }]);
    assert.deepEqual(days(), []);
    assert.deepEqual(
      rows(
        'SELECT "Erasure_Requested_At__c", "Erased_At__c", "Erasure_Receipt__c" FROM "Guidance_Preference__c"'
      ),
      [[null, NOW, '1 batch and 1 day were erased on 2026-11-18.']]
    );
    assert.deepEqual((await sync()).erased, []);
  });
});

test('a user that the org does not have is named', async () => {
  await withSyncOrg(async ({ withContext }) => {
    await assert.rejects(
      withContext(({ client }) => findUser(client, "o'hara@caddie.example")),
      { code: 'UNKNOWN_USER', message: "The org has no user 'o'hara@caddie.example'." }
    );
  });
});

test('status says what waits, what is quarantined and how the last run went', async () => {
  await withSyncOrg(async ({ send, sync, withContext }) => {
    const status = async () => statusText(await withContext(({ client }) => readStatus(client)));
    assert.equal(await status(), 'No batch waits.\nNo run yet.');
    send('rep', { events: [anEvent(), '{'] });
    await sync();
    send('rep2');
    assert.equal(
      await status(),
      '1 batch waits, the oldest since 2026-11-18 12:00.\n1 batch is quarantined.\nLast runs:\n' +
        '  SR-000001  2026-11-18 12:00  usage  Succeeded: 1 event counted'
    );
  });
});
