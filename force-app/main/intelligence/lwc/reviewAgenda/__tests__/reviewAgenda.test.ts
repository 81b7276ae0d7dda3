import {
  NAMED,
  printAgenda,
  readAgenda,
  writeAgenda,
  type AgendaFacts,
  type CommitmentFact,
  type TargetFact
} from 'c/reviewAgenda';

const PERIOD = {
  from: '2026-11-16T09:00:00.000Z',
  to: '2026-11-23T09:00:00.000Z',
  until: '2026-11-30T09:00:00.000Z'
};
const BEFORE = '2026-11-15T09:00:00.000Z';
const WITHIN = '2026-11-19T09:00:00.000Z';
const SOON = '2026-11-25T09:00:00.000Z';

const ACCOUNT = { id: '001000000000001AAA', name: 'Harbor Cold Storage' };
const ROBIN = { id: '005000000000001AAA', name: 'Robin Vega' };
const NOTHING: AgendaFacts = {
  commitments: [],
  targets: [],
  progress: [],
  insights: [],
  signals: [],
  kpis: []
};

const commitment = (id: string, status: string, dueAt: string): CommitmentFact => ({
  id,
  account: ACCOUNT,
  owedBy: 'Sales',
  what: 'Call back',
  responsible: ROBIN,
  status,
  dueAt,
  doneAt: null,
  refusalReason: '',
  escalatedTo: null
});

const target = (id: string, changes: Partial<TargetFact>): TargetFact => ({
  id,
  account: ACCOUNT,
  tier: '1',
  tierBefore: null,
  status: 'Accepted',
  signedAt: WITHIN,
  signedBy: [ROBIN],
  disputedBy: null,
  disputeReason: '',
  ...changes
});

const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

it('names what was missed and what is due, and counts what was kept by both sides together', () => {
  const agenda = writeAgenda(
    {
      ...NOTHING,
      commitments: [
        commitment('met', 'Met', WITHIN),
        commitment('late', 'Missed', '2026-11-20T09:00:00.000Z'),
        commitment('overdue', 'Accepted', WITHIN),
        commitment('refused', 'Refused', WITHIN),
        commitment('missed long ago', 'Missed', BEFORE),
        commitment('soon', 'Open', SOON),
        commitment('done already', 'Met', SOON),
        commitment('far', 'Open', '2026-12-24T09:00:00.000Z')
      ]
    },
    PERIOD
  );
  expect(ids(agenda.missed)).toEqual(['overdue', 'late']);
  expect(ids(agenda.due)).toEqual(['soon']);
  expect(agenda.kept).toEqual({ met: 1, of: 3 });
});

it('names new tiers since the last review, and disputes until they are settled', () => {
  const agenda = writeAgenda(
    {
      ...NOTHING,
      targets: [
        target('new', {}),
        target('changed', { tierBefore: '2' }),
        target('same tier again', { tierBefore: '1' }),
        target('old', { signedAt: BEFORE }),
        target('disputed', { status: 'Disputed', signedAt: BEFORE })
      ]
    },
    PERIOD
  );
  expect(ids(agenda.tiers)).toEqual(['new', 'changed']);
  expect(ids(agenda.disputes)).toEqual(['disputed']);
});

it('keeps private insights out of the meeting', () => {
  const insight = (id: string, visibility: string, writtenAt = WITHIN) => ({
    id,
    account: ACCOUNT,
    author: ROBIN,
    writtenAt,
    visibility
  });
  const agenda = writeAgenda(
    {
      ...NOTHING,
      insights: [
        insight('team', 'Team'),
        insight('all', 'All'),
        insight('private', 'Private'),
        insight('old', 'All', BEFORE)
      ]
    },
    PERIOD
  );
  expect(ids(agenda.insights)).toEqual(['team', 'all']);
});

it('names progress with its owners on both sides, and signals that were sent back', () => {
  const agenda = writeAgenda(
    {
      ...NOTHING,
      progress: [
        { id: 'on', account: ACCOUNT, journey: 'SQA', since: WITHIN, owners: [ROBIN] },
        { id: 'before', account: ACCOUNT, journey: 'MQA', since: BEFORE, owners: [] }
      ],
      signals: [
        { id: 'back', account: ACCOUNT, what: 'Visit', source: 'web', reason: 'A student', at: WITHIN },
        { id: 'long ago', account: ACCOUNT, what: 'Visit', source: 'web', reason: 'x', at: BEFORE }
      ]
    },
    PERIOD
  );
  expect(ids(agenda.progress)).toEqual(['on']);
  expect(ids(agenda.signals)).toEqual(['back']);
});

it('names so many items of a point and counts the rest', () => {
  const commitments = Array.from({ length: NAMED + 5 }, (_none, index) =>
    commitment(String(index), 'Missed', WITHIN)
  );
  const { missed } = writeAgenda({ ...NOTHING, commitments }, PERIOD);
  expect(missed.items).toHaveLength(NAMED);
  expect(missed.total).toBe(NAMED + 5);
});

it('reads back what it printed, and nothing else', () => {
  const agenda = writeAgenda({ ...NOTHING, commitments: [commitment('soon', 'Open', SOON)] }, PERIOD);
  expect(readAgenda(printAgenda(agenda))).toEqual(agenda);
  expect(readAgenda(null)).toBeUndefined();
  expect(readAgenda('{')).toBeUndefined();
  expect(readAgenda('null')).toBeUndefined();
  expect(readAgenda(JSON.stringify({ ...agenda, format: 2 }))).toBeUndefined();
  expect(readAgenda(JSON.stringify({ ...agenda, due: undefined }))).toBeUndefined();
});
