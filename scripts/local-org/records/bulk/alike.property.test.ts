import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RecordValues, SaveResult } from '../../contract.ts';
import { PROJECT, SELLER, STEP } from '../../schema/fixture.ts';
import { objectFile, testOrg, type TestOrg } from '../../testing.ts';

/** Undoes what a try has written. */
class Undo extends Error {}

/** Refuses what is large and has just been made larger. */
const RULE = objectFile(
  'Project__c',
  '<validationRules><fullName>Small</fullName><active>true</active><errorConditionFormula>AND(ISCHANGED(Size__c), Size__c &gt; 50)</errorConditionFormula><errorDisplayField>Size__c</errorDisplayField><errorMessage>Keep it small.</errorMessage></validationRules>'
);

/** Cells of each column: valid ones, empty ones and ones that are refused. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  Name: ['A', ' b ', '', '#N/A'],
  Code__c: ['taken', 'FREE', 'new', 'a bit too long', '', '#N/A'],
  Size__c: ['1', '2.25', '60', '123456', '', '#N/A'],
  Active__c: ['true', 'FALSE', '', '#N/A'],
  Starts__c: ['2026-02-28', '', '#N/A'],
  Met_At__c: ['2026-02-28T10:00:00+01:00', ''],
  Kind__c: ['Build', 'Rent', ''],
  Tags__c: ['Red;Blue', 'Red;Green', ''],
  Mail__c: ['a@b.example', 'nobody', ''],
  Account__c: ['001000000000001AAA', '005000000000001AAA', 'none', ''],
  Level__c: ['high', '', '#N/A']
};

/** Some of the columns, each with one of its cells. */
const ROW = fc
  .subarray(Object.keys(CELLS))
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...CELLS[name]))))
  )
  .map((cells): Record<string, string> => Object.fromEntries(cells));

function setup(): TestOrg & { other: string } {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  t.install(RULE);
  const create = (values: Record<string, unknown>): string =>
    String(t.org.records.create(t.user('rep'), 'Project__c', values).id);
  create({ Name: 'Taken', Code__c: 'Taken' });
  return { ...t, other: create({ Name: 'Other', Code__c: 'free', Size__c: 55 }) };
}

/** What the cells of a row mean to the REST API. */
function values(row: Record<string, string>): Record<string, unknown> {
  const told = Object.entries(row).filter(([, cell]) => cell !== '');
  return Object.fromEntries(told.map(([name, cell]) => [name, cell === '#N/A' ? null : cell]));
}

/** What a save answers and leaves behind; it is undone afterwards. */
function outcome(
  { org }: TestOrg,
  save: () => SaveResult
): { errors: SaveResult['errors']; record: RecordValues | null } {
  let found: { errors: SaveResult['errors']; record: RecordValues | null } | undefined;
  assert.throws(
    () =>
      org.store.transaction(() => {
        const { id, success, errors } = save();
        const [row] = success ? org.store.all('SELECT * FROM "Project__c" WHERE "Id" = ?', [id]) : [];
        // The counters behind ids and numbers are the only things that go on.
        found = {
          errors,
          record: row ? { ...row, Id: null, Number__c: null, Name: row.Name === id ? null : row.Name } : null
        };
        throw new Undo();
      }),
    Undo
  );
  return found ?? assert.fail();
}

function bulk(
  t: TestOrg,
  operation: 'insert' | 'update' | 'upsert',
  row: Record<string, string>
): SaveResult {
  const columns = Object.keys(row);
  const externalIdField = operation === 'upsert' ? 'Code__c' : undefined;
  const request = { operation, object: 'Project__c', columns, ...(externalIdField && { externalIdField }) };
  return t.org.records.bulk(t.user('rep'), request).save([Object.values(row)])[0];
}

test('a bulk insert saves and refuses what REST saves and refuses', () => {
  const t = setup();
  fc.assert(
    fc.property(ROW, (row) => {
      const alone = outcome(t, () => t.org.records.create(t.user('rep'), 'Project__c', values(row)));
      assert.deepEqual(
        outcome(t, () => bulk(t, 'insert', row)),
        alone
      );
    }),
    { seed: 20_261_118, numRuns: 400 }
  );
  t.close();
});

test('a bulk update saves and refuses what REST saves and refuses', () => {
  const t = setup();
  fc.assert(
    fc.property(ROW, (row) => {
      const alone = outcome(t, () => t.org.records.update(t.user('rep'), 'Project__c', t.other, values(row)));
      assert.deepEqual(
        outcome(t, () => bulk(t, 'update', { ...row, Id: t.other })),
        alone
      );
    }),
    { seed: 20_261_118, numRuns: 400 }
  );
  t.close();
});

test('a bulk upsert saves and refuses what REST saves and refuses', () => {
  const t = setup();
  fc.assert(
    fc.property(ROW, fc.constantFrom('taken', 'FREE', 'new', 'far too long'), (row, key) => {
      const rest = { ...row };
      delete rest.Code__c;
      const alone = outcome(t, () =>
        t.org.records.upsert(t.user('rep'), 'Project__c', 'Code__c', key, values(rest))
      );
      assert.deepEqual(
        outcome(t, () => bulk(t, 'upsert', { ...rest, Code__c: key })),
        alone
      );
    }),
    { seed: 20_261_118, numRuns: 400 }
  );
  t.close();
});
