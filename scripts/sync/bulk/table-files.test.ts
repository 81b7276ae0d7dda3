import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { openDatabase } from '../usage/database.ts';
import type { Database } from '../usage/database.ts';
import { tableFiles } from './table-files.ts';

let folder: string;
let database: Database;
/** The files whose writing began, in order. */
let begun: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caddie-table-'));
  const opened = await openDatabase(folder);
  begun = [];
  database = {
    ...opened,
    execute(sql, values) {
      const [file] = /rows-\d+\.csv/.exec(sql) ?? [];
      if (file !== undefined) begun.push(file);
      return opened.execute(sql, values);
    }
  };
  await database.execute(
    `CREATE TABLE "rows" AS SELECT n, 'row ' || n AS text FROM range(7, 0, -1) AS row (n)`
  );
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const files = (rows: number): ReturnType<typeof tableFiles> =>
  tableFiles({ database, table: 'rows', fields: { Key: 'n', Text: 'text' }, rows, folder, size: 2 });
const settings = (): Promise<unknown> =>
  database.rows(`SELECT current_setting('memory_limit') AS memory, current_setting('threads') AS threads`);

test('a table comes in files of so many rows, in its order', async () => {
  const texts: [string, number, number, string][] = [];
  for await (const { name, file, before, rows } of files(7))
    texts.push([name, before, rows, readFileSync(file, 'utf8')]);
  assert.deepEqual(texts, [
    ['rows-0', 0, 2, 'Key,Text\n1,row 1\n2,row 2\n'],
    ['rows-1', 2, 2, 'Key,Text\n3,row 3\n4,row 4\n'],
    ['rows-2', 4, 2, 'Key,Text\n5,row 5\n6,row 6\n'],
    ['rows-3', 6, 1, 'Key,Text\n7,row 7\n']
  ]);
});

test('one file is written ahead of the one in hand, and no more', async () => {
  let taken = 0;
  for await (const { name } of files(7)) {
    assert.equal(name, `rows-${taken}`);
    taken += 1;
    assert.equal(begun.length, Math.min(4, taken + 1), name);
  }
  assert.equal(taken, 4);
});

test('an empty table has no file', async () => {
  for await (const { name } of files(0)) assert.fail(name);
  assert.deepEqual(begun, []);
});

test('the database is held small for that time only, also when somebody gives up', async () => {
  const usual = await settings();
  await assert.rejects(
    (async () => {
      for await (const { name } of files(7)) {
        assert.deepEqual(await settings(), [{ memory: '122.0 MiB', threads: 1 }]);
        throw new Error(`${name} was refused`);
      }
    })(),
    { message: 'rows-0 was refused' }
  );
  assert.deepEqual(await settings(), usual);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.csv')),
    ['rows-0.csv', 'rows-1.csv'],
    'what was being written is whole'
  );
});

test('a file that cannot be written is told when its turn comes', async () => {
  await database.execute(
    'CREATE VIEW bad AS SELECT n, if(n > 2, error(\'no row \' || n), text) AS text FROM "rows"'
  );
  const names: string[] = [];
  await assert.rejects(
    (async () => {
      const options = {
        database,
        table: 'bad',
        fields: { Key: 'n', Text: 'text' },
        rows: 7,
        folder,
        size: 2
      };
      for await (const { name } of tableFiles(options)) names.push(name);
    })(),
    /no row/
  );
  assert.deepEqual(names, ['bad-0']);
});

test('what the indexes of other tables hold comes on top of the limit', async () => {
  await database.execute('CREATE TABLE person (id VARCHAR PRIMARY KEY)');
  await database.execute("INSERT INTO person SELECT 'person ' || n FROM range(200000) AS row (n)");
  const held = await database.value(
    "SELECT sum(memory_usage_bytes) FROM duckdb_memory() WHERE tag = 'ART_INDEX'"
  );
  assert.ok(Number(held) > 1e6);
  for await (const { name } of files(1)) {
    assert.equal(name, 'rows-0');
    const limit = String(await database.value("SELECT current_setting('memory_limit')"));
    assert.ok(parseFloat(limit) > 122, limit);
  }
});
