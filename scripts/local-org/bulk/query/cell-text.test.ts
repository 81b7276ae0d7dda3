import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubleText } from './cell-text.ts';

const NUMBERS: [number, string][] = [
  [0, '0.0'],
  [1, '1.0'],
  [-2.5, '-2.5'],
  [0.001, '0.001'],
  [0.0009, '9.0E-4'],
  [1234567, '1234567.0'],
  [9999999.99, '9999999.99'],
  [12345678, '1.2345678E7'],
  [-10000000, '-1.0E7'],
  [16147805824397, '1.6147805824397E13']
];

for (const [number, text] of NUMBERS) {
  test(`${number} is written ${text}`, () => {
    assert.equal(doubleText(number), text);
  });
}
