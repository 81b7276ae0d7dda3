import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { acceptTarget, engage, publishRule, signLevel } from './testing/agreement.ts';
import { account, clocks, COMMITMENTS, IN_RETAIL, KPIS, TOUCHED } from './testing/clocks.ts';

test('a second run changes nothing', async () => {
  await withSyncOrg(async (sync) => {
    signLevel(sync);
    publishRule(sync, 'MQA', 1, IN_RETAIL);
    acceptTarget(sync, account(sync));
    await clocks(sync);
    const stamps = () =>
      ['Qualification__c', 'Target_Account__c', 'Commitment__c', 'Kpi_Week__c'].map((object) =>
        sync.rows(`SELECT "Id", "SystemModstamp" FROM "${object}" ORDER BY 1`)
      );
    const before = stamps();
    sync.advance(60_000);
    const { result } = await clocks(sync);
    assert.deepEqual(
      result.objects.map(({ saved, deleted }) => [saved, deleted]),
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0]
      ]
    );
    assert.deepEqual(stamps(), before);
  });
});

test('KPIs of the week count accepted accounts, and say of how many', async () => {
  await withSyncOrg(async (sync) => {
    publishRule(sync, 'MQA', 1, TOUCHED);
    const [busy, deal, quiet] = ['Busy', 'With a deal', 'Quiet'].map((name) =>
      account(sync, name, { OwnerId: sync.userId('rep') })
    );
    [busy, deal, quiet].forEach((id) => acceptTarget(sync, id!));
    engage(sync, busy!, 5, 2);
    engage(sync, quiet!, 0, 0);
    createAs(sync, 'admin', 'Opportunity', {
      Name: 'Open',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      AccountId: deal,
      Amount: 1200.5
    });
    createAs(sync, 'rep', 'Opportunity', {
      Name: 'Elsewhere',
      StageName: 'Closed Lost',
      CloseDate: '2026-11-02',
      AccountId: quiet,
      Solved_Elsewhere__c: true,
      Referred_To__c: 'A partner'
    });
    await clocks(sync);
    assert.deepEqual(sync.rows(KPIS), [
      ['Coverage', 1, 2],
      ['Awareness', 2, 3],
      ['Engagement', 2, 3],
      ['MQA', 2, 3],
      ['SQA', 1, 3],
      ['Opportunity', 1, 3],
      ['Pipeline', 1200.5, 1],
      ['Referrals', 1, 1]
    ]);
    assert.deepEqual(
      sync.rows('SELECT "Tier__c", count(*), min("Kpi_Key__c") FROM "Kpi_Week__c" GROUP BY 1'),
      [
        ['1', 8, 'Awareness|1|2026-11-16'],
        ['All', 8, 'Awareness|All|2026-11-16']
      ]
    );
  });
});

test('a dry run at another moment says what would happen then, and writes nothing', async () => {
  await withSyncOrg(async (sync) => {
    signLevel(sync);
    publishRule(sync, 'MQA', 1, IN_RETAIL);
    acceptTarget(sync, account(sync));
    await clocks(sync);
    const { human } = await clocks(sync, { dryRun: true, now: new Date('2026-11-19T12:00:01Z') });
    assert.match(
      human,
      /^1 target account at 2026-11-19T12:00:01.000Z\.\nAcme: missed, A first call with the account\n/
    );
    assert.match(human, /\nCommitment__c: 1 computed, 1 would be written, 0 would be deleted\.\n/);
    assert.deepEqual(sync.rows(COMMITMENTS)[0]?.[0], 'Open');
  });
});

test('a rule or hours that cannot be read are named, and the rest goes on', async () => {
  await withSyncOrg(async (sync) => {
    publishRule(sync, 'SQA', 1, IN_RETAIL);
    publishRule(sync, 'MQA', 1, [{ field: 'Industry', operator: 'resembles', value: 'Retail' }]);
    signLevel(sync, { Level_Key__c: 'broken-1', Business_Hours__c: '{}' });
    signLevel(sync, { Level_Key__c: 'whole-1', Starts_When__c: 'SQA reached' });
    acceptTarget(sync, account(sync));
    const { human } = await clocks(sync);
    assert.match(human, /\nMQA-1 cannot be read: Item 1: the operator "resembles" is unknown\. /);
    assert.match(human, /\nbroken-1 starts nothing: "timeZone" is an IANA name /);
    assert.deepEqual(sync.rows('SELECT "Started_By__c" FROM "Commitment__c"'), [
      ['SQA reached by rule SQA-1']
    ]);
  });
});
