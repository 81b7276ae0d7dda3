import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { killSpawned, spawnCaddie } from '../../lib/spawn-caddie.ts';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { committeeCommand } from './committee-command.ts';

const NEVER = 600_000;

after(killSpawned);

test('a run killed in its upload: the next one ends its job and writes everything once', async () => {
  await withSyncOrg(async (sync) => {
    const { url, org, userId, stateDir, faults } = sync;
    const account = createAs(sync, 'admin', 'Account', { Name: 'Acme' });
    const ContactId = createAs(sync, 'admin', 'Contact', { LastName: 'Person', AccountId: account });
    const OpportunityId = createAs(sync, 'admin', 'Opportunity', {
      Name: 'Deal',
      StageName: 'Closed Won',
      CloseDate: '2026-11-10',
      AccountId: account
    });
    createAs(sync, 'admin', 'OpportunityContactRole', { OpportunityId, ContactId, Role: 'Evaluator' });
    faults.add({
      kind: 'slowAnswer',
      milliseconds: NEVER,
      path: '/services/data/v66.0/jobs/ingest/*/batches',
      method: 'PUT'
    });
    const args = ['sync', 'committee', '--api-reserve', '0', '--state-dir', stateDir, '--instance-url', url];
    const killed = spawnCaddie(args, { CADDIE_ACCESS_TOKEN: org.sessions.issue(userId('integration')) });
    while (faults.list()[0]?.met !== 1) await setTimeout(5);
    killSpawned();
    assert.equal((await killed.finished).code, null);

    // The clock of a killed process is the machine's: to be behind its lease, this one has to be too.
    sync.advance(Math.max(0, Date.now() - org.now().getTime()) + 16 * 60_000);
    await sync.withContext((context) => committeeCommand(context, {}), { command: 'committee' });
    assert.deepEqual(sync.rows('SELECT "Pattern_Key__c", "Won_Deals__c" FROM "Committee_Pattern__c"'), [
      ['All|Evaluator', 1]
    ]);
    assert.deepEqual(sync.rows('SELECT "Status__c", "Lock_Key__c" FROM "Sync_Run__c" ORDER BY "Id"'), [
      ['Failed', null],
      ['Succeeded', null]
    ]);
    assert.deepEqual(await sync.jobs(), [
      'Committee_Pattern__c upsert Aborted',
      'Committee_Pattern__c upsert JobComplete'
    ]);
  });
});
