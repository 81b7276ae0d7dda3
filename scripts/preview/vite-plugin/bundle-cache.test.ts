import assert from 'node:assert/strict';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

import { sourceFixture } from '../testing.ts';
import { BundleCache } from './bundle-cache.ts';
import { fingerprint } from './fingerprint.ts';

const fixture = sourceFixture({ 'a.ts': 'one', 'a.test.ts': 'test' });
after(() => fixture.remove());

const cache = new BundleCache(join(fixture.folder, 'cache'));
const chunk = { fileName: 'base.js', entry: 'base', code: 'export {};\n', map: '{}', exports: [] };

describe('BundleCache', () => {
  it('makes a bundle once, with its source map beside it', async () => {
    let made = 0;
    const make = async () => ({ chunks: [chunk], index: { made: ++made } });
    assert.deepEqual(await cache.get('base-1', make), { made: 1 });
    assert.deepEqual(await cache.get('base-1', make), { made: 1 });
    assert.equal(
      readFileSync(join(cache.folder, 'base-1', 'base.js'), 'utf8'),
      'export {};\n//# sourceMappingURL=base.js.map\n'
    );
    assert.equal(readFileSync(join(cache.folder, 'base-1', 'base.js.map'), 'utf8'), '{}');
  });

  it('keeps nothing of a bundle that could not be made', async () => {
    await assert.rejects(
      cache.get('base-2', () => Promise.reject(new Error('broken'))),
      { message: 'broken' }
    );
    assert.equal(existsSync(join(cache.folder, 'base-2')), false);
  });

  it('forgets bundles of the same kind after a week', async () => {
    const make = async () => ({ chunks: [], index: {} });
    await cache.get('platform-1', make);
    const long = new Date(Date.now() - 8 * 24 * 3600 * 1000);
    utimesSync(join(cache.folder, 'base-1'), long, long);
    utimesSync(join(cache.folder, 'platform-1'), long, long);
    await cache.get('base-3', make);
    assert.equal(existsSync(join(cache.folder, 'base-1')), false);
    assert.equal(existsSync(join(cache.folder, 'platform-1')), true);
  });
});

it('fingerprint changes with the sources and the words, not with the tests', () => {
  const before = fingerprint([fixture.folder], ['1.0']);
  assert.match(before, /^[0-9a-f]{16}$/);
  fixture.write('a.test.ts', 'another test');
  assert.equal(fingerprint([fixture.folder], ['1.0']), before);
  assert.notEqual(fingerprint([fixture.folder], ['1.1']), before);
  fixture.write('a.ts', 'two');
  assert.notEqual(fingerprint([fixture.folder], ['1.0']), before);
});
