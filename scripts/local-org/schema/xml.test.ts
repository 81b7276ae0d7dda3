import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childElements, childFlag, childText, parseXml, writeXml, XmlError } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array) => new TextDecoder().decode(content);

test('elements keep their order, text keeps its entities', () => {
  const root = parseXml(bytes('<A xmlns="urn:x"><b>1 &lt; 2 &amp; 3</b><c/><b>two</b><d>true</d></A>'));
  assert.equal(root.name, 'A');
  assert.deepEqual(root.attributes, { xmlns: 'urn:x' });
  assert.deepEqual(
    childElements(root, 'b').map((element) => element.text),
    ['1 < 2 & 3', 'two']
  );
  assert.equal(childText(root, 'c'), null);
  assert.equal(childFlag(root, 'd'), true);
});

test('what was read is written again so that it reads the same', () => {
  const source = '<A xmlns="urn:x"><b>1 &lt; 2 &amp; "3"</b><c><d>x</d></c><e/></A>';
  const once = writeXml(parseXml(bytes(source)));
  assert.equal(
    text(once),
    '<?xml version="1.0" encoding="UTF-8"?>\n<A xmlns="urn:x">\n    <b>1 &lt; 2 &amp; "3"</b>\n    <c>\n        <d>x</d>\n    </c>\n    <e/>\n</A>\n'
  );
  assert.deepEqual(writeXml(parseXml(once)), once);
});

test('a file that is not well-formed names the line', () => {
  assert.throws(
    () => parseXml(bytes('<A>\n<b>\n</A>')),
    (error) => error instanceof XmlError && error.line === 3 && /Expected closing tag 'b'/.test(error.message)
  );
});
