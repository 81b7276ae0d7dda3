import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { makeBatches } from './make-batches.ts';

const DAY_MS = 86_400_000;

/** The n-th of events that come hourly. */
function eventAt(n: number, start = '2026-11-01T00:00:00.000Z'): UsageEvent {
  return {
    id: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
    at: new Date(Date.parse(start) + n * 1000).toISOString(),
    type: 'opened',
    guidance: 'amount-is-missing',
    version: 1,
    surface: 'mail',
    object: 'Opportunity'
  };
}

test('a batch is of one person and one day, and of fifty events at most', () => {
  const events = [
    ...Array.from({ length: 51 }, (_none, n) => ({ userId: 'one', event: eventAt(n) })),
    { userId: 'one', event: eventAt(DAY_MS / 1000) },
    { userId: 'other', event: eventAt(DAY_MS / 1000 + 1) }
  ];
  assert.deepEqual(
    [...makeBatches(events)].map(({ OwnerId, Event_Count__c, First_Event_At__c, Last_Event_At__c }) => [
      OwnerId,
      Event_Count__c,
      First_Event_At__c,
      Last_Event_At__c
    ]),
    [
      ['one', 50, '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:49.000Z'],
      ['one', 1, '2026-11-01T00:00:50.000Z', '2026-11-01T00:00:50.000Z'],
      ['one', 1, '2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
      ['other', 1, '2026-11-02T00:00:01.000Z', '2026-11-02T00:00:01.000Z']
    ]
  );
});

test('the key is made of the content', () => {
  const [one] = makeBatches([{ userId: 'one', event: eventAt(1) }]);
  const [again] = makeBatches([{ userId: 'one', event: eventAt(1) }]);
  const [other] = makeBatches([{ userId: 'one', event: eventAt(2) }]);
  assert.equal(one?.Batch_Key__c, again?.Batch_Key__c);
  assert.notEqual(one?.Batch_Key__c, other?.Batch_Key__c);
});

test('no more events are taken than one batch has', () => {
  let taken = 0;
  function* endless(): Generator<{ userId: string; event: UsageEvent }> {
    for (;;) yield { userId: 'one', event: eventAt(taken++) };
  }
  let given = 0;
  for (const { Event_Count__c } of makeBatches(endless())) {
    given += Event_Count__c;
    assert.equal(taken, given + 1, 'the one that opens the next batch');
    if (given === 5000) break;
  }
});
