import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportsBesideComponent, strayExports } from './component-exports.ts';

test('components export nothing but their class, which is all that the platform supports', () => {
  assert.deepEqual(strayExports(), []);
});

test('a value beside the class is found, a type is not', () => {
  const source = [
    "import { api, LightningElement } from 'lwc';",
    "export { NONE, type Some } from './some';",
    'export interface Detail { key: string }',
    "export type Name = 'a' | 'b';",
    'export const LIMIT = 3;',
    'export default class Card extends LightningElement {',
    '  @api name = "";',
    '  @api',
    '  focus(): void {}',
    '}'
  ].join('\n');
  assert.deepEqual(exportsBesideComponent(source), [
    "export { NONE, type Some } from './some';",
    'export const LIMIT = 3;'
  ]);
  assert.deepEqual(exportsBesideComponent('export const LIMIT = 3;'), []);
});
