import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keptSnapshot } from './kept-snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-snapshot-'));
after(() => rmSync(folder, { recursive: true }));

test('an org is made once, and anew when something that it is made of has changed', async () => {
  const source = join(folder, 'source.xml');
  const kept = join(folder, 'kept');
  let made = 0;
  const make = async () => {
    made += 1;
    return new Uint8Array([made]);
  };
  const ask = (values?: unknown) =>
    keptSnapshot(
      'org',
      { files: [join(folder, '*.xml')], ...(values !== undefined && { values }) },
      make,
      kept
    );

  writeFileSync(source, 'one');
  assert.deepEqual([...(await ask())], [1]);
  assert.deepEqual([...(await ask())], [1]);
  writeFileSync(source, 'two');
  assert.deepEqual([...(await ask())], [2]);
  assert.deepEqual([...(await ask('another clock'))], [3]);
  assert.equal(readdirSync(kept).length, 1);
});
