import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateText } from './rate.ts';

test('a step says how far it is, how fast, and how long it will take', () => {
  assert.equal(rateText(1200, 4000, 2000), '1,200 of 4,000 rows, 600/s, 5 s left');
  assert.equal(rateText(4000, 4000, 4000), '4,000 of 4,000 rows, 1,000/s, 0 s left');
});

test('before there is anything to tell it says only how far it is', () => {
  assert.equal(rateText(0, 4000, 2000), '0 of 4,000 rows');
  assert.equal(rateText(10, 4000, 0), '10 of 4,000 rows');
});
