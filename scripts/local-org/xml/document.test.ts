import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childOf, childrenOf, childText, parseXml, XmlSyntaxError } from './document.ts';

const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment -->
<CustomObject xmlns="urn:x" note="a > b &amp; c">
    <fields>
        <fullName>Tier__c</fullName>
        <label>A &amp; B &#8211; &#x41; &lt;c&gt; &quot;&apos;</label>
        <description><![CDATA[ <b>&amp;</b> ]]></description>
        <empty/>
    </fields>
</CustomObject>
`;

test('an element tells the place behind its start tag and behind its end tag', () => {
  const fields = childOf(parseXml(SOURCE), 'fields');
  assert.ok(fields);
  assert.deepEqual([fields.line, fields.column], [4, 13]);
  assert.deepEqual(childOf(fields, 'fullName')?.end, { line: 5, column: 37 });
});

test('attributes, entities and CDATA are read as what they mean', () => {
  const root = parseXml(SOURCE);
  const fields = childOf(root, 'fields');
  assert.ok(fields);
  assert.equal(root.attributes['note'], 'a > b & c');
  assert.equal(childText(fields, 'label'), 'A & B – A <c> "\'');
  assert.equal(childOf(fields, 'description')?.text, ' <b>&amp;</b> ');
  assert.equal(childText(fields, 'empty'), '');
  assert.equal(childrenOf(fields, 'label').length, 1);
});

test('a byte order mark is not part of the document', () => {
  assert.equal(parseXml('\uFEFF<a>1</a>').text, '1');
});

const MISTAKES: [source: string, message: string, line: number, column: number][] = [
  [
    '<a>\n  <b>\n</a>',
    "Expected closing tag 'b' (opened in line 2, col 3) instead of closing tag 'a'.",
    3,
    1
  ],
  ['<a>\n  R & D\n</a>', "char '&' is not expected.", 2, 5],
  ['', 'Start tag expected.', 1, 1],
  ['<a/>\n<b/>', 'The markup in the document following the root element must be well-formed.', 2, 5],
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'DOCTYPE is disallowed', 1, 1]
];

for (const [source, message, line, column] of MISTAKES) {
  test(`refuses ${JSON.stringify(source)}`, () => {
    assert.throws(
      () => parseXml(source),
      (error) => {
        assert.ok(error instanceof XmlSyntaxError);
        assert.deepEqual([error.message, error.place], [message, { line, column }]);
        return true;
      }
    );
  });
}
