import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIdGenerator, customKeyPrefix, keyPrefixOf, normalizeId } from './ids.ts';
import { openStore } from './store/store.ts';

test('an id of 15 characters gets the check characters that tell its capitals', () => {
  assert.equal(normalizeId('001D000000JwS0J'), '001D000000JwS0JIAV');
  assert.equal(normalizeId('001000000000001'), '001000000000001AAA');
});

test('check characters are verified, in either case', () => {
  assert.equal(normalizeId('001D000000JwS0JIAV'), '001D000000JwS0JIAV');
  assert.equal(normalizeId('001D000000JwS0Jiav'), '001D000000JwS0JIAV');
  assert.equal(normalizeId('001d000000JwS0JIAV'), null);
});

test('anything else is no id', () => {
  for (const text of [
    '',
    '001',
    '001D000000JwS0',
    '001D000000JwS0JI',
    '001D000000JwS0-',
    "001D000000JwS0J' OR"
  ]) {
    assert.equal(normalizeId(text), null, text);
  }
});

test('custom objects are numbered a00, a01 … in the order in which they came', () => {
  assert.deepEqual([0, 1, 10, 61, 62].map(customKeyPrefix), ['a00', 'a01', 'a0A', 'a0z', 'a10']);
  assert.equal(keyPrefixOf('a0A000000000001AAA'), 'a0A');
});

test('ids go on after the last row when the saved counter was rolled back', () => {
  const store = openStore();
  store.run('CREATE TABLE "Thing" ("Id" TEXT PRIMARY KEY)');
  const first = createIdGenerator(store);
  assert.throws(() =>
    store.transaction(() => {
      first.next('a00', 'Thing');
      throw new Error('rolled back');
    })
  );
  const id = first.next('a00', 'Thing');
  store.run('INSERT INTO "Thing" VALUES (?)', [id]);
  assert.equal(id, 'a00000000000002AAA');
  assert.equal(createIdGenerator(store).next('a00', 'Thing'), 'a00000000000003AAA');
  store.close();
});
