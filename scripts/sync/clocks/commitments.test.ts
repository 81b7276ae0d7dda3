import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAs } from '../testing/records.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { acceptTarget, publishRule, signLevel } from './testing/agreement.ts';
import { account, clocks, COMMITMENTS, HOUR, IN_RETAIL, JOURNEYS, KPIS, VERDICTS } from './testing/clocks.ts';

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
