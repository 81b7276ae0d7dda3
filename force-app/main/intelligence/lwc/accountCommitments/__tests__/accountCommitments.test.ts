import AccountCommitments from 'c/accountCommitments';
import type { Commitment } from 'c/intelligenceView';
import { updateRecord } from 'lightning/uiRecordApi';
import { setClock } from '../../../../../../test/clock';
import { commitment, USER } from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const NOW = '2026-11-20T17:00:00.000Z';
const ID = 'a0C000000000001AAA';

beforeEach(() => {
  setClock(new Date(NOW));
  update.mockReset().mockResolvedValue({ apiName: 'Commitment__c', id: ID, fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const show = (items: Commitment[], closed: Commitment[] = [], total = items.length) =>
  mount('c-account-commitments', AccountCommitments, {
    commitments: { open: { items, total }, closed }
  });

type Icon = HTMLElement & { iconName: string; variant: string; alternativeText: string };

it('says what each side owes, who, and by when', async () => {
  const { element, figures, findAll, texts } = await show([
    commitment(),
    commitment({
      id: 'a0C2',
      owedBy: 'Marketing',
      what: 'Invite the plant managers',
      responsible: null,
      status: 'Accepted',
      state: 'open',
      due: 'due Tue, Nov 24, 10:00 AM, 9 working hours left',
      handedOverFrom: 'Marta Lindqvist',
      escalatedTo: 'Ana Ruiz'
    })
  ]);
  expect(texts('.side h4')).toEqual(['Marketing owes', 'Sales owes']);
  expect(texts('.what')).toEqual(['Invite the plant managers', 'First call after the audit']);
  expect(figures('.due')).toEqual([
    'due Tue, Nov 24, 10:00 AM, 9 working hours left',
    'due tomorrow 10:00 AM, 4 working hours left'
  ]);
  expect(texts('.people')).toEqual([
    'Nobody named yet · handed over by Marta Lindqvist · escalated to Ana Ruiz · accepted',
    'Robin Vega'
  ]);
  const states = findAll<Icon>('.state').map(({ iconName, alternativeText }) => [iconName, alternativeText]);
  expect(states).toEqual([
    ['utility:routing_offline', 'Open'],
    ['utility:clock', 'Due soon']
  ]);
  await expect(element).toBeAccessible();
});

it('explains a clock by the promise, its version and what started it', async () => {
  const { find } = await show([commitment()]);
  const { explanation } = find<HTMLElement & { explanation: Record<string, unknown> }>('.due');
  expect(explanation).toMatchObject({
    rule: 'Sales calls within two days. The clock runs in the agreed business hours, without weekends and holidays.',
    version: 'First call, version 2',
    records: [{ id: ID, object: 'Commitment__c', name: 'First call after the audit' }]
  });
  expect(explanation.basis).toMatch(/^16 business hours\. Started by Handed over, Nov 19, 2026/);
});

it.each([
  ['2026-11-20T17:00:00.000+0000', 'Met'],
  ['2026-11-20T16:59:59.000+0000', 'Missed']
])('is done with one click; due %s counts as %s', async (dueAt, status) => {
  const { texts, click, sent } = await show([commitment({ dueAt })]);
  await click('[data-action="done"]');
  expect(update).toHaveBeenCalledWith({ fields: { Id: ID, Status__c: status, Done_At__c: NOW } });
  expect(texts('[aria-live="polite"]')).toEqual(['Saved: First call after the audit']);
  expect(sent).toEqual([['saved', null]]);
});

it('is accepted with one click, once', async () => {
  const { click } = await show([commitment()]);
  await click('[data-action="accept"]');
  expect(update).toHaveBeenCalledWith({ fields: { Id: ID, Status__c: 'Accepted', Accepted_At__c: NOW } });
  document.body.replaceChildren();
  expect((await show([commitment({ status: 'Accepted' })])).find('[data-action="accept"]')).toBeNull();
});

it('is refused only with a reason', async () => {
  const { element, find, click, send } = await show([commitment()]);
  await click('[data-action="refuse"]');
  expect(update).not.toHaveBeenCalled();
  expect(find<HTMLElement & { label: string }>('c-reason-form').label).toBe('Why not?');
  await expect(element).toBeAccessible();
  await send('c-reason-form', 'reason', { text: 'They have a supplier until May.' });
  expect(update).toHaveBeenCalledWith({
    fields: {
      Id: ID,
      Status__c: 'Refused',
      Refused_At__c: NOW,
      Refusal_Reason__c: 'They have a supplier until May.'
    }
  });
});

it('is handed over to somebody, and keeps who had it before', async () => {
  const { element, find, click, send } = await show([commitment()]);
  await click('[data-action="handOver"]');
  expect(find<HTMLElement & { disabled: boolean }>('.send').disabled).toBe(true);
  await send('lightning-record-picker', 'change', { recordId: '005000000000009AAA' });
  await expect(element).toBeAccessible();
  await click('.send');
  expect(update).toHaveBeenCalledWith({
    fields: {
      Id: ID,
      Responsible__c: '005000000000009AAA',
      Handed_Over_From__c: USER,
      Handed_Over_At__c: NOW
    }
  });
});

it('says at the commitment when it could not be saved, and why', async () => {
  update.mockRejectedValueOnce({
    status: 400,
    body: {
      output: {
        errors: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A refusal needs a reason.' }]
      }
    }
  });
  const { findAll, click, sent } = await show([commitment(), commitment({ id: 'a0C2' })]);
  await click('[data-action="done"]');
  const failures = findAll('.item').map((item) => item.querySelector('.failed')?.textContent ?? '');
  expect(failures).toEqual(["Couldn't save that: A refusal needs a reason.", '']);
  expect(sent).toEqual([]);
});

it('keeps what is closed behind a line, each with its end', async () => {
  const { element, find, figures, texts, click } = await show(
    [],
    [
      commitment({ id: 'a0C2', state: 'met', status: 'Met', doneAt: '2026-11-18T17:00:00.000Z' }),
      commitment({ id: 'a0C3', state: 'missed', status: 'Missed', doneAt: '2026-11-17T17:00:00.000Z' }),
      commitment({ id: 'a0C4', state: 'refused', status: 'Refused', refusalReason: 'No budget.' })
    ]
  );
  expect(texts('.nothing')).toEqual(['Nothing open', 'Nothing open']);
  expect(find<HTMLElement & { label: string }>('.closed-toggle').label).toBe('3 closed lately');
  expect(find('[data-side="closed"]')).toBeNull();
  await click('.closed-toggle');
  expect(find('[data-side="closed"] .actions')).toBeNull();
  expect(figures('[data-side="closed"] .due')).toEqual([
    'Met, Nov 18',
    'Missed, Nov 17',
    'refused: No budget.'
  ]);
  expect(find<HTMLElement & { label: string }>('.closed-toggle').label).toBe('Hide what is closed');
  await expect(element).toBeAccessible();
});

it('says how long the whole list is, and when there is none', async () => {
  expect((await show([commitment()], [], 80)).texts('.cap')).toEqual(['The 1 due first, of 80.']);
  document.body.replaceChildren();
  expect((await show([])).texts('.empty')).toEqual(['Nobody owes this account anything right now.']);
});
