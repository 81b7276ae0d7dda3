import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, isDay, localDay } from './days.ts';

test('days are counted over months, leap years and clock changes', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2027-03-29', -2), '2027-03-27');
  assert.equal(daysBetween('2017-12-31', '2026-11-21'), 3247);
  assert.equal(daysBetween('2026-10-26', '2026-10-24'), -2);
});

test('only days that the calendar has are days', () => {
  assert.deepEqual(['2026-11-21', '2026-02-29', '2026-13-01', '21.11.2026', ''].map(isDay), [
    true,
    false,
    false,
    false,
    false
  ]);
});

test('today is the day on the wall, whatever the time zone', () => {
  assert.equal(localDay(new Date(2026, 10, 5, 0, 30)), '2026-11-05');
  assert.equal(localDay(new Date(2026, 10, 5, 23, 30)), '2026-11-05');
});
