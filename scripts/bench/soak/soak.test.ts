import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSoak } from './run-soak.ts';

test('whatever fails between browsers and the counted days, each event is counted once or told as dropped', async () => {
  const result = await runSoak({ reps: 5, events: 6000, runs: 2, seed: 1 });
  assert.deepEqual(result.problems, []);
  assert.equal(result.accepted, 6000);
  assert.equal(result.arrived + result.dropped, 6000);
  // It went through something.
  assert.ok(result.dropped > 0, 'a queue was full');
  assert.ok(result.faults >= 20, `${result.faults} requests were troubled`);
  assert.ok(result.pagesKilled > 0, 'a page was killed');
  assert.equal(result.syncsKilled, 1);
});
