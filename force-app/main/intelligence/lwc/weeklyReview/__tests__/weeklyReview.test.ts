import { REVIEWS } from 'c/agreementSource';
import type { Agenda, Period } from 'c/reviewAgenda';
import WeeklyReview from 'c/weeklyReview';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  answer,
  edges,
  emitRights,
  mount,
  queried,
  value,
  type Part
} from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const refresh = jest.fn().mockResolvedValue(undefined);

const NOW = '2026-11-23T18:00:00.000Z';
const LAST = '2026-11-16T18:00:00.000Z';

const frozen = (to: string) => JSON.stringify({ format: 1, period: { from: '', to, until: '' } });

const PLANNED = {
  Id: 'planned',
  Review_Key__c: value('2026-11-23'),
  Held_On__c: value('2026-11-23'),
  Status__c: value('Planned'),
  Next_On__c: value('2026-12-01')
};
const HELD = {
  Id: 'held',
  Review_Key__c: value('2026-11-16'),
  Held_On__c: value('2026-11-16'),
  Status__c: value('Held'),
  Agenda__c: value(frozen(LAST)),
  Decisions__c: value('Robin calls.')
};

const none = { items: [], total: 0 };

const agendaOf = (period: Period): Agenda => ({
  format: 1,
  period,
  kept: { met: 1, of: 2 },
  progress: none,
  disputes: none,
  missed: none,
  due: none,
  tiers: none,
  insights: none,
  kpis: none,
  signals: none
});

type Source = HTMLElement & { period: Period };

async function show(reviews: object[] = [PLANNED, HELD], mayHold = true, unseen: string[] = []) {
  const mounted = await mount('c-weekly-review', WeeklyReview);
  await answer(REVIEWS, { ...queried({ Alignment_Review__c: edges(reviews) }), refresh });
  const source = mounted.find<Source>('c-agenda-source');
  await mounted.send(source, 'agendachange', { agenda: agendaOf(source.period), unseen });
  await emitRights(mayHold);
  return mounted;
}

beforeEach(() => {
  setClock(new Date(NOW));
  create.mockReset().mockResolvedValue({ apiName: 'Alignment_Review__c', id: 'new', fields: {} });
  update.mockReset().mockResolvedValue({ apiName: 'Alignment_Review__c', id: 'x', fields: {} });
  refresh.mockClear();
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('asks for what happened since the last review, and shows it', async () => {
  const { element, find, texts } = await show();
  expect(texts('.planned')).toEqual(['Planned for Nov 23. Until then it follows the data.']);
  expect(find<Source>('c-agenda-source').period).toEqual({
    from: LAST,
    to: NOW,
    until: '2026-12-02T00:00:00.000Z'
  });
  expect(find<HTMLElement & { agenda: Agenda }>('c-agenda-view').agenda.kept).toEqual({ met: 1, of: 2 });
  await expect(element).toBeAccessible();
});

it('is not recorded by somebody who sees only a part of it', async () => {
  const { all, find } = await show(undefined, true, ['missed']);
  expect(find<HTMLElement & { unseen: string[] }>('c-agenda-view').unseen).toEqual(['missed']);
  expect(all('.hold')).toEqual([]);
});

it('freezes the agenda with the decisions, and plans the next review', async () => {
  const { find, press, type } = await show();
  expect(find('.next-on').value).toBe('2026-12-01');
  await type('.decided', ' Robin calls on Monday. ');
  await type('.next-on', '2026-12-02');
  await press('.hold');
  await settle();
  const { Agenda__c, ...others } = update.mock.calls[0][0].fields;
  expect(others).toEqual({
    Id: 'planned',
    Status__c: 'Held',
    Held_On__c: '2026-11-23',
    Decisions__c: 'Robin calls on Monday.',
    Next_On__c: '2026-12-02'
  });
  expect(JSON.parse(String(Agenda__c))).toMatchObject({ format: 1, kept: { met: 1, of: 2 } });
  expect(create.mock.calls[0][0].fields).toEqual({
    Review_Key__c: '2026-12-02',
    Held_On__c: '2026-12-02',
    Status__c: 'Planned',
    Next_On__c: '2026-12-09'
  });
  expect(find<Part>('c-agreement-part').announcement).toBe(
    'The review is recorded, and the next one is planned.'
  );
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('is content when the next review is planned already, and says what else went wrong', async () => {
  create.mockRejectedValueOnce({ status: 400, body: { errorCode: 'DUPLICATE_VALUE', message: 'duplicate' } });
  const { press, texts } = await show();
  await press('.hold');
  await settle();
  expect(texts('.save-failed')).toEqual([]);
  update.mockRejectedValueOnce({ status: 503 });
  await press('.hold');
  await settle();
  expect(texts('.save-failed')).toEqual(["Couldn't save that. Nothing has changed. Try again."]);
});

it('plans the first one', async () => {
  const { all, press, texts, type } = await show([]);
  expect(texts('.planned')).toEqual(['No review is planned.']);
  expect(all('.hold')).toEqual([]);
  await type('.plan-on', '2026-11-27');
  await press('.plan');
  await settle();
  expect(create.mock.calls[0][0].fields).toMatchObject({ Review_Key__c: '2026-11-27', Status__c: 'Planned' });
});

it('shows earlier reviews as they were; a lost agenda is told', async () => {
  const { press, texts } = await show();
  expect(texts('.toggle')).toEqual(['Held on Nov 16']);
  await press('.toggle');
  expect(texts('.held-decisions')).toEqual(['Robin calls.']);
  expect(texts('.no-agenda')).toEqual(['The agenda of this review was not kept.']);
  await press('.toggle');
  expect(texts('.held')).toEqual([]);
});

it('prints', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  const { press } = await show();
  await press('.print');
  expect(print).toHaveBeenCalledTimes(1);
});

it('lets those who do not hold it read it', async () => {
  const { all } = await show(undefined, false);
  expect(all('c-agenda-view')).toHaveLength(1);
  expect(all('.hold, .decided, .plan')).toEqual([]);
});

it('has states for loading, failing and no access', async () => {
  const { find, send } = await mount('c-weekly-review', WeeklyReview);
  const status = () => find<Part>('c-agreement-part').status;
  expect(status()).toBe('loading');
  refresh.mockClear();
  await answer(REVIEWS, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(status()).toBe('failed');
  await send('c-agreement-part', 'retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await answer(REVIEWS, {
    errors: [{ message: "Field 'Alignment_Review__c' in type 'RecordQuery' is undefined" }]
  });
  expect(status()).toBe('denied');
});

it('is held on the day of whoever holds it, late in the evening too', async () => {
  setClock(new Date('2026-11-24T03:00:00.000Z'));
  const { press } = await show();
  await press('.hold');
  await settle();
  expect(update.mock.calls[0][0].fields.Held_On__c).toBe('2026-11-23');
});
