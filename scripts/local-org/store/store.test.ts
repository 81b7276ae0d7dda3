import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore, type OpenStore } from './store.ts';

function setup(): OpenStore {
  const store = openStore();
  store.run('CREATE TABLE "T" ("n" INTEGER)');
  return store;
}

function numbers(store: OpenStore): unknown[] {
  return store.all('SELECT "n" FROM "T" ORDER BY "n"').map((row) => row.n);
}

test('a nested transaction that fails takes only its own work with it', () => {
  const store = setup();
  store.transaction(() => {
    store.run('INSERT INTO "T" VALUES (1)');
    assert.throws(
      () =>
        store.transaction(() => {
          store.run('INSERT INTO "T" VALUES (2)');
          throw new Error('inner');
        }),
      /inner/
    );
    store.run('INSERT INTO "T" VALUES (3)');
  });
  assert.deepEqual(numbers(store), [1, 3]);
});

test('an outer transaction that fails takes the finished inner ones with it', () => {
  const store = setup();
  assert.throws(() =>
    store.transaction(() => {
      store.transaction(() => store.run('INSERT INTO "T" VALUES (1)'));
      throw new Error('outer');
    })
  );
  assert.deepEqual(numbers(store), []);
  store.transaction(() => store.run('INSERT INTO "T" VALUES (2)'));
  assert.deepEqual(numbers(store), [2]);
});

test('listeners hear of every roll-back and of nothing else', () => {
  const store = setup();
  let heard = 0;
  store.onRollback(() => (heard += 1));
  store.transaction(() => store.run('INSERT INTO "T" VALUES (1)'));
  assert.equal(heard, 0);
  assert.throws(() =>
    store.transaction(() => {
      throw new Error('no');
    })
  );
  assert.equal(heard, 1);
});

test('parameters are never read as SQL', () => {
  const store = openStore();
  store.run('CREATE TABLE "S" ("s" TEXT)');
  const text = `x'); DROP TABLE "S"; --`;
  store.run('INSERT INTO "S" VALUES (?)', [text]);
  assert.equal(store.all('SELECT "s" FROM "S"')[0].s, text);
});

test('a folder keeps its rows, in write-ahead mode', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-store-'));
  try {
    const store = openStore(join(folder, 'new', 'org'));
    assert.equal(store.all('PRAGMA journal_mode')[0].journal_mode, 'wal');
    store.run('CREATE TABLE "T" ("n" INTEGER)');
    store.run('INSERT INTO "T" VALUES (7)');
    store.close();
    const again = openStore(join(folder, 'new', 'org'));
    assert.deepEqual(numbers(again), [7]);
    again.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
