import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keepCompiled, readCompiled } from './compiled-bundles.ts';

const folder = mkdtempSync(join(tmpdir(), 'compiled-bundles-'));
after(() => rmSync(folder, { recursive: true }));

const COMPILED = {
  problems: [{ file: 'card.ts', line: 1, column: 2, problem: 'Unexpected token' }],
  references: [{ file: 'card.ts', specifier: 'c/tile' }]
};

test('what was found out about a bundle is there for the next process', () => {
  assert.equal(readCompiled('one', folder), undefined);
  keepCompiled('one', COMPILED, folder);
  assert.deepEqual(readCompiled('one', folder), COMPILED);
});

test('half a result counts for nothing, and a folder that can’t be written to is no error', () => {
  writeFileSync(join(folder, 'half.json'), '{"problems": [');
  assert.equal(readCompiled('half', folder), undefined);
  keepCompiled('two', COMPILED, join(folder, 'half.json'));
  assert.equal(readCompiled('two', folder), undefined);
});
