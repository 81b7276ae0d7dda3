/** What is known about an account, as component tests share it. */
import type {
  Commitment,
  Committee,
  Engagement,
  Insight,
  Signal,
  Standing,
  Timing
} from 'c/intelligenceView';

export const USER = '005000000000001AAA';

export const STANDING: Standing = {
  id: 'a0T000000000001AAA',
  tier: '1',
  status: 'Accepted',
  reason: 'Nine plants, one contract.',
  journey: 'Engaged',
  journeySince: '2026-11-03T09:00:00.000Z',
  accountOwner: 'Robin Vega',
  salesOwner: 'Robin Vega',
  marketingOwner: 'Jonas Weber',
  proposed: { by: 'Jonas Weber', at: '2026-10-30T09:00:00.000Z' },
  signedBySales: { by: 'Marta Lindqvist', at: '2026-11-01T09:00:00.000Z' },
  signedByMarketing: { by: 'Jonas Weber', at: '2026-11-02T09:00:00.000Z' },
  pending: null,
  disputed: null,
  listVersion: 3,
  version: 2,
  verdicts: [
    {
      id: 'a0Q000000000001AAA',
      kind: 'MQA',
      met: true,
      rule: 'MQA-3',
      ruleVersion: 3,
      decidedAt: '2026-11-03T09:00:00.000Z',
      criteria: [
        { text: 'Strong signals is 2 or more', actual: '3', met: true },
        { text: 'Industry is Software', actual: '', met: false }
      ]
    }
  ]
};

export function signal(changes: Partial<Signal> = {}): Signal {
  return {
    id: 'a0S000000000001AAA',
    type: 'Intent',
    what: 'Read four pages on cold chain audits',
    why: 'Their audit is in March.',
    strength: 'Strong',
    occurredAt: '2026-11-18T09:00:00.000Z',
    expiresAt: '2026-12-02T09:00:00.000Z',
    source: 'Northbeam',
    sentBy: 'Jonas Weber',
    url: null,
    matchedBy: 'Domain',
    ...changes
  };
}

export const COMMITTEE: Committee = {
  roles: [
    {
      role: 'Decision Maker',
      members: [
        {
          contactId: '003000000000001AAA',
          name: 'Kofi Boateng',
          title: 'Chief Operating Officer',
          lastContactOn: '2026-11-12'
        }
      ],
      wonWithRole: 90,
      won: 96,
      patternId: 'a0P000000000001AAA'
    },
    { role: 'Economic Buyer', members: [], wonWithRole: 82, won: 96, patternId: 'a0P000000000002AAA' }
  ],
  expected: 2,
  segment: 'All',
  won: 96,
  computedAt: '2026-11-20T02:00:00.000Z',
  deals: [{ id: '006000000000001AAA', name: 'Twelve plants', closeOn: '2026-12-11' }],
  others: {
    items: [
      {
        contactId: '003000000000002AAA',
        name: 'Annelies Dekker',
        title: 'Head of Quality',
        lastContactOn: null
      }
    ],
    total: 1
  }
};

/** Thirteen weeks up to 16 November 2026: the last is the busiest. */
export const ENGAGEMENT: Engagement = {
  id: 'a0E000000000001AAA',
  weeks: Array.from({ length: 13 }, (_, index) => ({
    week: new Date(Date.UTC(2026, 7, 24 + 7 * index)).toISOString().slice(0, 10),
    touches: index === 12 ? 5 : 1,
    people: 1
  })),
  touches: 17,
  people: 4,
  median: 1,
  momentum: { direction: 'rising', recent: 8, usual: 4, weeksBefore: 18 },
  lastTouchOn: '2026-11-19',
  computedAt: '2026-11-20T02:00:00.000Z'
};

export const TIMING: Timing = {
  id: 'a0E000000000001AAA',
  best: { weekday: 1, from: 9, to: 11, answers: 9, of: 23 },
  cells: [
    { weekday: 1, hour: 9, answers: 5 },
    { weekday: 1, hour: 10, answers: 4 },
    { weekday: 3, hour: 19, answers: 1 }
  ],
  answers: 23,
  minimum: 12,
  timeZone: 'Europe/Amsterdam',
  coming: [
    { kind: 'commitment', on: '2026-11-24', text: 'First call after the audit' },
    { kind: 'close', on: '2026-12-11', text: 'Twelve plants' },
    { kind: 'quarter', on: '2026-12-31', text: '' }
  ],
  computedAt: '2026-11-20T02:00:00.000Z'
};

export function commitment(changes: Partial<Commitment> = {}): Commitment {
  return {
    id: 'a0C000000000001AAA',
    what: 'First call after the audit',
    owedBy: 'Sales',
    responsible: { id: USER, name: 'Robin Vega' },
    status: 'Open',
    state: 'soon',
    due: 'due tomorrow 10:00 AM, 4 working hours left',
    dueAt: '2026-11-21T18:00:00.000Z',
    startedAt: '2026-11-19T18:00:00.000Z',
    startedBy: 'Handed over',
    doneAt: null,
    refusalReason: '',
    handedOverFrom: null,
    escalatedTo: null,
    level: { name: 'First call', version: 2, promise: 'Sales calls within two days.', hours: 16 },
    ...changes
  };
}

export function insight(changes: Partial<Insight> = {}): Insight {
  return {
    id: 'a0I000000000001AAA',
    text: 'Plants decide together.\nNever write to one alone.',
    visibility: 'Team',
    author: 'Sam Okafor',
    writtenAt: '2026-10-12T09:00:00.000Z',
    isMine: false,
    isThanked: false,
    thanks: [],
    ...changes
  };
}
