import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureUpload } from './upload.ts';
import { measureUsage } from './usage.ts';

test('the sync and a plain map count the same days', async () => {
  // It throws when they differ.
  const { caddie } = await measureUsage(2000);
  assert.deepEqual([caddie.events, caddie.days], [2000, 320]);
});

test('an upload accounts for every row and stays below 300 MB', async () => {
  const { caddie } = await measureUpload(2000);
  assert.equal(caddie.done, 2000);
  assert.ok(caddie.megabytes < 300, `${caddie.megabytes} MB`);
});
