import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MetadataError } from '../errors.ts';
import { permissionSetFile, testOrg } from '../testing.ts';
import { customObject, field, values } from './fixture.ts';

const TEXT = field('Field__c', 'Text', '<length>80</length>');
const LOOKUP = field(
  'Field__c',
  'Lookup',
  '<referenceTo>Account</referenceTo><relationshipName>Things</relationshipName>'
);
const MASTER = LOOKUP.replace('>Lookup<', '>MasterDetail<');
const FORMULA = field('Field__c', 'Text', '<formula>Name</formula>');
const RIGHTS = permissionSetFile(
  'Seller',
  '<fieldPermissions><editable>true</editable><field>Thing__c.Field__c</field><readable>true</readable></fieldPermissions>' +
    '<objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Thing__c</object></objectPermissions>'
);

/** What is told of changing the field from one definition to another, after records with these values were made. */
function changed(from: string, to: string, stored: unknown[] = []): string[] {
  const t = testOrg();
  t.install(customObject('Thing__c', from, 'ReadWrite'), ...(from === FORMULA ? [] : [RIGHTS]));
  for (const value of stored) {
    const { errors } = t.org.records.create(t.user('rep'), 'Thing__c', { Name: 'One', Field__c: value });
    assert.deepEqual(errors, []);
  }
  const model = to === MASTER ? 'ControlledByParent' : 'ReadWrite';
  try {
    t.install(customObject('Thing__c', to, model));
    return [];
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    const [before] = t.org.store.all('SELECT count(*) AS "count" FROM "Thing__c"');
    assert.equal(before?.['count'], stored.length);
    return error.problems.map(({ type, fullName, problem }) => `${type} ${fullName}: ${problem}`);
  } finally {
    t.close();
  }
}

const told = (problem: string) => [`CustomField Thing__c.Field__c: ${problem}`];

test('a field that people fill in becomes no relationship and no formula, nor the other way round', () => {
  assert.deepEqual(
    changed(TEXT, LOOKUP),
    told('Cannot update a field to a Lookup, MasterDetail, or Hierarchy from something else')
  );
  assert.deepEqual(
    changed(LOOKUP, TEXT),
    told('Cannot update a field from a Lookup, MasterDetail, or Hierarchy to something else')
  );
  assert.deepEqual(changed(TEXT, FORMULA), told('Cannot update a field to a Formula from something else'));
  assert.deepEqual(changed(FORMULA, TEXT), told('Cannot update a field from a Formula to something else'));
});

test('a relationship keeps leading to the same object', () => {
  assert.deepEqual(
    changed(LOOKUP, LOOKUP.replace('>Account<', '>Contact<')),
    told("Cannot change the 'referenceTo' of a relationship")
  );
});

const NUMBER = field('Field__c', 'Number', '<precision>5</precision><scale>0</scale>');
const PICKLIST = field('Field__c', 'Picklist', values(['Red', 'Blue'], false));
const MULTIPLE = field(
  'Field__c',
  'MultiselectPicklist',
  `<visibleLines>4</visibleLines>${values(['Red', 'Blue'], false)}`
);

test('a type changes where its values keep their meaning, or where there are none', () => {
  const refused = told('Cannot change type due to existing data');
  assert.deepEqual(changed(TEXT, NUMBER, ['12']), refused);
  assert.deepEqual(changed(TEXT, NUMBER, [null]), []);
  assert.deepEqual(changed(TEXT, PICKLIST, ['Red']), refused);
  assert.deepEqual(changed(PICKLIST, TEXT, ['Red']), []);
  assert.deepEqual(changed(PICKLIST, MULTIPLE, ['Red']), []);
  assert.deepEqual(changed(MULTIPLE, PICKLIST, ['Red']), refused);
  assert.deepEqual(changed(TEXT, field('Field__c', 'Date'), ['12']), refused);
  assert.deepEqual(changed(TEXT, field('Field__c', 'Email'), ['a@example.com']), []);
});

test('records without a parent keep a lookup from becoming a master', () => {
  assert.deepEqual(changed(LOOKUP, MASTER, [null]), told('Cannot change type due to existing data'));
  assert.deepEqual(changed(LOOKUP, MASTER), []);
});

test('a field with the same value twice can’t become unique; capitals don’t tell values apart', () => {
  const unique = TEXT.replace('</fields>', '<unique>true</unique></fields>');
  const refused = told('Cannot make the field unique: records have the same value in it');
  assert.deepEqual(changed(TEXT, unique, ['a', 'A']), refused);
  assert.deepEqual(changed(TEXT, unique, ['a', 'b', null, null]), []);
  const exact = unique.replace('</fields>', '<caseSensitive>true</caseSensitive></fields>');
  assert.deepEqual(changed(TEXT, exact, ['a', 'A']), []);
});
