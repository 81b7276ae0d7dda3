import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTouches } from './count-touches.ts';

const NOW = new Date('2026-11-18T12:00:00Z');

test('today is the day of the account: in Auckland it is tomorrow already', () => {
  const touch = { person: null, answer: null, day: '2026-11-19' };
  const counting = countTouches(NOW);
  counting.add({ ...touch, accountId: 'there', timeZone: 'Pacific/Auckland' });
  counting.add({ ...touch, accountId: 'here', timeZone: 'Europe/Berlin' });
  counting.add({ ...touch, accountId: 'here', timeZone: 'Europe/Berlin', day: '2026-05-24' });
  counting.add(null);
  const { accounts, equation } = counting.result();
  assert.deepEqual(
    accounts.map(({ accountId, engagement }) => [accountId, engagement.touches13]),
    [
      ['there', 1],
      ['here', 0]
    ]
  );
  assert.deepEqual(equation, {
    text: '4 rows = 1 touches counted + 2 of other weeks + 1 without a day',
    holds: true
  });
});
