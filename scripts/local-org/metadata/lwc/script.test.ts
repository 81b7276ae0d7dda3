import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScript } from './script.ts';

test('types are erased on their lines, imports that serve only types with them', () => {
  const { code, problems, references } = readScript(
    'card.ts',
    [
      "import { LightningElement, api } from 'lwc';",
      "import type { Kind } from './kind';",
      "import { Size } from './size';",
      'interface Note { kind: Kind; size: Size }',
      'export default class Card extends LightningElement {',
      '  @api note!: Note;',
      '  declare ready: boolean;',
      '}'
    ].join('\n')
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(references, [{ file: 'card.ts', specifier: 'lwc', line: 1, column: 39 }]);
  const lines = code.split('\n').map((line) => line.trim());
  assert.match(lines[4] ?? '', /^export default class Card/);
  assert.match(lines[5] ?? '', /^@api\s+note;$/);
});

test('modules are found in exports and dynamic imports too', () => {
  const source =
    "export { a } from 'c/a';\nexport * from './b';\nexport const later = () => import('c/later');";
  assert.deepEqual(
    readScript('m.js', source).references.map(({ specifier, line, column }) => [specifier, line, column]),
    [
      ['c/a', 1, 19],
      ['./b', 2, 15],
      ['c/later', 3, 35]
    ]
  );
});

const NOT_ERASABLE: [source: string, column: number, problem: RegExp][] = [
  ['enum Kind { Tip }', 1, /^An enum is not erasable TypeScript\./],
  ['namespace Tips { export const a = 1 }', 1, /^A namespace is not erasable TypeScript\./],
  ['class A { constructor(private b: string) {} }', 23, /^A parameter property is not erasable TypeScript\./],
  ["import fs = require('fs');", 1, /^"import =" is not erasable TypeScript\./],
  ['const a = <string>b;', 11, /^A type in angle brackets is not erasable TypeScript\./]
];

for (const [source, column, problem] of NOT_ERASABLE) {
  test(`refuses ${source}`, () => {
    const [first, ...others] = readScript('a.ts', `\n${source}`).problems;
    assert.match(first?.problem ?? '', problem);
    assert.deepEqual([first?.line, first?.column, others], [2, column, []]);
  });
}

test('what is only declared means nothing at run time', () => {
  const source = 'declare enum Kind { Tip }\ndeclare namespace Tips { const a: number }\nexport const b = 1;';
  assert.deepEqual(readScript('a.ts', source).problems, []);
});

test('a script that does not parse is placed', () => {
  assert.deepEqual(readScript('a.js', 'let a = ;').problems, [
    { file: 'a.js', problem: 'SyntaxError: Unexpected token', line: 1, column: 9 }
  ]);
});
