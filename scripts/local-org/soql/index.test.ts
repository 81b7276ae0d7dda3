import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueryResult } from '../contract.ts';
import { OrgError } from '../errors.ts';
import { createBench, type Bench } from './testing/bench.ts';

function benchWith(count: number): Bench {
  const bench = createBench();
  bench.store.transaction(() => {
    for (let place = 0; place < count; place += 1) {
      bench.insert('Account', {
        Name: `Account ${String(place).padStart(4, '0')}`,
        NumberOfEmployees: place % 7
      });
    }
  });
  return bench;
}

function locatorOf({ nextRecordsUrl = '' }: QueryResult): string {
  const [, locator] =
    /^\/services\/data\/v66\.0\/query\/(01g[0-9A-Za-z]{15}-\d+)$/.exec(nextRecordsUrl) ?? [];
  if (!locator) throw new Error(`No locator in '${nextRecordsUrl}'`);
  return locator;
}

const more = (bench: Bench, locator: string, user = bench.user): QueryResult =>
  bench.queries.more(user, locator, { apiVersion: '66.0' });

const names = ({ records }: QueryResult): unknown[] => records.map(({ Name }) => Name);

test('hands out 2,000 records at a time, in order and without gaps', () => {
  const bench = benchWith(4500);
  const soql = 'SELECT Name FROM Account ORDER BY NumberOfEmployees DESC';
  const first = bench.run(soql);
  assert.deepEqual([first.totalSize, first.done, first.records.length], [4500, false, 2000]);
  assert.match(locatorOf(first), /-2000$/);
  const second = more(bench, locatorOf(first));
  assert.deepEqual([second.totalSize, second.done, second.records.length], [4500, false, 2000]);
  const third = more(bench, locatorOf(second));
  assert.deepEqual([third.totalSize, third.done, third.records.length], [4500, true, 500]);
  assert.equal(third.nextRecordsUrl, undefined);

  const all = [first, second, third].flatMap(names);
  const expected = bench.store.all('SELECT "Name" FROM "Account" ORDER BY "NumberOfEmployees" DESC, "Id"');
  assert.deepEqual(
    all,
    expected.map(({ Name }) => Name)
  );
  bench.close();
});

test('a full batch without more is done', () => {
  const bench = benchWith(2000);
  const result = bench.run('SELECT Id FROM Account');
  assert.deepEqual([result.totalSize, result.done, result.records.length], [2000, true, 2000]);
  bench.close();
});

test('LIMIT and OFFSET bound what a cursor goes over', () => {
  const bench = benchWith(600);
  const first = bench.run('SELECT Name FROM Account ORDER BY Name LIMIT 450 OFFSET 100', { batchSize: 200 });
  const second = more(bench, locatorOf(first));
  const third = more(bench, locatorOf(second));
  assert.deepEqual(
    [first, second, third].map(({ records }) => records.length),
    [200, 200, 50]
  );
  assert.equal(first.totalSize, 450);
  assert.equal(names(first)[0], 'Account 0100');
  assert.equal(names(third).at(-1), 'Account 0549');
  bench.close();
});

test('a cursor keeps its records while others come and go', () => {
  const bench = benchWith(500);
  const first = bench.run('SELECT Name FROM Account ORDER BY Name', { batchSize: 200 });
  bench.insert('Account', { Name: 'Account 0000 b' });
  bench.store.run('UPDATE "Account" SET "IsDeleted" = 1 WHERE "Name" = \'Account 0200\'');
  const second = more(bench, locatorOf(first));
  // The one deleted since is left out; the one that came in doesn't shift the rest.
  assert.deepEqual([names(second)[0], second.records.length], ['Account 0201', 199]);
  assert.equal(names(more(bench, locatorOf(second)))[0], 'Account 0400');
  bench.close();
});

test('batches bring their children', () => {
  const bench = benchWith(201);
  bench.store.run(
    `INSERT INTO "Contact" ("Id", "LastName", "AccountId", "IsDeleted") SELECT '003' || substr("Id", 4), "Name", "Id", 0 FROM "Account"`
  );
  const first = bench.run('SELECT Name, (SELECT LastName FROM Contacts) FROM Account ORDER BY Name', {
    batchSize: 200
  });
  const [last] = more(bench, locatorOf(first)).records;
  const { records } = last.Contacts as QueryResult;
  assert.deepEqual([last.Name, records.length, records[0].LastName], ['Account 0200', 1, 'Account 0200']);
  bench.close();
});

test('a locator serves its user only, and the ten newest of a user', () => {
  const bench = benchWith(201);
  const open = (): string => locatorOf(bench.run('SELECT Name FROM Account', { batchSize: 200 }));
  const refuses = (locator: string, user = bench.user): void => {
    assert.throws(
      () => more(bench, locator, user),
      (error) => {
        assert.ok(error instanceof OrgError);
        assert.deepEqual(
          [error.status, error.errors],
          [400, [{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }]]
        );
        return true;
      }
    );
  };
  const oldest = open();
  refuses(oldest, { ...bench.user, userId: '005000000000009AAA' });
  refuses('01g000000000001AAA-200');
  refuses('nonsense');
  assert.equal(more(bench, oldest).records.length, 1);
  for (let count = 0; count < 9; count += 1) open();
  assert.equal(more(bench, oldest).records.length, 1);
  open();
  refuses(oldest);
  bench.close();
});

test('text of a statement is only ever a value', () => {
  const bench = benchWith(1);
  const hostile = `x' OR 1=1; DROP TABLE "Account"; --`;
  bench.insert('Account', { Name: hostile });
  const literal = `'${hostile.replaceAll("'", "\\'")}'`;
  for (const where of [`Name = ${literal}`, `Name LIKE ${literal}`, `Name IN (${literal}, 'y')`]) {
    assert.deepEqual(bench.values(`SELECT Name FROM Account WHERE ${where}`, 'Name'), [hostile]);
  }
  bench.close();
});
