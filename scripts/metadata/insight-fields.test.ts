import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childText } from '../local-org/xml/document.ts';
import { fieldsOfObjects } from './fields.ts';
import { sourceFiles } from './source.ts';
import type { SourceFile } from './source.ts';

/** What a box, a score or a formula could rate. Knowledge about people is written in words or not at all. */
const RATING = ['Checkbox', 'Currency', 'MultiselectPicklist', 'Number', 'Percent', 'Picklist', 'Summary'];
/** Who may read an insight says nothing about anybody. */
const ALLOWED = ['Visibility__c'];

function ratings(fields: readonly SourceFile[]): string[] {
  return fields
    .filter(
      ({ name, root }) =>
        !ALLOWED.includes(name) &&
        (RATING.includes(childText(root, 'type')) || childText(root, 'formula') !== '')
    )
    .map(({ name }) => name);
}

const insight = [...(fieldsOfObjects(sourceFiles()).get('Client_Insight__c') ?? new Map()).values()].map(
  ({ file }: { file: SourceFile }) => file
);

test('no field of an insight rates a friendship, and none may be added', () => {
  assert.deepEqual(ratings(insight), []);
});

test('free text, who wrote it and when are what an insight is', () => {
  assert.deepEqual(
    insight.map(({ name, root }) => `${name} ${childText(root, 'type')}`),
    [
      'Account__c Lookup',
      'Author__c Lookup',
      'Text__c LongTextArea',
      'Visibility__c Picklist',
      'Written_At__c DateTime'
    ]
  );
});

for (const type of RATING) {
  test(`a ${type} would be found`, () => {
    const [visibility] = insight.filter(({ name }) => name === 'Visibility__c');
    assert.ok(visibility);
    const root = {
      ...visibility.root,
      children: visibility.root.children.map((child) =>
        child.name === 'type' ? { ...child, text: type } : child
      )
    };
    assert.deepEqual(ratings([{ ...visibility, name: 'Friendship__c', root }]), ['Friendship__c']);
  });
}
