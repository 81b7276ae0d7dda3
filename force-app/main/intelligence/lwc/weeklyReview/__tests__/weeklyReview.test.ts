import {
  COMMITMENTS,
  INSIGHTS,
  KPI_WEEKS,
  MOVED_TARGETS,
  REVIEWS,
  SENT_BACK,
  TARGET_VERSIONS
} from 'c/agreementSource';
import type { Agenda } from 'c/reviewAgenda';
import WeeklyReview from 'c/weeklyReview';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
  AGREED_BEFORE,
  answer,
  edges,
  emitRights,
  HARBOR,
  mount,
  queried,
  TARGET,
  targetNode,
  value
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

const commitment = (id: string, status: string, dueAt: string) => ({
  Id: id,
  Account__r: { Id: HARBOR.id, Name: value(HARBOR.name) },
  Owed_By__c: value('Sales'),
  What__c: value('Call'),
  Status__c: value(status),
  Due_At__c: value(dueAt)
});

async function show(reviews: object[] = [PLANNED, HELD], mayHold = true) {
  const mounted = await mount('c-weekly-review', WeeklyReview);
  await answer(REVIEWS, { ...queried({ Alignment_Review__c: edges(reviews) }), refresh });
  await answer(
    COMMITMENTS,
    queried({
      Commitment__c: edges([
        commitment('met', 'Met', '2026-11-20T18:00:00.000Z'),
        commitment('missed', 'Missed', '2026-11-20T19:00:00.000Z'),
        commitment('due', 'Open', '2026-12-01T18:00:00.000Z')
      ])
    })
  );
  await answer(
    MOVED_TARGETS,
    queried({ Target_Account__c: edges([{ Id: TARGET.id, Account__c: value(HARBOR.id) }]) })
  );
  const accepted = {
    ...TARGET,
    status: 'Accepted' as const,
    sales: { who: HARBOR, at: '2026-11-19T18:00:00.000Z' }
  };
  await answer(
    TARGET_VERSIONS,
    queried({
      Target_Account__c: edges(
        [accepted, { ...AGREED_BEFORE, status: 'Superseded' as const }].map(targetNode)
      )
    })
  );
  await answer(INSIGHTS, { errors: [{ message: "Field 'Client_Insight__c' is undefined" }] });
  await answer(SENT_BACK, queried({ Account_Signal__c: edges([]) }));
  await answer(KPI_WEEKS, queried({ Kpi_Week__c: edges([]), Agreed_Target__c: edges([]) }));
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

it('writes the agenda from what happened since the last review', async () => {
  const { element, find, texts } = await show();
  expect(texts('.planned')).toEqual(['Planned for Nov 23. Until then it follows the data.']);
  const { agenda } = find<HTMLElement & { agenda: Agenda }>('c-agenda-view');
  expect(agenda.period).toEqual({ from: LAST, to: NOW, until: '2026-12-02T00:00:00.000Z' });
  expect(agenda.kept).toEqual({ met: 1, of: 2 });
  expect(agenda.missed.items.map(({ id }) => id)).toEqual(['missed']);
  expect(agenda.due.items.map(({ id }) => id)).toEqual(['due']);
  expect(agenda.tiers.items).toMatchObject([{ tier: '1', tierBefore: '2' }]);
  expect(agenda.insights.total).toBe(0);
  await expect(element).toBeAccessible();
});

it('freezes the agenda with the decisions, and plans the next review', async () => {
  const { find, press, texts, type } = await show();
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
  expect(texts('[aria-live="polite"]')).toEqual(['The review is recorded, and the next one is planned.']);
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
  const { element, press, texts } = await mount('c-weekly-review', WeeklyReview);
  expect(texts('.skeleton')).toEqual(['Loading the agreement']);
  await answer(REVIEWS, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(texts('.failed p')).toEqual(["Couldn't load this part of the agreement. Nothing has changed."]);
  await expect(element).toBeAccessible();
  await press('.retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await answer(REVIEWS, { errors: [{ message: "Field 'Alignment_Review__c' is undefined" }] });
  expect(texts('.denied')).toHaveLength(1);
});
