import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { permissionSetFile } from '../../testing.ts';
import { bulkOrg, outcomes, records, type BulkOrg } from '../testing.ts';

let t: BulkOrg;
before(() => {
  t = bulkOrg();
});
after(() => t.close());

function project(values: Record<string, unknown>, persona = 'rep'): string {
  const { id, errors } = t.org.records.create(t.user(persona), 'Project__c', values);
  assert.deepEqual(errors, []);
  return String(id);
}

const job = (operation: string, more: Record<string, unknown> = {}) => ({
  object: 'Project__c',
  operation,
  ...more
});
const UPSERT = job('upsert', { externalIdFieldName: 'Code__c' });

function valuesOf(id: string, ...names: string[]): unknown[] {
  const [row] = t.rows(`SELECT * FROM "Project__c" WHERE "Id" = '${id}'`);
  return names.map((name) => row?.[name]);
}

test('an update changes what has a cell, empties what has #N/A, and refuses rows without a record', async () => {
  const id = project({ Name: 'One', Code__c: 'U1', Level__c: 'high', Size__c: 3 });
  const gone = project({ Name: 'Gone' });
  t.org.records.delete(t.user('rep'), 'Project__c', gone);
  const loaded = await t.load(
    'rep',
    job('update'),
    `Id,Name,Level__c,Size__c\n${id.slice(0, 15)},Two,,#N/A\n,Three,,\n${gone},Four,,\na0000000000zzzzAAA,Five,,\nnone,Six,,\n`
  );
  assert.deepEqual(outcomes(loaded), [
    `${id} false`,
    'MISSING_ARGUMENT:Id not specified in an update call:--',
    'ENTITY_IS_DELETED:entity is deleted:--',
    'INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--',
    'MALFORMED_ID:malformed id none:--'
  ]);
  assert.deepEqual(
    records(loaded.failures).map((row) => row.sf__Id),
    ['', gone, '', ''],
    'a failed row has an id when there is such a record'
  );
  assert.deepEqual(valuesOf(id, 'Name', 'Level__c', 'Size__c', 'Code__c'), ['Two', 'high', null, 'U1']);
  assert.deepEqual([loaded.job.numberRecordsProcessed, loaded.job.numberRecordsFailed], [5, 4]);
});

test('an upsert creates what is new and changes what is there, without regard to case; an empty Id column means nothing', async () => {
  const id = project({ Name: 'Old', Code__c: 'S1' });
  const loaded = await t.load('rep', UPSERT, 'Id,Code__c,Name\n,s1,New\n,S2,Second\n,,None\n');
  const [changed, created, refused] = outcomes(loaded);
  assert.equal(changed, `${id} false`);
  assert.match(created, /^a00\w{15} true$/);
  assert.equal(refused, 'MISSING_ARGUMENT:Code__c not specified:--');
  assert.deepEqual(valuesOf(id, 'Name', 'Code__c'), ['New', 'S1']);
  assert.deepEqual(valuesOf(created.split(' ')[0], 'Name', 'Code__c'), ['Second', 'S2']);
});

test('twins among 200 rows are all refused; in the next 200 a twin is an update', async () => {
  const rows = Array.from({ length: 201 }, (_, index) => `T${index},Row ${index}`);
  rows[1] = 't0,Twin of the first';
  rows[200] = 'T2,Last';
  const loaded = await t.load('rep', UPSERT, `Code__c,Name\n${rows.join('\n')}\n`);
  assert.deepEqual(
    records(loaded.failures).map((row) => [row.sf__Error, row.Name]),
    [
      ['DUPLICATE_VALUE:Duplicate external id specified: T0:Code__c --', 'Row 0'],
      ['DUPLICATE_VALUE:Duplicate external id specified: t0:Code__c --', 'Twin of the first']
    ]
  );
  assert.deepEqual([loaded.job.numberRecordsProcessed, loaded.job.numberRecordsFailed], [201, 2]);
  assert.deepEqual(t.rows(`SELECT "Name" FROM "Project__c" WHERE "Code__c" = 'T2'`)[0].Name, 'Last');
  assert.equal(records(loaded.successes).at(-1)?.sf__Created, 'false');
});

test('updates and deletes of the same record in one file are refused too', async () => {
  const id = project({ Name: 'Twin' });
  const expected = Array(2).fill(`DUPLICATE_VALUE:Duplicate id specified: ${id}:Id --`);
  assert.deepEqual(
    outcomes(await t.load('rep', job('update'), `Id,Name\n${id},A\n${id.slice(0, 15)},B\n`)),
    expected
  );
  assert.deepEqual(outcomes(await t.load('rep', job('delete'), `Id\n${id}\n${id}\n`)), expected);
});

test('a key that two records carry is refused, naming both', async () => {
  const [one, two] = [project({ Name: 'Same' }), project({ Name: 'Same' })];
  const loaded = await t.load(
    'rep',
    job('upsert', { externalIdFieldName: 'Name' }),
    'Name,Size__c\nsame,1\n'
  );
  assert.deepEqual(outcomes(loaded), [
    `DUPLICATE_EXTERNAL_ID:Name: more than one record found for external id field: [${one}, ${two}]:--`
  ]);
});

test('an upsert by Id creates where the Id is empty', async () => {
  const id = project({ Name: 'Known' });
  const loaded = await t.load(
    'rep',
    job('upsert', { externalIdFieldName: 'Id' }),
    `Id,Name\n${id},Changed\n,Fresh\n`
  );
  const [changed, created] = outcomes(loaded);
  assert.equal(changed, `${id} false`);
  assert.match(created, /^a00\w{15} true$/);
});

test('an upsert by Id without a column for it creates every row', async () => {
  const loaded = await t.load('rep', job('upsert', { externalIdFieldName: 'Id' }), 'Name\nOne\nTwo\n');
  const [one, two] = outcomes(loaded);
  assert.match(one, /^a00\w{15} true$/);
  assert.match(two, /^a00\w{15} true$/);
  assert.notEqual(one, two);
});

test('a value that another record has already is refused, with that record’s id', async () => {
  const id = project({ Name: 'First', Code__c: 'V1' });
  const loaded = await t.load('rep', job('insert'), 'Name,Code__c\nA,v1\nB,V2\nC,V2\n');
  const [, ...refused] = outcomes(loaded);
  const [{ Id: second }] = t.rows(`SELECT "Id" FROM "Project__c" WHERE "Code__c" = 'V2'`);
  assert.deepEqual(
    refused,
    [id, String(second)].map(
      (twin) =>
        `DUPLICATE_VALUE:duplicate value found: Code__c duplicates value on record with id: ${twin.slice(0, 15)}:--`
    )
  );
});

test('a delete fills the recycle bin; a hard delete empties it, details included, for those who may', async () => {
  const [soft, hard] = [project({ Name: 'Soft' }), project({ Name: 'Hard' })];
  const { id: step } = t.org.records.create(t.user('rep'), 'Step__c', { Name: 'S', Project__c: hard });
  assert.deepEqual(outcomes(await t.load('rep', job('delete'), `Id\n${soft}\n`)), [`${soft} false`]);
  assert.deepEqual(valuesOf(soft, 'IsDeleted'), [1]);

  const refused = await t.request('rep', '/services/data/v66.0/jobs/ingest', { json: job('hardDelete') });
  assert.equal(refused.status, 400);
  assert.deepEqual(await refused.json(), [
    {
      errorCode: 'FEATURENOTENABLED',
      message:
        'hardDelete operation requires special user profile permission, please contact your system administrator'
    }
  ]);
  t.install(
    permissionSetFile(
      'Purge',
      '<userPermissions><enabled>true</enabled><name>BulkApiHardDelete</name></userPermissions>'
    )
  );
  const [{ Id: set }] = t.rows(`SELECT "Id" FROM "PermissionSet" WHERE "Name" = 'Purge'`);
  const assignment = { PermissionSetId: set, AssigneeId: t.userId('rep') };
  assert.deepEqual(t.org.records.create(t.user('admin'), 'PermissionSetAssignment', assignment).errors, []);
  assert.deepEqual(outcomes(await t.load('rep', job('hardDelete'), `Id\n${hard}\n`)), [`${hard} false`]);
  assert.deepEqual(valuesOf(hard, 'IsDeleted'), [undefined]);
  assert.deepEqual(t.rows(`SELECT 1 FROM "Step__c" WHERE "Id" = '${step}'`), []);
});

test('sharing and field permissions of the user hold for each row', async () => {
  const mine = project({ Name: 'Mine' });
  const theirs = project({ Name: 'Theirs' }, 'rep2');
  const loaded = await t.load('rep', job('update'), `Id,Name\n${mine},A\n${theirs},B\n`);
  assert.deepEqual(outcomes(loaded), [
    `${mine} false`,
    'INSUFFICIENT_ACCESS_OR_READONLY:insufficient access rights on object id:--'
  ]);
  assert.deepEqual(valuesOf(theirs, 'Name'), ['Theirs']);
});

test('what an object does by itself happens for each row: an opportunity writes its history', async () => {
  const csv = 'Name,StageName,CloseDate,Amount\nDeal,Prospecting,2026-12-01,100\nNo stage,,2026-12-01,\n';
  const loaded = await t.load('rep', { object: 'Opportunity', operation: 'insert' }, csv);
  const [id, refused] = outcomes(loaded);
  assert.equal(refused, 'REQUIRED_FIELD_MISSING:Required fields are missing: [StageName]:StageName --');
  const [{ count }] = t.rows(
    `SELECT count(*) AS "count" FROM "OpportunityHistory" WHERE "OpportunityId" = '${id.split(' ')[0]}'`
  );
  assert.equal(count, 1);
});
