import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import { openSpool } from './spool.ts';

const IN_MEMORY = ':memory:';

const event = (id: string, at: string): UsageEvent => ({
  id,
  at: `2026-11-${at}.000Z`,
  type: 'opened',
  guidance: 'amount-is-missing',
  version: 1,
  surface: 'mail',
  object: 'Opportunity'
});

test('events come once each: days as the file comes to them, a day by time; the rest is told in order', () => {
  const spool = openSpool(IN_MEMORY);
  spool.add({ number: 1, row: { n: 1 }, name: 'sam', event: event('e1', '19T09:00:00') });
  spool.leaveOut({ number: 2, row: 'half', reason: 'it is not JSON' });
  spool.add({ number: 3, row: { n: 3 }, name: 'robin', event: event('e3', '18T10:00:00') });
  spool.add({ number: 4, row: { n: 4 }, name: 'guest', event: event('e4', '18T09:00:00') });
  spool.add({ number: 5, row: { n: 5 }, name: 'sam', event: event('e5', '18T09:00:00') });
  spool.add({ number: 6, row: { n: 6 }, name: 'robin', event: event('e1', '18T08:00:00') });
  spool.add({ number: 7, row: { n: 7 }, name: 'sam', event: event('e7', '19T08:00:00') });
  spool.add({ number: 8, row: { n: 8 }, name: 'robin', event: event('e8', '18T12:00:00') });
  assert.deepEqual([...spool.names()].toSorted(), ['guest', 'robin', 'sam']);
  spool.addPerson('sam', { id: '005S', pausedAt: null });
  spool.addPerson('robin', { id: '005R', pausedAt: '2026-11-18T12:00:00Z' });
  spool.addPerson('guest', { reason: 'nobody' });
  spool.settle();
  assert.deepEqual(
    [...spool.events()].map(({ userId, event: { id } }) => [userId, id]),
    [
      ['005S', 'e7'],
      ['005S', 'e1'],
      ['005R', 'e3'],
      ['005S', 'e5']
    ]
  );
  assert.deepEqual(
    [...spool.unmatched()],
    [
      { number: 2, reason: 'it is not JSON', row: 'half' },
      { number: 4, reason: 'nobody', row: { n: 4 } }
    ]
  );
  assert.deepEqual(spool.counts(), { events: 4, people: 2, paused: 1, repeated: 1 });
  spool.close();
});

test('nothing added is nothing told', () => {
  const spool = openSpool(IN_MEMORY);
  spool.settle();
  assert.deepEqual([...spool.events(), ...spool.unmatched(), ...spool.names()], []);
  assert.deepEqual(spool.counts(), { events: 0, people: 0, paused: 0, repeated: 0 });
  spool.close();
});
