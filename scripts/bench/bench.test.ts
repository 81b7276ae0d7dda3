import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureSelection } from './selection.ts';
import { gzippedBytes } from './telemetry.ts';

test('selection finds what json-logic-js and json-rules-engine find', async () => {
  // It throws when they differ.
  const [row] = await measureSelection([1_000], 20);
  assert.equal(row?.found, 30);
});

test('recording adds less than 7,000 bytes to a page', () => {
  const bytes = gzippedBytes(['telemetry', 'eventQueue', 'usageEvent']);
  assert.ok(bytes > 3_000 && bytes < 7_000, `${bytes} bytes`);
});
