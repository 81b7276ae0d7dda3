import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeProgress } from './progress.ts';

function run(isTTY: boolean): string {
  let written = '';
  let clock = 0;
  const stream = { isTTY, write: (text: string) => void (written += text) };
  const progress = makeProgress(stream, () => clock);
  progress.begin('People');
  clock = 1240;
  progress.begin('Opportunities');
  progress.update('200 of 8,800');
  clock = 3000;
  progress.end();
  progress.end();
  return written;
}

test('a log gets one plain line for each finished step', () => {
  assert.equal(run(false), 'People: done in 1.2 s\nOpportunities: done in 1.8 s\n');
});

test('a terminal shows the current step in place', () => {
  assert.equal(
    run(true),
    '· People\r\x1b[2K✓ People (1.2 s)\n' +
      '· Opportunities\r\x1b[2K· Opportunities: 200 of 8,800\r\x1b[2K✓ Opportunities (1.8 s)\n'
  );
});
