import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeZoneOf } from './time-zones.ts';

const CASES: [given: string, country: string, zone: string][] = [
  ['America/New_York', 'Germany', 'America/New_York'],
  [' Europe/Berlin ', '', 'Europe/Berlin'],
  ['Mitteleuropa', 'Germany', 'Europe/Berlin'],
  ['', 'Deutschland', 'Europe/Berlin'],
  ['', 'DE', 'Europe/Berlin'],
  ['', ' philippines', 'Asia/Manila'],
  ['', 'UK', 'Europe/London'],
  ['', 'United Kingdom', 'Europe/London'],
  // Several zones: the country does not say which.
  ['', 'United States', ''],
  ['', 'Spain', ''],
  ['', 'Atlantis', ''],
  ['', '', '']
];

test('the zone that was given, else that of a country with one zone, else none', () => {
  assert.deepEqual(
    CASES.map(([given, country]) => [given, country, timeZoneOf(given, country)]),
    CASES
  );
});
