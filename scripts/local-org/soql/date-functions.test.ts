import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench } from './testing/bench.ts';
import { localTime } from './date-functions.ts';

const bench = createBench();
after(() => bench.close());
bench.insert('Opportunity', {
  Name: 'Deal',
  CloseDate: '2025-12-31',
  CreatedDate: '2026-08-01T10:00:00.000Z'
});

const dateParts: [call: string, value: number][] = [
  ['CALENDAR_QUARTER(CloseDate)', 4],
  ['FISCAL_YEAR(CloseDate)', 2025],
  ['FISCAL_QUARTER(CloseDate)', 4],
  ['FISCAL_MONTH(CloseDate)', 12],
  ['DAY_IN_MONTH(CloseDate)', 31],
  ['DAY_IN_WEEK(CloseDate)', 4],
  ['DAY_IN_YEAR(CloseDate)', 365],
  ['WEEK_IN_MONTH(CloseDate)', 5],
  ['WEEK_IN_YEAR(CloseDate)', 53],
  ['HOUR_IN_DAY(CreatedDate)', 10]
];

for (const [call, value] of dateParts) {
  test(`${call} is ${value}`, () => {
    const soql = `SELECT ${call} part FROM Opportunity GROUP BY ${call}`;
    assert.deepEqual(bench.records(soql), [{ part: value }]);
  });
}

test('local time follows every change of the clocks', () => {
  const local = (instant: string, timeZone: string): unknown => {
    const call = localTime('?1', timeZone, new Date('2026-11-21T00:00:00Z'));
    return bench.store.all(`SELECT ${call} AS local`, [instant])[0].local;
  };
  assert.equal(local('2026-03-29T00:59:59.000Z', 'Europe/Berlin'), '2026-03-29 01:59:59');
  assert.equal(local('2026-03-29T01:00:00.000Z', 'Europe/Berlin'), '2026-03-29 03:00:00');
  assert.equal(local('1970-07-01T12:00:00.000Z', 'Europe/Berlin'), '1970-07-01 13:00:00');
  assert.equal(local('2026-01-01T00:00:00.000Z', 'Asia/Kolkata'), '2026-01-01 05:30:00');
});
