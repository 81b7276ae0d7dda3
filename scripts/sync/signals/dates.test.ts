import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from './dates.ts';
import type { DateStyle } from './dates.ts';

const DATES: readonly [text: string, dates: DateStyle, timeZone: string, instant: string | undefined][] = [
  ['2026-11-18', 'iso', 'UTC', '2026-11-18T00:00:00.000Z'],
  ['2026-11-18', 'iso', 'America/New_York', '2026-11-18T05:00:00.000Z'],
  ['2026-11-18T09:30:00Z', 'mdy', 'Europe/Berlin', '2026-11-18T09:30:00.000Z'],
  ['2026-11-18 09:30:15.250 +05:30', 'iso', 'UTC', '2026-11-18T04:00:15.250Z'],
  ['2026-11-18T09:30:00+0100', 'iso', 'UTC', '2026-11-18T08:30:00.000Z'],
  ['2026-11-18 9:30', 'iso', 'Europe/Berlin', '2026-11-18T08:30:00.000Z'],
  ['2026-07-18 09:30:00', 'iso', 'Europe/Berlin', '2026-07-18T07:30:00.000Z'],
  ['2026-03-29 03:30', 'iso', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['11/4/2026', 'mdy', 'UTC', '2026-11-04T00:00:00.000Z'],
  ['11/4/2026, 17:05', 'mdy', 'UTC', '2026-11-04T17:05:00.000Z'],
  ['4.11.2026', 'dmy', 'UTC', '2026-11-04T00:00:00.000Z'],
  ['1763458200', 'iso', 'UTC', '2025-11-18T09:30:00.000Z'],
  ['1763458200123', 'iso', 'UTC', '2025-11-18T09:30:00.123Z'],
  ['2026-02-30', 'iso', 'UTC', undefined],
  ['13/40/2026', 'mdy', 'UTC', undefined],
  ['11/18/2026', 'iso', 'UTC', undefined],
  ['2026-11-18 25:00', 'iso', 'UTC', undefined],
  ['yesterday', 'iso', 'UTC', undefined],
  ['', 'iso', 'UTC', undefined]
];

for (const [text, dates, timeZone, instant] of DATES) {
  test(`'${text}' as ${dates} in ${timeZone} is ${instant ?? 'no date'}`, () => {
    assert.equal(instantOf(text, { dates, timeZone })?.toISOString(), instant);
  });
}
