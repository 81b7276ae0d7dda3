import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureBulk } from './bulk.ts';

test('a bulk job leaves the rows that SQLite alone leaves', async () => {
  // It throws when a row is missing anywhere.
  const timings = await measureBulk(3_000);
  assert.deepEqual(
    timings.map(({ name, beside }) => [name, beside]),
    [
      ['reading the CSV', 'csv-parse'],
      ['upsert, all new', 'bare SQLite'],
      ['upsert, all there', 'bare SQLite']
    ]
  );
});
