import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentPaths, listedPaths } from './component-paths.ts';

test('tsconfig.paths.json lists every bundle (npm run paths writes it)', () => {
  assert.deepEqual(JSON.parse(listedPaths()), JSON.parse(componentPaths()));
});
