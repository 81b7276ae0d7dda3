import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReadme, supported, withSupported } from './supported.ts';

test('the README lists what the org supports (node scripts/local-org/support/supported.ts writes it)', () => {
  const readme = readReadme();
  assert.equal(readme, withSupported(readme, supported()));
});

test('a README without markers is refused', () => {
  assert.throws(() => withSupported('# The local org', 'list'), /needs the markers/);
});
