import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countKpis } from './count-kpis.ts';
import type { Placed } from './move-journeys.ts';
import type { Agreement, Deals, Target, Verdict } from './types.ts';

const NOW = new Date('2026-11-18T12:00:00Z');

function placed(accountId: string, tier = '1'): Placed {
  const target: Target = {
    id: `a0T${accountId}`,
    accountId,
    accountName: accountId,
    key: `${accountId}-1`,
    tier,
    isAccepted: true,
    acceptedAt: '2026-09-01T00:00:00Z',
    owners: { Sales: null, Marketing: null },
    journey: 'Target',
    journeySince: null,
    before: null
  };
  return { target, from: 'Target', place: 'Target', since: NOW.toISOString(), isWritten: false };
}

function deals(...createdAt: string[]): Deals {
  return { open: 0, won: 0, pipeline: 0, createdAt, solvedElsewhere: 0, referred: 0, roles: new Set() };
}

function qualified(accountId: string, decidedAt: string, details: Partial<Verdict> = {}): Verdict {
  return { key: '', accountId, kind: 'MQA', isMet: true, decidedAt, stored: { Id: '' }, ...details };
}

function kpi(name: string, own: readonly Placed[], parts: Partial<Agreement>, tier = 'All') {
  const agreement: Agreement = {
    targets: own.map(({ target }) => target),
    rules: [],
    levels: [],
    accounts: new Map(),
    signals: new Map(),
    deals: new Map(),
    engagements: new Map(),
    verdicts: [],
    commitments: [],
    ...parts
  };
  const found = countKpis(agreement, own, [], NOW).find(
    ({ Kpi__c, Tier__c }) => Kpi__c === name && Tier__c === tier
  );
  return found && [found['Value__c'], found['Of__c']];
}

test('speed is the median of days from the first qualification to the next deal, of deals of 13 weeks', () => {
  const own = ['fast', 'slow', 'slower', 'long ago', 'before', 'never'].map((id) => placed(id));
  const verdicts = [
    // The first of two versions counts, and only a verdict that was met.
    qualified('fast', '2026-11-10T00:00:00Z'),
    qualified('fast', '2026-11-01T00:00:00Z'),
    qualified('fast', '2026-10-01T00:00:00Z', { isMet: false }),
    qualified('fast', '2026-10-01T00:00:00Z', { kind: 'SQA' }),
    qualified('slow', '2026-10-01T00:00:00Z'),
    qualified('slower', '2026-09-01T00:00:00Z'),
    qualified('long ago', '2026-01-01T00:00:00Z'),
    qualified('before', '2026-11-01T00:00:00Z'),
    qualified('never', '2026-11-01T00:00:00Z')
  ];
  const parts = {
    verdicts,
    deals: new Map([
      ['fast', deals('2026-11-15T00:00:00Z', '2026-11-03T12:00:00Z')],
      ['slow', deals('2026-10-11T00:00:00Z')],
      ['slower', deals('2026-11-10T00:00:00Z')],
      ['long ago', deals('2026-02-01T00:00:00Z')],
      ['before', deals('2026-10-31T00:00:00Z')]
    ])
  };
  // 2.5, 10 and 70 days.
  assert.deepEqual(kpi('Speed', own, parts), [10, 3]);
  assert.equal(kpi('Speed', own, { verdicts }), undefined);
});

test('coverage is of the accounts whose touches somebody counted', () => {
  const own = ['touched', 'silent', 'not counted'].map((id) => placed(id));
  const counted = (touches13: number) => ({ touches13, people13: 0, lastTouchOn: null });
  const engagements = new Map([
    ['touched', counted(2)],
    ['silent', counted(0)]
  ]);
  assert.deepEqual(kpi('Coverage', own, { engagements }), [1, 2]);
  assert.equal(kpi('Coverage', own, {}), undefined);
});

test('a tier counts its own accounts, and a tier without accounts says nothing', () => {
  const own = [placed('one', '1'), placed('other', '2')];
  assert.deepEqual(
    ['1', '2', '3', 'All'].map((tier) => kpi('MQA', own, {}, tier)),
    [[0, 1], [0, 1], undefined, [0, 2]]
  );
});
