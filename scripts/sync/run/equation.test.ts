import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requireEquation, rowEquation } from './equation.ts';

test('says what became of every row, and whether that is all of them', () => {
  assert.deepEqual(rowEquation(1200, 'rows', { saved: 1100, unmatched: 100 }), {
    text: '1,200 rows = 1,100 saved + 100 unmatched',
    holds: true
  });
  assert.equal(rowEquation(3, 'rows', { saved: 1, unmatched: 1 }).holds, false);
});

test('a row that got lost ends the run', () => {
  assert.throws(() => requireEquation(rowEquation(2, 'rows', { saved: 1 }), 'Nothing was written.'), {
    code: 'ROWS_LOST',
    message: 'The row equation does not hold: 2 rows = 1 saved.',
    actions: ['Nothing was written. Run it again with --verbose, and report it if it stays so.']
  });
});
