import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soqlDateTime, soqlNumber, soqlPattern, soqlString } from './soql-text.ts';

test('quotes, backslashes and control characters are escaped', () => {
  assert.equal(soqlString("it's\\\n\r\t"), String.raw`'it\'s\\\n\r\t'`);
});

test('a pattern keeps the escapes of its wildcards and no other', () => {
  assert.equal(soqlPattern(String.raw`100\% of a_b\_c`), String.raw`'100\% of a_b\_c'`);
  assert.equal(soqlPattern(String.raw`back\slash'`), String.raw`'back\\slash\''`);
});

for (const [value, text] of [
  [0, '0'],
  [-1.5, '-1.5'],
  [1e-7, '0.0000001'],
  [123456789012345, '123456789012345']
] as const) {
  test(`${value} is written ${text}`, () => {
    assert.equal(soqlNumber(value), text);
  });
}

test('an instant is written in UTC', () => {
  assert.equal(soqlDateTime('2026-11-18T12:00:00+02:00'), '2026-11-18T10:00:00.000Z');
});
