import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCommitments } from './start-commitments.ts';
import type { Agreement, Level, Target } from './types.ts';

const DAYS = Object.fromEntries(
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [day, [['09:00', '17:00']]])
);

function hoursIn(timeZone: string): string {
  return JSON.stringify({ timeZone, days: DAYS });
}

const LEVEL: Level = {
  id: 'a0L',
  key: 'welcome-1',
  owedBy: 'Sales',
  startsWhen: 'Target accepted',
  promise: 'A first call',
  hours: 8,
  businessHours: hoursIn('Europe/Berlin'),
  holidays: null,
  responsible: 'the level',
  escalateTo: null,
  escalateAfter: 2,
  since: '2026-01-01T00:00:00.000+0000'
};
const TARGET: Target = {
  id: 'a0T',
  accountId: '001',
  accountName: 'Acme',
  key: '001-1',
  tier: '1',
  isAccepted: true,
  acceptedAt: '2026-11-18T12:00:00.000+0000',
  owners: { Sales: 'the owner', Marketing: null },
  journey: 'Target',
  journeySince: null,
  before: null
};

function started(level: Partial<Level>, target: Partial<Target>, now = '2026-12-31T00:00:00Z') {
  const agreement: Agreement = {
    targets: [{ ...TARGET, ...target }],
    levels: [{ ...LEVEL, ...level }],
    rules: [],
    accounts: new Map(),
    signals: new Map(),
    deals: new Map(),
    engagements: new Map(),
    verdicts: [],
    commitments: []
  };
  return startCommitments(agreement, [], new Date(now)).commitments;
}

const DUE: [name: string, level: Partial<Level>, acceptedAt: string, due: string][] = [
  // Wednesday 13:00 there: four hours today, four tomorrow.
  ['in Berlin', {}, '2026-11-18T12:00:00Z', '2026-11-19T12:00:00.000Z'],
  ['over a holiday', { holidays: '["2026-11-19"]' }, '2026-11-18T12:00:00Z', '2026-11-20T12:00:00.000Z'],
  // Wednesday 07:00 there: from nine to five of the same day, at UTC-5.
  [
    'in New York',
    { businessHours: hoursIn('America/New_York') },
    '2026-11-18T12:00:00Z',
    '2026-11-18T22:00:00.000Z'
  ],
  // Wednesday 17:30 there, closed: Thursday from nine to five, at UTC+5:30.
  [
    'in Kolkata',
    { businessHours: hoursIn('Asia/Kolkata') },
    '2026-11-18T12:00:00Z',
    '2026-11-19T11:30:00.000Z'
  ],
  // Friday 16:00 in winter time, Monday 16:00 in summer time: an hour less on the way.
  ['into summer time', {}, '2026-03-27T15:00:00Z', '2026-03-30T14:00:00.000Z'],
  // Friday 16:00 in summer time, Monday 16:00 in winter time.
  ['into winter time', {}, '2026-10-23T14:00:00Z', '2026-10-26T15:00:00.000Z'],
  ['with no hours to wait', { hours: 0 }, '2026-11-21T12:00:00Z', '2026-11-21T12:00:00.000Z']
];
for (const [name, level, acceptedAt, due] of DUE) {
  test(`eight business hours ${name}`, () => {
    assert.deepEqual(
      started(level, { acceptedAt }).map(({ dueAt }) => dueAt),
      [due]
    );
  });
}

test('the owner of the account on the side that owes it is responsible, else whom the level names', () => {
  assert.deepEqual(
    [started({}, {}), started({ owedBy: 'Marketing' }, {})].map(([one]) => one?.responsible),
    ['the owner', 'the level']
  );
});

test('nothing starts from before the last signature, nor from what is still to come', () => {
  assert.equal(started({ since: '2026-11-18T12:00:00Z' }, {}).length, 1);
  assert.equal(started({ since: '2026-11-18T12:00:01Z' }, {}).length, 0);
  assert.equal(started({}, {}, '2026-11-18T11:59:59Z').length, 0);
});

test('an account without both signatures starts nothing', () => {
  assert.equal(started({}, { isAccepted: false }).length, 0);
});
