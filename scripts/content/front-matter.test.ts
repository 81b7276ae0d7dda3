import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrontMatter } from './front-matter.ts';

const PIECE = `---
key: agree-the-close-plan
criteria:
  logic: 1 OR 2
  items:
    - field: StageName
      operator: equals
    - { field: Amount, operator: greaterThan, value: 50000 }
reviewBy: 2027-03-31
---
First line of the body.
`;

test('values, body and the lines of both are read', () => {
  const matter = readFrontMatter(PIECE);
  assert.deepEqual(matter.problems, []);
  assert.equal(matter.values['key'], 'agree-the-close-plan');
  assert.equal(matter.values['reviewBy'], '2027-03-31');
  assert.equal(matter.body, 'First line of the body.\n');
  assert.equal(matter.bodyLine, 11);
});

const lines: [path: (string | number)[], line: number][] = [
  [['key'], 2],
  [['criteria', 'logic'], 4],
  [['criteria', 'items', 0], 6],
  [['criteria', 'items', 0, 'operator'], 7],
  [['criteria', 'items', 1, 'value'], 8],
  [['reviewBy'], 9]
];

for (const [path, line] of lines) {
  test(`${path.join('.')} stands on line ${line}`, () => {
    assert.equal(readFrontMatter(PIECE).lineOf(path), line);
  });
}

test('what is not there is looked for in its nearest ancestor', () => {
  const { lineOf } = readFrontMatter(PIECE);
  assert.equal(lineOf(['criteria', 'items', 0, 'value']), 6);
  assert.equal(lineOf(['title']), 2);
});

test('Windows line ends and a byte order mark change nothing', () => {
  const matter = readFrontMatter(`\uFEFF${PIECE.replaceAll('\n', '\r\n')}`);
  assert.equal(matter.values['key'], 'agree-the-close-plan');
  assert.equal(matter.bodyLine, 11);
  assert.equal(matter.body, 'First line of the body.\n');
});

const broken: [text: string, line: number, message: string][] = [
  [
    'Just text.',
    1,
    'The file has no front matter. Begin it with a line ---, then key: …, kind: …, and a line --- again.'
  ],
  [
    '---\nkey: x\nText without an end.',
    1,
    'The file has no front matter. Begin it with a line ---, then key: …, kind: …, and a line --- again.'
  ],
  ['---\nkey: x\nkey: y\n---\n', 3, 'The front matter is not valid YAML: Map keys must be unique.'],
  ['---\nonly text\n---\n', 2, 'The front matter holds no properties. Write one a line, such as key: …']
];

for (const [text, line, message] of broken) {
  test(`${JSON.stringify(text.slice(0, 20))} is refused on line ${line}`, () => {
    assert.deepEqual(readFrontMatter(text).problems, [{ line, message }]);
  });
}
