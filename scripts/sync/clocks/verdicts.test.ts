import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSyncOrg } from '../testing/sync-org.ts';
import { acceptTarget, engage, publishRule, signLevel, supersede } from './testing/agreement.ts';
import {
  account,
  clocks,
  COMMITMENTS,
  HOUR,
  IN_RETAIL,
  JOURNEYS,
  KPIS,
  TOUCHED,
  VERDICTS
} from './testing/clocks.ts';

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
