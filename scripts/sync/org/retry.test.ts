import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApiBudget, parseLimitInfo } from './api-budget.ts';
import type { Clock } from './clock.ts';
import { retryAfterOf, retrying, Transient } from './retry.ts';

const NOW = new Date('2026-11-18T12:00:00Z');
const POLICY = { tries: 3, firstWait: 100, longestWait: 1000, longestRetryAfter: 5000, patience: 12_000 };

function testClock(): Clock & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => NOW,
    random: () => 1,
    wait: async (milliseconds) => void waits.push(milliseconds)
  };
}

test('waits double, and the third failure in a row is the last', async () => {
  const clock = testClock();
  await assert.rejects(
    retrying(clock, POLICY, async () => {
      throw new Transient('It was answered 503');
    }),
    { code: 'ORG_UNAVAILABLE', message: 'It was answered 503, 3 times in a row.' }
  );
  assert.deepEqual(clock.waits, [100, 200]);
});

test('what the org asks for is waited for outside the tries, capped, until patience ends', async () => {
  const clock = testClock();
  await assert.rejects(
    retrying(clock, POLICY, async () => {
      throw new Transient('busy', 60_000);
    }),
    { code: 'ORG_UNAVAILABLE' }
  );
  assert.deepEqual(clock.waits, [5000, 5000, 100, 200]);
});

test('any other failure is thrown as it is', async () => {
  const clock = testClock();
  await assert.rejects(
    retrying(clock, POLICY, async () => {
      throw new RangeError('no');
    }),
    RangeError
  );
  assert.deepEqual(clock.waits, []);
});

test('Retry-After is seconds or a date', () => {
  assert.equal(retryAfterOf('7', NOW), 7000);
  assert.equal(retryAfterOf('Wed, 18 Nov 2026 12:00:30 GMT', NOW), 30_000);
  assert.equal(retryAfterOf('Wed, 18 Nov 2026 11:00:00 GMT', NOW), 0);
  assert.equal(retryAfterOf('soon', NOW), null);
  assert.equal(retryAfterOf(null, NOW), null);
});

test('the header of API usage is read among others', () => {
  assert.deepEqual(parseLimitInfo('api-usage=18/5000'), { used: 18, limit: 5000 });
  assert.deepEqual(parseLimitInfo('api-usage=18/5000; per-app-api-usage=17/250(appName=x)'), {
    used: 18,
    limit: 5000
  });
  assert.equal(parseLimitInfo(null), null);
});

test('the reserve is left alone, until the run has to end', () => {
  const budget = createApiBudget(10);
  budget.spend();
  budget.learn('api-usage=4990/5000');
  assert.throws(() => budget.spend(), {
    code: 'API_LIMIT',
    message: 'The org has 10 API requests left for today; 10 are kept for others.'
  });
  budget.openReserve();
  budget.spend();
  assert.deepEqual([budget.calls(), budget.left()], [2, 10]);
});
