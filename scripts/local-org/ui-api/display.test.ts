import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date, dateTime, decimal, flag, integer, picklist, text } from '../catalogue/fields.ts';
import type { FieldSchema, FieldValue } from '../contract.ts';
import { displayValue, formattedNumber, type DisplayContext } from './display.ts';

const CALIFORNIA: DisplayContext = { locale: 'en-US', timeZone: 'America/Los_Angeles', currency: 'USD' };
const GERMANY: DisplayContext = { locale: 'de-DE', timeZone: 'Europe/Berlin', currency: 'EUR' };

const LABELLED = [
  { value: 'P', label: 'The price', active: true, default: false },
  { value: 'R', label: 'Risk', active: true, default: false }
];
const amount = decimal('Amount', 'Amount', 'currency', 18, 2);
const revenue = decimal('AnnualRevenue', 'Annual Revenue', 'currency', 18, 0);
const probability = decimal('Probability', 'Probability', 'percent', 3, 0);
const closeDate = date('CloseDate', 'Close Date');
const met = dateTime('Met', 'Met');
const topic = picklist('Topic', 'Topic', LABELLED);
const topics = picklist('Topics', 'Topics', LABELLED, { type: 'multipicklist' });

const CASES: [name: string, FieldSchema, FieldValue, DisplayContext, string | null][] = [
  ['money with its decimals', amount, 235000, CALIFORNIA, '$235,000.00'],
  ['money without decimals', revenue, 350000000, CALIFORNIA, '$350,000,000'],
  ['money in another locale', amount, 23.3, GERMANY, '23,30\u00a0€'],
  ['a day', closeDate, '2026-01-09', CALIFORNIA, '1/9/2026'],
  ['a day in another locale', closeDate, '2026-01-09', GERMANY, '9.1.2026'],
  ['an instant', met, '2021-12-02T19:55:17.000Z', CALIFORNIA, '12/2/2021, 11:55 AM'],
  ['an instant in another time zone', met, '2021-12-02T19:55:17.000Z', GERMANY, '2.12.2021, 20:55'],
  ['a label', topic, 'P', CALIFORNIA, 'The price'],
  ['a value that the picklist does not list', topic, 'Other', CALIFORNIA, 'Other'],
  ['several labels', topics, 'R;P', CALIFORNIA, 'Risk;The price'],
  ['a percentage', probability, 90, CALIFORNIA, null],
  ['a whole number', integer('Employees', 'Employees', 8), 9000, CALIFORNIA, null],
  ['text', text('Name', 'Name', 80), 'Acme', CALIFORNIA, null],
  ['a checkbox', flag('Won', 'Won'), true, CALIFORNIA, null],
  ['nothing', amount, null, CALIFORNIA, null]
];

for (const [name, field, value, context, expected] of CASES) {
  test(`UI API shows ${name} as ${expected === null ? 'null' : expected}`, () => {
    assert.equal(displayValue(field, value, context), expected);
  });
}

test('GraphQL formats numbers that UI API leaves plain', () => {
  assert.equal(formattedNumber(integer('Employees', 'Employees', 8), 9000, CALIFORNIA), '9,000');
  assert.equal(formattedNumber(probability, 90, CALIFORNIA), '90');
  assert.equal(formattedNumber(decimal('Score', 'Score', 'double', 5, 1), 4.5, GERMANY), '4,5');
});
