import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  date,
  dateTime,
  decimal,
  field as anyField,
  flag,
  integer,
  reference,
  text
} from '../catalogue/fields.ts';
import type { FieldSchema, FieldValue } from '../contract.ts';
import { parseValue } from './parse-value.ts';

const money = decimal('Amount', 'Amount', 'currency', 18, 2);
const day = date('Day', 'Day');
const moment = dateTime('At', 'At');
const time = anyField('Opens', 'Opens', 'time');

const CASES: [field: FieldSchema, raw: unknown, expected: FieldValue][] = [
  [text('Name', 'Name', 80), '  a b ', 'a b'],
  [text('Name', 'Name', 80), '   ', null],
  [text('Name', 'Name', 80), '', null],
  [money, 1.005, 1.01],
  [money, -1.005, -1.01],
  [money, '12.344', 12.34],
  [money, 1e15, 1e15],
  [money, null, null],
  [integer('N', 'N', 8), '42', 42],
  [flag('On', 'On'), 'TRUE', true],
  [flag('On', 'On'), null, false],
  [day, '2026-02-28', '2026-02-28'],
  [day, '2026-02-28T23:30:00.000Z', '2026-02-28'],
  [moment, '2026-02-28T23:30:00.000-0500', '2026-03-01T04:30:00.000Z'],
  [moment, '2026-02-28T23:30:00+01:00', '2026-02-28T22:30:00.000Z'],
  [moment, '2026-02-28T23:30:15.5Z', '2026-02-28T23:30:15.500Z'],
  [moment, '2026-02-28', '2026-02-28T00:00:00.000Z'],
  [time, '09:30', '09:30:00.000Z'],
  [time, '23:59:59.5Z', '23:59:59.500Z'],
  [reference('AccountId', 'Account', 'Account'), '001000000000001', '001000000000001AAA']
];

for (const [field, raw, expected] of CASES) {
  test(`${field.type} ${JSON.stringify(raw)} is kept as ${JSON.stringify(expected)}`, () => {
    assert.equal(parseValue(field, raw), expected);
  });
}

const REFUSED: [field: FieldSchema, raw: unknown, told: RegExp][] = [
  [money, 'a lot', /instance of currency from VALUE_STRING value a lot or/],
  [time, '24:00:00', /instance of time from VALUE_STRING value 24:00:00 or/],
  [money, {}, /instance of currency from START_OBJECT or/],
  [integer('N', 'N', 8), 1.5, /instance of int from VALUE_NUMBER_FLOAT value 1\.5 or/],
  [flag('On', 'On'), 'yes', /instance of boolean from VALUE_STRING value yes or/],
  [day, '28.02.2026', /instance of date from VALUE_STRING value 28\.02\.2026 or/],
  [day, true, /instance of date from VALUE_TRUE value true or/],
  [moment, '2026-02-28T25:00:00Z', /instance of datetime from VALUE_STRING/],
  [text('Name', 'Name', 80), ['x'], /instance of string from START_ARRAY or/]
];

for (const [field, raw, told] of REFUSED) {
  test(`${field.type} ${JSON.stringify(raw)} is refused`, () => {
    assert.throws(() => parseValue(field, raw), told);
  });
}
