import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateRange, dateTimeRange, firstWeekdayOf } from './date-literals.ts';

// Saturday 21 November 2026, in a locale whose weeks begin on Sunday.
const CALENDAR = { now: new Date('2026-11-21T09:30:00Z'), timeZone: 'Europe/Berlin', locale: 'en_US' };

const ranges: [literal: string, first: string, firstAfter: string][] = [
  ['YESTERDAY', '2026-11-20', '2026-11-21'],
  ['TODAY', '2026-11-21', '2026-11-22'],
  ['TOMORROW', '2026-11-22', '2026-11-23'],
  ['LAST_WEEK', '2026-11-08', '2026-11-15'],
  ['THIS_WEEK', '2026-11-15', '2026-11-22'],
  ['NEXT_WEEK', '2026-11-22', '2026-11-29'],
  ['LAST_MONTH', '2026-10-01', '2026-11-01'],
  ['THIS_MONTH', '2026-11-01', '2026-12-01'],
  ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
  ['LAST_90_DAYS', '2026-08-23', '2026-11-22'],
  ['NEXT_90_DAYS', '2026-11-22', '2027-02-20'],
  ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_QUARTER', '2026-07-01', '2026-10-01'],
  ['NEXT_QUARTER', '2027-01-01', '2027-04-01'],
  ['THIS_YEAR', '2026-01-01', '2027-01-01'],
  ['LAST_YEAR', '2025-01-01', '2026-01-01'],
  ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
  ['THIS_FISCAL_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_FISCAL_QUARTER', '2026-07-01', '2026-10-01'],
  ['NEXT_FISCAL_QUARTER', '2027-01-01', '2027-04-01'],
  ['THIS_FISCAL_YEAR', '2026-01-01', '2027-01-01'],
  ['LAST_FISCAL_YEAR', '2025-01-01', '2026-01-01'],
  ['NEXT_FISCAL_YEAR', '2027-01-01', '2028-01-01'],
  ['LAST_N_DAYS:1', '2026-11-20', '2026-11-22'],
  ['NEXT_N_DAYS:3', '2026-11-22', '2026-11-25'],
  ['N_DAYS_AGO:2', '2026-11-19', '2026-11-20'],
  ['LAST_N_WEEKS:2', '2026-11-01', '2026-11-15'],
  ['NEXT_N_WEEKS:2', '2026-11-22', '2026-12-06'],
  ['N_WEEKS_AGO:2', '2026-11-01', '2026-11-08'],
  ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
  ['NEXT_N_MONTHS:2', '2026-12-01', '2027-02-01'],
  ['N_MONTHS_AGO:11', '2025-12-01', '2026-01-01'],
  ['LAST_N_QUARTERS:2', '2026-04-01', '2026-10-01'],
  ['NEXT_N_QUARTERS:1', '2027-01-01', '2027-04-01'],
  ['N_QUARTERS_AGO:1', '2026-07-01', '2026-10-01'],
  ['LAST_N_YEARS:2', '2024-01-01', '2026-01-01'],
  ['NEXT_N_YEARS:2', '2027-01-01', '2029-01-01'],
  ['N_YEARS_AGO:2', '2024-01-01', '2025-01-01'],
  ['LAST_N_FISCAL_QUARTERS:1', '2026-07-01', '2026-10-01'],
  ['NEXT_N_FISCAL_QUARTERS:2', '2027-01-01', '2027-07-01'],
  ['N_FISCAL_QUARTERS_AGO:3', '2026-01-01', '2026-04-01'],
  ['LAST_N_FISCAL_YEARS:1', '2025-01-01', '2026-01-01'],
  ['NEXT_N_FISCAL_YEARS:1', '2027-01-01', '2028-01-01'],
  ['N_FISCAL_YEARS_AGO:1', '2025-01-01', '2026-01-01']
];

for (const [literal, first, firstAfter] of ranges) {
  test(`${literal} is ${first} up to ${firstAfter}`, () => {
    const [name, count] = literal.split(':');
    assert.deepEqual(dateRange(name, count ? Number(count) : null, CALENDAR), [first, firstAfter]);
  });
}

test('today is the day on the clocks of the user', () => {
  const lateEvening = new Date('2026-11-21T23:30:00Z');
  const todayIn = (timeZone: string): string =>
    dateRange('TODAY', null, { ...CALENDAR, now: lateEvening, timeZone })[0];
  assert.equal(todayIn('Europe/Berlin'), '2026-11-22');
  assert.equal(todayIn('America/Los_Angeles'), '2026-11-21');
});

test('for date-times a range runs from midnight to midnight of the time zone, summer time included', () => {
  // Berlin's clocks were an hour further ahead until 25 October.
  assert.deepEqual(dateTimeRange('LAST_MONTH', null, CALENDAR), [
    '2026-09-30T22:00:00.000Z',
    '2026-10-31T23:00:00.000Z'
  ]);
});

test('weeks begin on the first day of the locale', () => {
  assert.equal(firstWeekdayOf('en_US'), 0);
  assert.equal(firstWeekdayOf('de_DE'), 1);
  assert.deepEqual(dateRange('THIS_WEEK', null, { ...CALENDAR, locale: 'de_DE' }), [
    '2026-11-16',
    '2026-11-23'
  ]);
});
