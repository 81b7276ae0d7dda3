import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectFile } from '../testing.ts';
import { containerOf, mergeFiles, withoutChild } from './merge-file.ts';
import { childrenOf, childText, parseXml } from '../xml/document.ts';

const deployed = objectFile(
  'Thing__c',
  '<fields><fullName>A__c</fullName><label>A</label></fields><fields><fullName>B__c</fullName></fields><label>Thing</label>'
).content;

function fieldsOf(content: Uint8Array) {
  return childrenOf(parseXml(content), 'fields').map((element) => [
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
    ['B__c', ''],
    ['C__c', '']
  ]);
  assert.equal(childText(parseXml(merged), 'label'), 'Thing');
});

test('entities and sections of a deployed file mean afterwards what they meant', () => {
  const label = (text: string) =>
    objectFile('Thing__c', `<fields><fullName>A__c</fullName><label>${text}</label></fields>`).content;
  const meant = 'A & B – <c> "d"';
  for (const written of ['A &amp; B &#8211; &lt;c&gt; &quot;d&quot;', '<![CDATA[A & B – <c> "d"]]>']) {
    const once = mergeFiles(label('old'), label(written));
    const twice = mergeFiles(once, objectFile('Thing__c', '<label>Thing</label>').content);
    assert.deepEqual(fieldsOf(twice), [['A__c', meant]]);
  }
});

test('one child can be taken out; taking out what is not there changes nothing', () => {
  const without = withoutChild(deployed, 'fields', 'Thing__c.A__c');
  assert.ok(without);
  assert.deepEqual(fieldsOf(without), [['B__c', '']]);
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
