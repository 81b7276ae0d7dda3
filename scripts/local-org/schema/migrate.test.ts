import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetadataFile } from '../contract.ts';
import { openStore } from '../store/store.ts';
import { buildSchema } from './build.ts';
import { customObject, field } from './fixture.ts';
import { migrate } from './migrate.ts';

const text = (name: string, rest = '') => field(name, 'Text', `<length>80</length>${rest}`);

function setup() {
  const store = openStore();
  const deploy = (...files: MetadataFile[]) =>
    migrate(
      store,
      buildSchema(files, () => 'a00')
    );
  const columns = () => store.all('PRAGMA table_info("Thing__c")').map((row) => String(row.name));
  return { store, deploy, columns };
}

test('a new field keeps the rows, and old rows take the default of a checkbox', () => {
  const { store, deploy, columns } = setup();
  deploy(customObject('Thing__c', text('A__c')));
  store.run(`INSERT INTO "Thing__c" ("Id", "A__c", "IsDeleted") VALUES ('a00000000000001AAA', 'kept', 0)`);
  deploy(
    customObject(
      'Thing__c',
      text('A__c') + field('On__c', 'Checkbox', '<defaultValue>true</defaultValue>') + text('B__c')
    )
  );
  assert.deepEqual(
    { ...store.all('SELECT "A__c", "On__c", "B__c" FROM "Thing__c"')[0] },
    {
      A__c: 'kept',
      On__c: 1,
      B__c: null
    }
  );
  assert.deepEqual(columns().slice(-3), ['A__c', 'On__c', 'B__c']);
});

test('a field that is gone takes its column with it, an object its table', () => {
  const { store, deploy, columns } = setup();
  deploy(customObject('Thing__c', text('A__c') + text('B__c', '<unique>true</unique>')));
  deploy(customObject('Thing__c', text('A__c')));
  assert.equal(columns().includes('B__c'), false);
  deploy();
  assert.deepEqual(columns(), []);
  assert.deepEqual(store.all('SELECT * FROM "_column" WHERE "table" = \'Thing__c\''), []);
});

test('text becomes a number with its values', () => {
  const { store, deploy } = setup();
  deploy(customObject('Thing__c', text('A__c')));
  store.run(`INSERT INTO "Thing__c" ("Id", "A__c", "IsDeleted") VALUES ('a00000000000001AAA', '12.5', 0)`);
  deploy(customObject('Thing__c', field('A__c', 'Number', '<precision>5</precision><scale>1</scale>')));
  assert.equal(store.all('SELECT "A__c" FROM "Thing__c"')[0].A__c, 12.5);
});

test('unique values may come again once their record is deleted', () => {
  const { store, deploy } = setup();
  deploy(customObject('Thing__c', text('A__c', '<unique>true</unique>')));
  const insert = (id: string, deleted: number) =>
    store.run('INSERT INTO "Thing__c" ("Id", "A__c", "IsDeleted") VALUES (?, ?, ?)', [id, 'Same', deleted]);
  insert('a00000000000001AAA', 1);
  insert('a00000000000002AAA', 0);
  assert.throws(() => insert('a00000000000003AAA', 0), /UNIQUE constraint failed/);
});

test('text compares without case unless the field minds', () => {
  const { store, deploy } = setup();
  deploy(customObject('Thing__c', text('A__c') + text('B__c', '<caseSensitive>true</caseSensitive>')));
  store.run(
    `INSERT INTO "Thing__c" ("Id", "A__c", "B__c", "IsDeleted") VALUES ('a00000000000001AAA', 'Abc', 'Abc', 0)`
  );
  const count = (column: string) =>
    store.all(`SELECT count(*) AS "n" FROM "Thing__c" WHERE "${column}" = 'aBC'`)[0].n;
  assert.equal(count('A__c'), 1);
  assert.equal(count('B__c'), 0);
});

test('a second run finds nothing to do', () => {
  const { store, deploy } = setup();
  deploy(customObject('Thing__c', text('A__c')));
  const before = store.all('SELECT total_changes() AS "n"')[0].n;
  deploy(customObject('Thing__c', text('A__c')));
  assert.equal(store.all('SELECT total_changes() AS "n"')[0].n, before);
});
