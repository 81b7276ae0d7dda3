import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenOf, childText } from '../local-org/xml/document.ts';
import { propertiesOf } from '../local-org/metadata/xml/wsdl-types.ts';
import { checkElement } from './api-check.ts';
import { fieldProblems, fieldsOfObjects } from './fields.ts';
import { danglingFields, layoutItems, objectOf } from './references.ts';
import { ofType, problem, sourceFiles, walk } from './source.ts';

const files = sourceFiles();
const fields = fieldsOfObjects(files);
const objects = ofType(files, 'CustomObject');

test('every element and value is one that the Metadata API takes', () => {
  const problems = files.flatMap((file) =>
    checkElement(file.root, file.type).map(({ line, text }) => `${file.path}:${line} ${text}`)
  );
  assert.deepEqual(problems, []);
});

test('everything that can have a description has one', () => {
  const silent = files
    .filter(
      ({ type, root }) => propertiesOf(type)?.has('description') && childText(root, 'description') === ''
    )
    .map((file) => problem(file, 'has no description'));
  assert.deepEqual(silent, []);
});

test('every sharing rule says why it shares', () => {
  const silent = ofType(files, 'SharingRules').flatMap((file) =>
    file.root.children
      .filter((rule) => childText(rule, 'description') === '')
      .map((rule) => problem(file, 'has no description', rule))
  );
  assert.deepEqual(silent, []);
});

test('every field that a layout lets a person fill in has a help text', () => {
  const silent = ofType(files, 'Layout').flatMap((file) =>
    layoutItems(file.root)
      .filter((item) => childText(item, 'behavior') !== 'Readonly')
      .map((item) => fields.get(objectOf(file))?.get(childText(item, 'field')))
      .filter((field) => field && childText(field.file.root, 'inlineHelpText') === '')
      .map((field) => `${field?.file.path} has no inlineHelpText`)
  );
  assert.deepEqual(silent, []);
});

test('a field that every record needs is marked so on its layout', () => {
  const problems = ofType(files, 'Layout').flatMap((file) =>
    layoutItems(file.root)
      .filter((item) => fields.get(objectOf(file))?.get(childText(item, 'field'))?.required)
      .filter((item) => childText(item, 'behavior') !== 'Required')
      .map((item) => problem(file, `${childText(item, 'field')} must be Required`, item))
  );
  assert.deepEqual(problems, []);
});

test('every field is well defined', () => {
  assert.deepEqual(ofType(files, 'CustomField').flatMap(fieldProblems), []);
});

// A formatter that wraps long lines would put its line breaks and spaces into descriptions, labels and help texts.
test('no text is broken over lines', () => {
  const broken = files.flatMap((file) =>
    [...walk(file.root)]
      .filter(({ children, text }) => children.length === 0 && text !== text.trim().replace(/\s+/g, ' '))
      .map((element) => problem(file, `${element.name} has line breaks or stray spaces`, element))
  );
  assert.deepEqual(broken, []);
});

test('layouts, list views, compact layouts and rules name only fields that exist, and no people', () => {
  assert.deepEqual(
    files.flatMap((file) => danglingFields(file, fields)),
    []
  );
});

test('no list view shows people, or filters by them, through a lookup', () => {
  const people = [...fields].flatMap(([object, ofObject]) =>
    [...ofObject.values()]
      .filter(({ file }) => childText(file.root, 'referenceTo') === 'User')
      .map(({ name }) => `${object}.${name}`)
  );
  const shown = ofType(files, 'ListView').flatMap((file) =>
    [...walk(file.root)]
      .filter(({ text }) => people.includes(`${file.object}.${text.trim()}`))
      .map((element) => problem(file, `names people (${element.text})`, element))
  );
  assert.deepEqual(shown, []);
});

test('every object has a tab, a layout, a list view and a compact layout of its own', () => {
  const having = {
    CustomTab: new Set(ofType(files, 'CustomTab').map(({ name }) => name)),
    Layout: new Set(ofType(files, 'Layout').map(objectOf)),
    ListView: new Set(ofType(files, 'ListView').map(objectOf))
  };
  const compact = new Set(ofType(files, 'CompactLayout').map((file) => `${file.object}.${file.name}`));
  const problems = objects.flatMap((file) => [
    ...Object.entries(having)
      .filter(([, names]) => !names.has(file.name))
      .map(([type]) => problem(file, `has no ${type}`)),
    ...(compact.has(`${file.name}.${childText(file.root, 'compactLayoutAssignment')}`)
      ? []
      : [problem(file, 'is assigned a compact layout that does not exist')])
  ]);
  assert.deepEqual(problems, []);
});

test('what belongs to one person is private, inside and outside, and kept from the role hierarchy', () => {
  const restricted = ofType(files, 'RestrictionRule')
    .filter(
      ({ root }) => childText(root, 'active') === 'true' && childText(root, 'enforcementType') === 'Restrict'
    )
    .map(({ root }) => [childText(root, 'targetEntity'), childText(root, 'recordFilter')]);
  assert.deepEqual(
    objects.map(({ name, root }) => [
      name,
      childText(root, 'sharingModel'),
      childText(root, 'externalSharingModel')
    ]),
    [
      ['Adoption_Week__c', 'Read', 'Private'],
      ['Sync_Run__c', 'Private', 'Private'],
      ['Usage_Access__c', 'Read', 'Private'],
      ['Usage_Batch__c', 'Private', 'Private'],
      ['Usage_Day__c', 'Private', 'Private'],
      ['Guidance_Preference__c', 'Private', 'Private'],
      ['Guidance_Review__c', 'Private', 'Private'],
      ['Guidance__c', 'Read', 'Private'],
      ['Account_Engagement__c', 'ControlledByParent', 'ControlledByParent'],
      ['Account_Signal__c', 'ControlledByParent', 'ControlledByParent'],
      ['Agreed_Target__c', 'Read', 'Private'],
      ['Alignment_Review__c', 'Read', 'Private'],
      ['Client_Insight__c', 'Private', 'Private'],
      ['Commitment__c', 'ControlledByParent', 'ControlledByParent'],
      ['Committee_Pattern__c', 'Read', 'Private'],
      ['Insight_Thanks__c', 'ControlledByParent', 'ControlledByParent'],
      ['Kpi_Week__c', 'Read', 'Private'],
      ['Qualification_Rule__c', 'Read', 'Private'],
      ['Qualification__c', 'ControlledByParent', 'ControlledByParent'],
      ['Service_Level__c', 'Read', 'Private'],
      ['Target_Account__c', 'Read', 'Private'],
      ['Target_Capacity__c', 'Read', 'Private']
    ]
  );
  assert.deepEqual(restricted, [
    ['Usage_Batch__c', 'OwnerId = $User.Id'],
    ['Usage_Day__c', 'OwnerId = $User.Id'],
    ['Guidance_Preference__c', 'OwnerId = $User.Id'],
    ['Guidance_Review__c', 'OwnerId = $User.Id']
  ]);
});

test('sharing rules share records of objects that exist with groups that exist', () => {
  const groups = new Set(ofType(files, 'Group').map(({ name }) => name));
  const problems = ofType(files, 'SharingRules').flatMap((file) => [
    ...(fields.has(file.name) ? [] : [problem(file, `${file.name} doesn't exist`)]),
    ...file.root.children
      .flatMap((rule) => childrenOf(rule, 'sharedTo').flatMap((to) => childrenOf(to, 'group')))
      .filter((group) => !groups.has(group.text.trim()))
      .map((group) => problem(file, `group ${group.text} doesn't exist`, group))
  ]);
  assert.deepEqual(problems, []);
});
