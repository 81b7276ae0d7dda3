import AgendaView from 'c/agendaView';
import type { Agenda } from 'c/reviewAgenda';
import { HARBOR, JONAS, MARTA, mount } from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';

const none = { items: [], total: 0 };

const EMPTY: Agenda = {
  format: 1,
  period: {
    from: '2026-11-16T18:00:00.000Z',
    to: '2026-11-23T18:00:00.000Z',
    until: '2026-11-30T18:00:00.000Z'
  },
  kept: { met: 0, of: 0 },
  progress: none,
  disputes: none,
  missed: none,
  due: none,
  tiers: none,
  insights: none,
  kpis: none,
  signals: none
};

const COMMITMENT = {
  id: 'c1',
  account: HARBOR,
  owedBy: 'Marketing' as const,
  what: 'Send the plan',
  responsible: JONAS,
  status: 'Missed',
  dueAt: '2026-11-19T18:00:00.000Z',
  doneAt: '2026-11-20T18:00:00.000Z',
  refusalReason: '',
  escalatedTo: MARTA
};

const TARGET = {
  id: 't1',
  account: HARBOR,
  tier: '1',
  tierBefore: '2',
  status: 'Accepted',
  signedAt: '2026-11-19T18:00:00.000Z',
  signedBy: [MARTA, JONAS],
  disputedBy: null,
  disputeReason: ''
};

const FULL: Agenda = {
  ...EMPTY,
  kept: { met: 9, of: 11 },
  progress: {
    items: [
      { id: 'p1', account: HARBOR, journey: 'SQA', since: '2026-11-18T18:00:00.000Z', owners: [JONAS, MARTA] }
    ],
    total: 1
  },
  disputes: { items: [{ ...TARGET, disputedBy: MARTA, disputeReason: 'No buyer.' }], total: 1 },
  missed: { items: [COMMITMENT], total: 30 },
  due: {
    items: [{ ...COMMITMENT, id: 'c2', owedBy: 'Sales', doneAt: null, escalatedTo: null, responsible: null }],
    total: 1
  },
  tiers: { items: [TARGET, { ...TARGET, id: 't2', tierBefore: null, signedBy: [] }], total: 2 },
  insights: {
    items: [
      { id: 'i1', account: HARBOR, author: MARTA, writtenAt: '2026-11-18T18:00:00.000Z', visibility: 'All' }
    ],
    total: 1
  },
  kpis: {
    items: [
      { kpi: 'MQA', value: 5, of: 12, agreed: 6, isReached: false },
      { kpi: 'Referrals', value: 2, of: 8, agreed: null, isReached: null },
      { kpi: 'Happiness', value: 2, of: 8, agreed: null, isReached: null }
    ],
    total: 3
  },
  signals: {
    items: [
      { id: 's1', account: HARBOR, what: 'Visit', source: 'web', reason: 'A student.', at: '2026-11-18' }
    ],
    total: 1
  }
};

beforeEach(() => setClock(new Date('2026-11-23T18:00:00.000Z')));

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says every point as a sentence, what was reached together first', async () => {
  const { element, all, find, texts } = await mount('c-agenda-view', AgendaView, { agenda: FULL });
  expect(texts('.period')).toEqual(['From Nov 16 to Nov 23']);
  expect(texts('.kept')).toEqual([
    '9 of the 11 commitments that fell due were kept, by marketing and sales together.'
  ]);
  expect(texts('h4')).toEqual([
    'Reached together',
    'Disputes',
    'Missed commitments',
    'Due until the next review',
    'New and changed tiers',
    'New insights',
    'KPIs beside what was agreed',
    'Signals sent back'
  ]);
  expect(texts('.text')).toEqual([
    'SQA since Nov 18, thanks to Jonas Weber and Marta Lindqvist.',
    'tier 1 is disputed by Marta Lindqvist: No buyer.',
    'Marketing owed "Send the plan" by Nov 19, 2026, 10:00 AM (Jonas Weber). Done on Nov 20. Marta Lindqvist was told.',
    'Sales owes "Send the plan" by Nov 19, 2026, 10:00 AM (nobody yet).',
    'now tier 1, was tier 2. Signed by Marta Lindqvist and Jonas Weber.',
    'new in the list as tier 1. Signed by nobody yet.',
    'Marta Lindqvist wrote down something new on Nov 18.',
    'Qualified by marketing (MQA): 5 (of 12), agreed 6.',
    'Referrals: 2 (of 8), nothing agreed.',
    '"Visit" from web was not useful: A student.'
  ]);
  expect(texts('.more')).toEqual(['29 more, not named here.', '1 more, not named here.']);
  expect(all('.none')).toEqual([]);
  expect(find('a').getAttribute('href')).toBe('/lightning/r/Account/001000000000001AAA/view');
  await expect(element).toBeAccessible();
});

it('says on what there is nothing', async () => {
  const { texts } = await mount('c-agenda-view', AgendaView, { agenda: EMPTY });
  expect(texts('.kept')).toEqual(['No commitment fell due since the last review.']);
  expect(texts('.none')).toEqual([
    'Nothing on: reached together, disputes, missed commitments, due until the next review, new and changed tiers, new insights, kpis beside what was agreed, and signals sent back.'
  ]);
});

it('does not claim that there is nothing where the person may not look', async () => {
  const { texts } = await mount('c-agenda-view', AgendaView, { agenda: EMPTY, unseen: ['missed', 'due'] });
  expect(texts('.kept')).toEqual([]);
  expect(texts('.unseen')).toEqual([
    "Left out, because it couldn't be read for you: missed commitments and due until the next review."
  ]);
  expect(texts('.none')[0]).not.toContain('missed');
});
