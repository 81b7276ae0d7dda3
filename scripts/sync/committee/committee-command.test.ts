import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import type { SyncOrg } from '../testing/sync-org.ts';
import { committeeCommand } from './committee-command.ts';

const PATTERNS = `SELECT "Pattern_Key__c", "Won_Deals__c", "Deals_With_Role__c", "Lost_Deals__c", "Lost_Deals_With_Role__c"
  FROM "Committee_Pattern__c" WHERE "IsDeleted" = 0 ORDER BY 1`;

function committee({ withContext }: SyncOrg, options: { dryRun?: boolean } = {}) {
  return withContext((context) => committeeCommand(context, options), { command: 'committee' });
}

/** A closed deal with these roles, at an account of this industry. */
function deal(sync: SyncOrg, stage: string, industry: string | null, roles: string[]): string {
  const account = createAs(sync, 'admin', 'Account', {
    Name: `Of ${industry ?? 'no industry'}`,
    Industry: industry
  });
  const contact = createAs(sync, 'admin', 'Contact', { LastName: 'Person', AccountId: account });
  const id = createAs(sync, 'admin', 'Opportunity', {
    Name: `${stage} deal`,
    StageName: stage,
    CloseDate: '2026-11-10',
    AccountId: account
  });
  for (const Role of roles) {
    createAs(sync, 'admin', 'OpportunityContactRole', { OpportunityId: id, ContactId: contact, Role });
  }
  return id;
}

test('patterns of won and lost deals are stored by segment; open deals do not count', async () => {
  await withSyncOrg(async (sync) => {
    deal(sync, 'Closed Won', 'Retail', ['Economic Buyer', 'Evaluator']);
    deal(sync, 'Closed Won', null, ['Economic Buyer']);
    deal(sync, 'Closed Lost', 'Retail', ['Evaluator']);
    deal(sync, 'Prospecting', 'Retail', ['Evaluator']);
    const { result, human } = await committee(sync);
    assert.deepEqual(sync.rows(PATTERNS), [
      ['All|Economic Buyer', 2, 2, 1, 0],
      ['All|Evaluator', 2, 1, 1, 1],
      ['Industry: Retail|Economic Buyer', 1, 1, 1, 0],
      ['Industry: Retail|Evaluator', 1, 1, 1, 1]
    ]);
    assert.deepEqual(
      sync.rows(
        'SELECT "Run_Key__c", "Command__c", "Status__c", "Equation__c", "Equation_Holds__c", "Saved_Count__c", "Lock_Key__c" FROM "Sync_Run__c"'
      ),
      [[result.run, 'committee', 'Succeeded', result.equation.text, 1, 4, null]]
    );
    assert.match(
      human,
      /^4 roles in 2 segments\.\nCommittee_Pattern__c: 4 computed, 4 written, 0 deleted\.\n7 rows = 2 won deals \+ 1 lost deals \+ 4 roles /
    );
  });
});

test('a second run changes nothing; a pattern that is no longer true is deleted', async () => {
  await withSyncOrg(async (sync) => {
    deal(sync, 'Closed Won', 'Retail', ['Evaluator']);
    const lost = deal(sync, 'Closed Lost', 'Media', ['Influencer']);
    await committee(sync);
    const stamps = () => sync.rows('SELECT "Id", "SystemModstamp" FROM "Committee_Pattern__c" ORDER BY "Id"');
    const before = stamps();
    sync.advance(60_000);
    const again = await committee(sync);
    assert.deepEqual([again.result.objects[0]?.saved, stamps()], [0, before]);
    sync.org.records.delete(sync.org.user(sync.userId('admin')), 'Opportunity', lost);
    await committee(sync);
    assert.deepEqual(sync.rows(PATTERNS), [
      ['All|Evaluator', 1, 1, 0, 0],
      ['Industry: Retail|Evaluator', 1, 1, 0, 0]
    ]);
  });
});

test('a dry run says what would change, takes no lock and writes nothing', async () => {
  await withSyncOrg(async (sync) => {
    deal(sync, 'Closed Won', null, ['Evaluator']);
    const { result, human } = await committee(sync, { dryRun: true });
    assert.equal(result.run, null);
    assert.match(
      human,
      /^1 role in 1 segment\.\nCommittee_Pattern__c: 1 computed, 1 would be written, 0 would be deleted\.\n/
    );
    assert.match(human, /\nDry run: nothing was written\.$/);
    assert.deepEqual([sync.rows(PATTERNS), sync.rows('SELECT 1 FROM "Sync_Run__c"')], [[], []]);
  });
});

test('two runs at once: the second refuses; a run of usage goes on beside it', async () => {
  await withSyncOrg(async (sync) => {
    createAs(sync, 'integration', 'Sync_Run__c', {
      Run_Key__c: 'another',
      Lock_Key__c: 'committee',
      Lease_Until__c: '2026-11-18T12:10:00Z',
      Started_At__c: '2026-11-18T11:55:00Z'
    });
    await assert.rejects(committee(sync), {
      code: 'LOCKED',
      message: 'Another run of sync committee is at work since 2026-11-18T11:55:00.000Z.'
    });
    assert.equal((await sync.sync()).batches, 0);
  });
});

test('a pattern that the org refuses is counted and named, and the others are written', async () => {
  await withSyncOrg(async (sync) => {
    // A segment has 120 characters.
    deal(sync, 'Closed Won', 'x'.repeat(121), ['Evaluator']);
    const { result, human } = await committee(sync);
    assert.deepEqual(sync.rows(PATTERNS), [['All|Evaluator', 1, 1, 0, 0]]);
    assert.match(
      human,
      /\nCommittee_Pattern__c: 2 computed, 1 written, 0 deleted, 1 refused by the org\.\n {2}The first refused is Industry: x+\|Evaluator: STRING_TOO_LONG:/
    );
    assert.equal(result.objects[0]?.refused.length, 1);
    assert.deepEqual(
      sync.rows('SELECT "Status__c", "Saved_Count__c", "Refused_Count__c" FROM "Sync_Run__c"'),
      [['Succeeded', 1, 1]]
    );
  });
});

test('a run that stops before the daily API limit says so, gives the lock back, and the next one goes on', async () => {
  await withSyncOrg(async (sync) => {
    deal(sync, 'Closed Won', null, ['Evaluator']);
    const { limit, used } = sync.org.apiUsage;
    const stopped = sync.withContext((context) => committeeCommand(context, {}), {
      command: 'committee',
      apiReserve: limit - used() - 8
    });
    await assert.rejects(stopped, { code: 'API_LIMIT' });
    assert.deepEqual(sync.rows('SELECT "Status__c", "Lock_Key__c" FROM "Sync_Run__c"'), [['Stopped', null]]);
    await committee(sync);
    assert.deepEqual(sync.rows(PATTERNS), [['All|Evaluator', 1, 1, 0, 0]]);
  });
});
