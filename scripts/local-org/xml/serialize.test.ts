import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from '../metadata/testing.ts';
import { parseXml } from './document.ts';
import { serializeDocument, serializeElement } from './serialize.ts';

test('a document comes back as a retrieve would indent it', () => {
  const source = document(
    'Group',
    '    <doesIncludeBosses>false</doesIncludeBosses>',
    '    <name>R &amp; D</name>'
  );
  const root = parseXml(source);
  assert.equal(serializeDocument(root.name, root.children), source);
});

test('elements that say the same give the same text', () => {
  const loose = parseXml('<a x="1"><!-- why -->\n\n<b>1</b><c></c></a>');
  const tight = parseXml("<a x='1'><b>1</b><c/></a>");
  assert.equal(serializeElement(loose), serializeElement(tight));
  assert.equal(serializeElement(tight), '<a x="1">\n    <b>1</b>\n    <c/>\n</a>\n');
});
