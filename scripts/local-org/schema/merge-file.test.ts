import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectFile } from '../testing.ts';
import { containerOf, mergeFiles, withoutChild } from './merge-file.ts';
import { childElements, childText, parseXml } from './xml.ts';

const deployed = objectFile(
  'Thing__c',
  '<fields><fullName>A__c</fullName><label>A</label></fields><fields><fullName>B__c</fullName></fields><label>Thing</label>'
).content;

function fieldsOf(content: Uint8Array) {
  return childElements(parseXml(content), 'fields').map((element) => [
    childText(element, 'fullName'),
    childText(element, 'label')
  ]);
}

test('a deployed field replaces its namesake and leaves the others and the object alone', () => {
  const incoming = objectFile(
    'Thing__c',
    '<fields><fullName>A__c</fullName><label>New</label></fields><fields><fullName>C__c</fullName></fields>'
  ).content;
  const merged = mergeFiles(deployed, incoming);
  assert.deepEqual(fieldsOf(merged), [
    ['A__c', 'New'],
    ['B__c', null],
    ['C__c', null]
  ]);
  assert.equal(childText(parseXml(merged), 'label'), 'Thing');
});

test('one child can be taken out; taking out what is not there changes nothing', () => {
  const without = withoutChild(deployed, 'fields', 'Thing__c.A__c');
  assert.ok(without);
  assert.deepEqual(fieldsOf(without), [['B__c', null]]);
  assert.equal(withoutChild(deployed, 'fields', 'Thing__c.X__c'), null);
});

test('children know the file they live in', () => {
  assert.deepEqual(containerOf({ type: 'CustomField', fullName: 'Account.A__c' }), {
    type: 'CustomObject',
    element: 'fields',
    fullName: 'Account'
  });
  assert.deepEqual(containerOf({ type: 'CustomLabel', fullName: 'Hello' }), {
    type: 'CustomLabels',
    element: 'labels',
    fullName: 'CustomLabels'
  });
  assert.equal(containerOf({ type: 'FlexiPage', fullName: 'Home' }), null);
});
