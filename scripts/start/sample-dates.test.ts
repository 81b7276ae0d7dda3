import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysToMove, moveDate } from './sample-dates.ts';

const weeks: [today: string, days: number][] = [
  ['2026-11-23', 0],
  ['2026-11-29', 0],
  ['2026-11-30', 7],
  ['2026-11-22', -7],
  ['2027-11-24', 364]
];

for (const [today, days] of weeks) {
  test(`on ${today} dates written on Monday, 2026-11-23 move by ${days} days`, () => {
    assert.equal(daysToMove('2026-11-23', today), days);
  });
}

test('dates and date-times move, in keys and JSON too; anything else stays', () => {
  assert.equal(moveDate('2026-12-31', 7), '2027-01-07');
  assert.equal(moveDate('2026-12-31T09:30:00.000Z', 7), '2027-01-07T09:30:00.000Z');
  assert.equal(moveDate('Coverage|1|2026-12-31', 7), 'Coverage|1|2027-01-07');
  assert.equal(
    moveDate('[{"week":"2026-12-28","to":"2026-12-31T09:30:00.000Z"}]', 7),
    '[{"week":"2027-01-04","to":"2027-01-07T09:30:00.000Z"}]'
  );
  assert.equal(moveDate('Call on 2026-12-31', 7), 'Call on 2026-12-31');
  assert.equal(moveDate(20261231, 7), 20261231);
});
