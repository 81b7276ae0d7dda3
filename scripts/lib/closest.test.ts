import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest } from './closest.ts';

const stages = [
  'Prospecting',
  'Qualification',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost'
];

const cases: [written: string, meant: string | null][] = [
  ['Proposal', 'Proposal/Price Quote'],
  ['proposal/price quote', 'Proposal/Price Quote'],
  ['Negotation/Review', 'Negotiation/Review'],
  ['Closde Won', 'Closed Won'],
  ['Closed Wno', 'Closed Won'],
  ['Prospect', 'Prospecting'],
  ['Price Quote', 'Proposal/Price Quote'],
  ['Discovery', null],
  ['', null]
];

for (const [written, meant] of cases) {
  test(`'${written}' is taken for ${meant === null ? 'nothing' : `'${meant}'`}`, () => {
    assert.equal(closest(written, stages), meant);
  });
}

test('the shorter of two that contain what was written wins', () => {
  assert.equal(closest('Closed', ['Closed Lost Reason', 'Closed Won']), 'Closed Won');
});

test('nothing is near in an empty list', () => {
  assert.equal(closest('Stage', []), null);
});
