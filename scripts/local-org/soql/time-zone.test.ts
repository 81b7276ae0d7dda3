import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt, offsetAt, shiftsOf, startOfDay } from './time-zone.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

test('knows the offset of a zone at an instant', () => {
  assert.equal(offsetAt(at('2026-07-01T00:00:00Z'), 'Europe/Berlin'), 2 * HOUR);
  assert.equal(offsetAt(at('2026-12-01T00:00:00.123Z'), 'Asia/Kolkata'), 5.5 * HOUR);
  assert.equal(offsetAt(at('2026-12-01T00:00:00Z'), 'America/Los_Angeles'), -8 * HOUR);
});

test('knows the day in a zone', () => {
  assert.equal(dayAt(at('2026-11-21T23:30:00Z'), 'Asia/Tokyo'), at('2026-11-22T00:00:00Z'));
  assert.equal(dayAt(at('2026-11-21T03:00:00Z'), 'America/New_York'), at('2026-11-20T00:00:00Z'));
});

const midnights: [zone: string, day: string, begins: string][] = [
  ['UTC', '2026-03-29', '2026-03-29T00:00:00Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00Z'],
  ['America/Los_Angeles', '2026-11-02', '2026-11-02T08:00:00Z'],
  // Clocks change in the small hours: midnight is still on the old time.
  ['Pacific/Auckland', '2026-04-05', '2026-04-04T11:00:00Z'],
  ['Pacific/Auckland', '2026-09-27', '2026-09-26T12:00:00Z'],
  // Clocks skip midnight: the day begins at one.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z']
];

for (const [zone, day, begins] of midnights) {
  test(`${day} begins at ${begins} in ${zone}`, () => {
    assert.equal(startOfDay(at(`${day}T00:00:00Z`), zone), at(begins));
  });
}

test('lists the changes of a zone to the minute, newest first', () => {
  const shifts = shiftsOf('Europe/Berlin', new Date('2026-11-21T00:00:00Z'));
  const of2026 = shifts.filter(({ from }) => from >= at('2026-01-01') && from < at('2027-01-01'));
  assert.deepEqual(of2026, [
    { from: at('2026-10-25T01:00:00Z'), minutes: 60 },
    { from: at('2026-03-29T01:00:00Z'), minutes: 120 }
  ]);
  assert.deepEqual(shifts.at(-1), { from: -Infinity, minutes: 60 });
  assert.deepEqual(shiftsOf('UTC', new Date('2026-11-21T00:00:00Z')), [{ from: -Infinity, minutes: 0 }]);
});
