import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withDatabase } from '../../sync/usage/testing/temporary-database.ts';
import { DAYS_QUERY, differences } from './days.ts';
import { loadClickHouse } from './engine.ts';
import { placeSample } from './placed-sample.ts';
import type { PlacedSample } from './placed-sample.ts';

async function withSample(work: (sample: PlacedSample, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-clickhouse-'));
  const sample = await placeSample(20_000, 1, folder);
  try {
    await work(sample, folder);
  } finally {
    await sample.close();
    await rm(folder, { recursive: true });
  }
}

/** `roll-up.sql` over the files of one part, in a DuckDB that has nothing else. */
async function rollUpPart(part: string): Promise<unknown[][]> {
  const days: unknown[][] = [];
  await withDatabase(async (database) => {
    for (const table of ['batch', 'placed', 'touched']) {
      await database.execute(`CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_parquet($1)`, [
        join(part, `${table}.parquet`)
      ]);
    }
    await database.run('roll-up');
    days.push(...(await database.rows(DAYS_QUERY)).map((row) => Object.values(row)));
  });
  return days;
}

test('people split over parts are counted as they are together', () =>
  withSample(async (sample, folder) => {
    assert.equal(
      sample.equation,
      '20000 lines = 9843 counted + 1903 duplicates + 0 unreadable + 374 too late + 7880 of other days'
    );
    const parts = await sample.writeParts(folder, 4);
    const counted: unknown[][][] = [];
    for (const part of parts) counted.push(await rollUpPart(part));
    assert.ok(
      counted.every((days) => days.length > 1000),
      'each part has its share'
    );
    assert.deepEqual(differences(sample.days, counted.flat()), []);
  }));

test('a day that is missing, differs or is there twice is told', () => {
  const ours = [
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['d', 4]
  ];
  const theirs = [
    ['a', 1],
    ['b', 1],
    ['b', 1],
    ['c', 4],
    ['e', 5]
  ];
  assert.deepEqual(differences(ours, theirs), [
    '["b",2] became ["b",1] and ["b",1]',
    '["c",3] became ["c",4]',
    '["d",4] became nothing',
    'nothing became ["e",5]'
  ]);
});

test('without the engine it says how to install it', () => {
  assert.throws(() => loadClickHouse('/nowhere'), {
    message:
      'There is no chdb that loads in /nowhere. Install it outside this project, npm install --prefix FOLDER chdb@3.4.0, and name FOLDER/node_modules.'
  });
});
