import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field } from '../../schema/fixture.ts';
import { permissionSetFile, testOrg } from '../../testing.ts';
import { textOf } from '../package/zip.ts';
import { parseXml } from '../../xml/document.ts';
import { deleteComponents } from './delete.ts';
import { renameComponent } from './rename.ts';
import { saveComponents, type CrudResult, type SaveMode } from './save.ts';

const NAME = '<nameField><type>Text</type><label>Name</label></nameField>';
const SHARED = `${NAME}<pluralLabel>Notes</pluralLabel><sharingModel>ReadWrite</sharingModel>`;

function setup() {
  const t = testOrg();
  const save = (mode: SaveMode, type: string, ...components: string[]): CrudResult[] =>
    saveComponents(
      t.org,
      t.user('admin'),
      mode,
      components.map((inner) =>
        parseXml(
          `<metadata xsi:type="${type}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inner}</metadata>`
        )
      )
    );
  const remove = (type: string, ...names: string[]) => deleteComponents(t.org, t.user('admin'), type, names);
  const rename = (from: string, to: string, type = 'CustomObject') =>
    renameComponent(t.org, t.user('admin'), { type, from, to });
  const fileText = (name: string) =>
    textOf(t.org.metadata.get('CustomObject', name)[0]?.content ?? new Uint8Array());
  return { ...t, save, remove, rename, fileText };
}

const note = (label: string, rest = '') =>
  `<fullName>Note__c</fullName><label>${label}</label>${rest}${SHARED}`;
const errorsOf = (results: CrudResult[]) =>
  results.map(({ errors }) => errors.map(({ statusCode, message }) => `${statusCode}: ${message}`));

test('a component is created, once', () => {
  const { org, save } = setup();
  assert.deepEqual(save('create', 'CustomObject', note('Note')), [
    { fullName: 'Note__c', success: true, errors: [] }
  ]);
  assert.equal(org.schema.object('Note__c')?.label, 'Note');
  assert.deepEqual(errorsOf(save('create', 'CustomObject', note('Again'))), [
    ['DUPLICATE_DEVELOPER_NAME: There is already a CustomObject named Note__c']
  ]);
  assert.equal(org.schema.object('Note__c')?.label, 'Note');
});

test('a name that is a number needs no format', () => {
  const { org, save } = setup();
  const numbered = note('Note').replace('<type>Text</type>', '<type>AutoNumber</type>');
  assert.deepEqual(errorsOf(save('create', 'CustomObject', numbered)), [[]]);
  assert.equal(org.schema.object('Note__c')?.fields.get('name')?.autoNumberFormat, '{0}');
});

test('an update takes away what it says is null, and needs a component that is there', () => {
  const { org, save } = setup();
  assert.deepEqual(errorsOf(save('update', 'CustomObject', note('Note'))), [
    ['INVALID_CROSS_REFERENCE_KEY: no CustomObject named Note__c found']
  ]);
  save('create', 'CustomObject', note('Note', '<description>Old words</description>'));
  save('update', 'CustomObject', note('New', '<description xsi:nil="true"/>'));
  const { label, description } = org.schema.object('Note__c') ?? {};
  assert.deepEqual([label, description], ['New', null]);
});

test('an upsert tells which it made', () => {
  const { save } = setup();
  assert.equal(save('upsert', 'CustomObject', note('Note'))[0]?.created, true);
  assert.equal(save('upsert', 'CustomObject', note('Note'))[0]?.created, false);
});

test('a child is saved in the file of its parent, which keeps its other children', () => {
  const { org, save, remove } = setup();
  save('create', 'CustomObject', note('Note'));
  const text = (name: string) =>
    `<fullName>Note__c.${name}</fullName><label>${name}</label><length>10</length><type>Text</type>`;
  assert.deepEqual(errorsOf(save('create', 'CustomField', text('A__c'), text('B__c'))), [[], []]);
  assert.deepEqual(errorsOf(remove('CustomField', 'Note__c.A__c')), [[]]);
  const fields = org.schema.object('Note__c')?.fields;
  assert.deepEqual([fields?.has('a__c'), fields?.has('b__c')], [false, true]);
});

test('each component is judged by itself, with the words of a deploy', () => {
  const { save } = setup();
  const wrong = '<fullName>Bad__c</fullName><label>Bad</label><sharingModel>ReadWrite</sharingModel>';
  assert.deepEqual(errorsOf(save('create', 'CustomObject', wrong, note('Note'))), [
    ['FIELD_INTEGRITY_EXCEPTION: Must specify a nameField of type Text or AutoNumber'],
    []
  ]);
});

test('ten components a call; a component that is not there cannot be deleted', () => {
  const { save, remove } = setup();
  assert.throws(() => save('create', 'CustomObject', ...Array.from({ length: 11 }, () => note('Note'))), {
    code: 'LIMIT_EXCEEDED'
  });
  assert.deepEqual(errorsOf(remove('CustomObject', 'Note__c')), [
    ['INVALID_CROSS_REFERENCE_KEY: no CustomObject named Note__c found']
  ]);
});

test('an object that is renamed keeps its records, their ids, its numbers and its rights', () => {
  const { org, user, install, rename } = setup();
  install(
    customObject(
      'Note__c',
      field('Code__c', 'Text', '<length>10</length><unique>true</unique>') +
        field('No__c', 'AutoNumber', '<displayFormat>N-{0}</displayFormat>')
    )
  );
  const create = (object: string, Name: string) => org.records.create(user('admin'), object, { Name }).id;
  const first = create('Note__c', 'First');
  assert.deepEqual(rename('Note__c', 'Memo__c'), { fullName: 'Note__c', success: true, errors: [] });
  assert.equal(org.schema.object('Note__c'), undefined);
  create('Memo__c', 'Second');
  assert.deepEqual(
    org.store.all('SELECT "Id", "Name", "No__c" FROM "Memo__c" ORDER BY "Id"').map((row) => ({ ...row })),
    [
      { Id: first, Name: 'First', No__c: 'N-1' },
      { Id: 'a00000000000002AAA', Name: 'Second', No__c: 'N-2' }
    ]
  );
  install(customObject('Note__c', field('Code__c', 'Text', '<length>10</length><unique>true</unique>')));
  assert.equal(create('Note__c', 'Another')?.slice(0, 3), 'a01');
});

test('an object that something names, or whose new name is taken, is not renamed', () => {
  const { org, install, rename } = setup();
  install(
    customObject('Note__c'),
    customObject('Memo__c'),
    permissionSetFile(
      'Readers',
      '<objectPermissions><allowRead>true</allowRead><object>Note__c</object></objectPermissions>'
    )
  );
  assert.deepEqual(errorsOf([rename('Note__c', 'Letter__c'), rename('Memo__c', 'Note__c')]), [
    [
      'DEPENDENCY_EXISTS: This custom object is referenced elsewhere in salesforce.com. : PermissionSet Readers'
    ],
    ['DUPLICATE_DEVELOPER_NAME: There is already a CustomObject named Note__c']
  ]);
  assert.deepEqual(errorsOf([rename('Memo__c', 'Bad name')]), [
    ["FIELD_INTEGRITY_EXCEPTION: The object Bad name is not in the local org's catalogue"]
  ]);
  assert.ok(org.schema.object('Memo__c'));
  assert.equal(org.store.all('SELECT count(*) AS "n" FROM "Memo__c"')[0]?.['n'], 0);
  assert.match(rename('Readers', 'Others', 'PermissionSet').errors[0]?.message ?? '', /not supported/);
});
