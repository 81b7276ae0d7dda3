import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countJest, countNode } from './test-stages.ts';

test('counts what Jest printed', () => {
  const output =
    'Test Suites: 1 failed, 2 passed, 3 total\nTests:       1 failed, 2 skipped, 15 passed, 18 total\n';
  assert.deepEqual(countJest(output), { passed: 15, failed: 1 });
  assert.deepEqual(countJest('Tests:       4 passed, 4 total'), { passed: 4, failed: 0 });
});

test("counts what Node's runner printed, and a cancelled test as a failed one", () => {
  const output = 'ℹ tests 9\nℹ suites 0\nℹ pass 7\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n';
  assert.deepEqual(countNode(output), { passed: 7, failed: 2 });
  assert.deepEqual(countNode('# pass 3\n# fail 0\n'), { passed: 3, failed: 0 });
});

test('output without a count counts nothing, so that the exit code decides', () => {
  assert.deepEqual(countNode('boom'), { passed: 0, failed: 0 });
  assert.deepEqual(countJest('boom'), { passed: 0, failed: 0 });
});
