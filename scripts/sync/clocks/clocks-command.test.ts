import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import type { SyncOrg } from '../testing/sync-org.ts';
import { clocksCommand } from './clocks-command.ts';
import type { ClocksOptions } from './clocks-command.ts';
import { acceptTarget, engage, publishRule, signLevel, supersede } from './testing/agreement.ts';

const HOUR = 3_600_000;
const IN_RETAIL = [{ field: 'Industry', operator: 'equals', value: 'Retail' }];
const TOUCHED = [{ field: 'Facts.Touches13Weeks', operator: 'greaterOrEqual', value: 5 }];

const VERDICTS = `SELECT substr("Qualification_Key__c", 20), "Verdict__c", "Rule_Version__c", "Criteria_Met__c"
  FROM "Qualification__c" ORDER BY 1`;
const COMMITMENTS = `SELECT "Status__c", "Due_At__c", "Started_By__c", "Escalated_At__c"
  FROM "Commitment__c" ORDER BY "Due_At__c", "Commitment_Key__c"`;
const JOURNEYS = 'SELECT "Version__c", "Journey__c", "Journey_Since__c" FROM "Target_Account__c" ORDER BY 1';
const KPIS = `SELECT "Kpi__c", "Value__c", "Of__c" FROM "Kpi_Week__c" WHERE "Tier__c" = 'All' ORDER BY "Id"`;

function clocks({ withContext }: SyncOrg, options: ClocksOptions = {}) {
  return withContext((context) => clocksCommand(context, options), { command: 'clocks' });
}

function account(sync: SyncOrg, Name = 'Acme', values: Record<string, unknown> = {}): string {
  return createAs(sync, 'admin', 'Account', { Name, Industry: 'Retail', ...values });
}

test('an account that meets the rule is an MQA, and sales owes a call within eight hours of Berlin', async () => {
  await withSyncOrg(async (sync) => {
    // Wednesday 13:00 there; Thursday is a holiday: four hours today, four on Friday.
    signLevel(sync, { Holidays__c: '["2026-11-19"]' });
    const rule = publishRule(sync, 'MQA', 3, IN_RETAIL);
    const id = account(sync);
    acceptTarget(sync, id);
    const { human } = await clocks(sync);
    assert.deepEqual(sync.rows(VERDICTS), [
      [
        'MQA-3',
        'Met',
        3,
        '[{"field":"Industry","operator":"equals","value":"Retail","actual":"Retail","met":true}]'
      ]
    ]);
    assert.deepEqual(sync.rows(JOURNEYS), [[1, 'MQA', '2026-11-18T12:00:00.000Z']]);
    assert.deepEqual(sync.rows(COMMITMENTS), [
      ['Open', '2026-11-20T12:00:00.000Z', 'MQA reached by rule MQA-3', null]
    ]);
    assert.deepEqual(
      sync.rows('SELECT "Commitment_Key__c", "Responsible__c", "What__c" FROM "Commitment__c"'),
      [[`first-call-1:${rule}-${id}`, sync.userId('rep'), 'A first call with the account']]
    );
    assert.match(
      human,
      /^1 target account at 2026-11-18T12:00:00.000Z\.\nAcme: Target → MQA\nAcme: owed now, A first call with the account\n/
    );
    assert.match(
      human,
      /\n2 verdicts and commitments = 1 met \+ 0 not met \+ 0 undecided \+ 1 open \+ 0 accepted /
    );
  });
});

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

test('done in time is met, not done is missed, and the second miss in a row reaches the executive', async () => {
  await withSyncOrg(async (sync) => {
    const level = signLevel(sync);
    const id = account(sync);
    const owed = (key: string, Due_At__c: string, values: Record<string, unknown> = {}): void => {
      createAs(sync, 'integration', 'Commitment__c', {
        Account__c: id,
        Commitment_Key__c: key,
        Service_Level__c: level,
        Owed_By__c: 'Sales',
        What__c: key,
        Status__c: 'Open',
        Due_At__c,
        ...values
      });
    };
    owed('missed first', '2026-11-11T10:00:00Z');
    owed('done in time', '2026-11-12T10:00:00Z', {
      Status__c: 'Accepted',
      Done_At__c: '2026-11-12T10:00:00Z'
    });
    owed('done late', '2026-11-13T10:00:00Z', { Done_At__c: '2026-11-13T10:00:01Z' });
    owed('refused', '2026-11-16T10:00:00Z', { Status__c: 'Refused', Refusal_Reason__c: 'No such person' });
    owed('missed again', '2026-11-17T10:00:00Z');
    owed('due now', '2026-11-18T12:00:00Z');
    const { result } = await clocks(sync);
    assert.deepEqual(
      sync.rows(
        'SELECT "Commitment_Key__c", "Status__c", "Escalated_At__c" FROM "Commitment__c" ORDER BY "Due_At__c"'
      ),
      [
        ['missed first', 'Missed', null],
        ['done in time', 'Met', null],
        ['done late', 'Missed', null],
        ['refused', 'Refused', null],
        ['missed again', 'Missed', '2026-11-18T12:00:00.000Z'],
        ['due now', 'Open', null]
      ]
    );
    assert.deepEqual(
      sync.rows('SELECT DISTINCT "Escalated_To__c" FROM "Commitment__c" WHERE "Escalated_At__c" IS NOT NULL'),
      [[sync.userId('manager')]]
    );
    assert.deepEqual(
      [result.met, result.missed, result.escalated],
      [['done in time'], ['missed first', 'done late', 'missed again'], ['missed again']]
    );
    // A later miss does not change when the earlier one was escalated.
    sync.advance(1000);
    assert.deepEqual((await clocks(sync)).result.escalated, ['due now']);
  });
});

test('a new version of a rule gives new verdicts; the old one keeps its own and starts nothing again', async () => {
  await withSyncOrg(async (sync) => {
    signLevel(sync);
    publishRule(sync, 'MQA', 1, IN_RETAIL);
    acceptTarget(sync, account(sync));
    await clocks(sync);
    sync.advance(HOUR);
    publishRule(sync, 'MQA', 2, [
      ...IN_RETAIL,
      { field: 'Facts.Tier', operator: 'equals', value: ['1', '2'] }
    ]);
    await clocks(sync);
    assert.deepEqual(
      sync.rows(VERDICTS).map(([key, verdict, version]) => [key, verdict, version]),
      [
        ['MQA-1', 'Met', 1],
        ['MQA-2', 'Met', 2]
      ]
    );
    assert.equal(sync.rows(COMMITMENTS).length, 1);
    // The place did not change, so neither did the day since when.
    assert.deepEqual(sync.rows(JOURNEYS), [[1, 'MQA', '2026-11-18T12:00:00.000Z']]);
  });
});

test('what is unknown decides nothing and moves nobody', async () => {
  await withSyncOrg(async (sync) => {
    publishRule(sync, 'MQA', 1, TOUCHED);
    const id = account(sync);
    acceptTarget(sync, id);
    const { human, result } = await clocks(sync);
    assert.deepEqual(
      [sync.rows(VERDICTS), sync.rows(JOURNEYS)],
      [[], [[1, 'Target', '2026-11-18T12:00:00.000Z']]]
    );
    assert.match(human, /\n1 verdict left as they are, since something that they rest on is unknown\.\n/);
    assert.deepEqual(result.undecided, [{ account: id, rule: 'MQA-1' }]);
    engage(sync, id, 5, 1);
    sync.advance(HOUR);
    await clocks(sync);
    assert.deepEqual(sync.rows(JOURNEYS), [[1, 'MQA', '2026-11-18T13:00:00.000Z']]);
  });
});

test('a new decision about an account begins where the earlier one left it', async () => {
  await withSyncOrg(async (sync) => {
    publishRule(sync, 'MQA', 1, IN_RETAIL);
    const id = account(sync);
    const first = acceptTarget(sync, id);
    await clocks(sync);
    sync.advance(HOUR);
    supersede(sync, first);
    acceptTarget(sync, id, '2', 2);
    const { human } = await clocks(sync);
    assert.deepEqual(sync.rows(JOURNEYS), [
      [1, 'MQA', '2026-11-18T12:00:00.000Z'],
      [2, 'MQA', '2026-11-18T12:00:00.000Z']
    ]);
    assert.doesNotMatch(human, /→/);
  });
});

test('an account without both signatures is judged, and owes nobody anything', async () => {
  await withSyncOrg(async (sync) => {
    signLevel(sync);
    publishRule(sync, 'MQA', 1, IN_RETAIL);
    const id = account(sync);
    createAs(sync, 'rep', 'Target_Account__c', {
      Account__c: id,
      Target_Key__c: `${id}-1`,
      Version__c: 1,
      Tier__c: '1',
      Proposed_By__c: sync.userId('rep')
    });
    await clocks(sync);
    assert.deepEqual([sync.rows(VERDICTS).length, sync.rows(COMMITMENTS), sync.rows(KPIS)], [1, [], []]);
  });
});

test('signals, signatures and hand-overs start what is owed; signals from before the signatures do not', async () => {
  await withSyncOrg(async (sync) => {
    const id = account(sync);
    const signal = (key: string, values: Record<string, unknown> = {}): string =>
      createAs(sync, 'integration', 'Account_Signal__c', {
        Account__c: id,
        External_Id__c: key,
        What_Happened__c: key,
        Strength__c: 'Strong',
        Occurred_At__c: sync.org.now().toISOString(),
        ...values
      });
    signal('too early');
    sync.advance(HOUR);
    signLevel(sync, { Level_Key__c: 'strong-1', Starts_When__c: 'Strong signal' });
    signLevel(sync, {
      Level_Key__c: 'accepted-1',
      Starts_When__c: 'Target accepted',
      Owed_By__c: 'Marketing'
    });
    signLevel(sync, { Level_Key__c: 'handed-1', Starts_When__c: 'Handed over' });
    const target = acceptTarget(sync, id);
    const strong = signal('Asked for a price');
    signal('Read a page', { Strength__c: 'Weak' });
    signal('Gone by', { Expires_At__c: '2026-11-18T13:00:00Z' });
    const handed = createAs(sync, 'integration', 'Commitment__c', {
      Account__c: id,
      Commitment_Key__c: 'by hand',
      What__c: 'A plan',
      Handed_Over_At__c: sync.org.now().toISOString(),
      Responsible__c: sync.userId('rep2')
    });
    await clocks(sync);
    assert.deepEqual(
      sync.rows(`SELECT "Commitment_Key__c", "Started_By__c", "Owed_By__c", replace("Username", '@caddie.example', '')
        FROM "Commitment__c" JOIN "User" ON "User"."Id" = "Responsible__c" WHERE "Started_By__c" IS NOT NULL ORDER BY 1`),
      [
        [`accepted-1:${target}`, 'Both sides signed tier 1', 'Marketing', 'marketing'],
        [`handed-1:${handed}`, 'Handed over: A plan', 'Sales', 'rep2'],
        [`strong-1:${strong}`, 'Strong signal: Asked for a price', 'Sales', 'rep']
      ]
    );
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

test('a rule that asks for a field that is not there ends the run before anything is written', async () => {
  await withSyncOrg(async (sync) => {
    publishRule(sync, 'MQA', 1, [{ field: 'Shoe_Size__c', operator: 'equals', value: 43 }]);
    acceptTarget(sync, account(sync));
    await assert.rejects(clocks(sync), {
      code: 'RULE_FIELD',
      message: /^A rule in force \(MQA-1\) asks for what the sync cannot read\. /
    });
    assert.deepEqual(sync.rows(KPIS), []);
  });
});
