import BuyingCommittee from 'c/buyingCommittee';
import type { Committee } from 'c/intelligenceView';
import { createRecord } from 'lightning/uiRecordApi';
import { setClock } from '../../../../../../test/clock';
import { COMMITTEE } from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

const create = createRecord as jest.MockedFunction<typeof createRecord>;

type Choice = HTMLElement & { options: { label: string; value: string }[]; value: string };
type Button = HTMLElement & { disabled: boolean };

beforeEach(() => {
  setClock(new Date('2026-11-20T17:00:00.000Z'));
  create.mockReset().mockResolvedValue({ apiName: 'OpportunityContactRole', id: '00K', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const show = (changes: Partial<Committee> = {}) =>
  mount('c-buying-committee', BuyingCommittee, { committee: { ...COMMITTEE, ...changes } });

it('shows who fills which role, and a gap where nobody does', async () => {
  const { element, find, figures, texts } = await show();
  expect(figures('.filled')).toEqual(['1 of 2 roles filled']);
  expect(texts('.seat .face')).toEqual(['KB', '']);
  expect(texts('.seat .who p')).toEqual([
    'Kofi Boateng · Decision Maker',
    'Chief Operating Officer · last contact Nov 12'
  ]);
  expect(figures('.missing c-worked-out')).toEqual(['No economic buyer yet: 82 of 96 won deals had one']);
  expect(find('.face_missing')).not.toBeNull();
  expect(texts('.others')).toEqual(['1 more person known here.Give one a role']);
  await expect(element).toBeAccessible();
});

it('seats a person once, with all their roles', async () => {
  const [filled] = COMMITTEE.roles;
  const { texts } = await show({ roles: [filled, { ...filled, role: 'Influencer' }] });
  expect(texts('.who p')[0]).toBe('Kofi Boateng · Decision Maker, Influencer');
  expect(texts('.seat')).toHaveLength(1);
});

it('explains where the roles come from', async () => {
  const { find } = await show();
  expect(find<HTMLElement & { explanation: unknown }>('.filled').explanation).toEqual({
    rule: 'The roles that won deals of your own org had (All).',
    basis: '96 won deals',
    computedAt: '2026-11-20T02:00:00.000Z',
    records: [
      { id: 'a0P000000000001AAA', object: 'Committee_Pattern__c', name: 'Decision Maker' },
      { id: 'a0P000000000002AAA', object: 'Committee_Pattern__c', name: 'Economic Buyer' }
    ]
  });
  expect(find<HTMLElement & { explanation: unknown }>('.missing c-worked-out').explanation).toEqual({
    rule: 'Won deals that named the role Economic Buyer, of all won deals like this one.',
    basis: '82 of 96 won deals',
    computedAt: '2026-11-20T02:00:00.000Z',
    records: [{ id: 'a0P000000000002AAA', object: 'Committee_Pattern__c', name: 'Economic Buyer' }]
  });
});

it('claims no number where the default set speaks', async () => {
  const { find, figures } = await show({
    segment: null,
    won: 4,
    roles: [{ role: 'Economic Buyer', members: [], won: null, wonWithRole: null, patternId: null }],
    expected: 1
  });
  expect(figures('.missing c-worked-out')).toEqual(['No economic buyer yet']);
  expect(find<HTMLElement & { explanation: { rule: string; basis: string } }>('.filled').explanation).toEqual(
    {
      rule: 'A common set of roles, since too few won deals like this one name their people.',
      basis: '4 won deals',
      computedAt: '2026-11-20T02:00:00.000Z',
      records: []
    }
  );
});

it('says when nobody has been in touch', async () => {
  const [{ members, ...role }] = COMMITTEE.roles;
  const { texts } = await show({
    roles: [{ ...role, members: [{ ...members[0], title: '', lastContactOn: null }] }]
  });
  expect(texts('.who .slds-text-body_small')).toEqual(['no contact recorded']);
});

it('adds a role in place', async () => {
  const { element, find, texts, click, send, sent } = await show();
  await click('.add');
  expect(find<Choice>('.role').value).toBe('Economic Buyer');
  expect(find<Choice>('.person').options.map(({ label }) => label)).toEqual([
    'Annelies Dekker, Head of Quality',
    'Kofi Boateng, Chief Operating Officer'
  ]);
  expect(find('.deal')).toBeNull();
  expect(find<Button>('.save').disabled).toBe(true);
  await send('.person', 'change', { value: '003000000000002AAA' });
  expect(find<Button>('.save').disabled).toBe(false);
  await expect(element).toBeAccessible();
  await click('.save');
  expect(create).toHaveBeenCalledWith({
    apiName: 'OpportunityContactRole',
    fields: {
      OpportunityId: '006000000000001AAA',
      ContactId: '003000000000002AAA',
      Role: 'Economic Buyer'
    }
  });
  expect(texts('[aria-live="polite"]')).toEqual(['Annelies Dekker, Head of Quality: Economic Buyer']);
  expect(sent).toEqual([['saved', null]]);
  expect(find('.form')).toBeNull();
});

it('asks for the role and the deal where they are open', async () => {
  const { find, click, send } = await show({
    deals: [...COMMITTEE.deals, { id: '006000000000002AAA', name: 'Six depots', closeOn: null }]
  });
  await click('.add-other');
  await send('.role', 'change', { value: 'Decision Maker' });
  await send('.person', 'change', { value: '003000000000002AAA' });
  await send('.deal', 'change', { value: '006000000000002AAA' });
  await click('.save');
  expect(create.mock.calls[0][0].fields).toEqual({
    OpportunityId: '006000000000002AAA',
    ContactId: '003000000000002AAA',
    Role: 'Decision Maker'
  });
  expect(find('.form')).toBeNull();
});

it('keeps the keyboard where the rep is: in the form, then back on a button', async () => {
  const { find, click } = await show();
  const focused = jest.spyOn(HTMLElement.prototype, 'focus');
  await click('.add');
  expect(focused.mock.contexts.at(-1)).toBe(find('.role'));
  await click('.cancel');
  expect(focused.mock.contexts.at(-1)).toBe(find('.add-other'));
  focused.mockRestore();
});

it('says what is missing where no role can be added', async () => {
  const { find, texts, click } = await show({ deals: [] });
  await click('.add');
  expect(texts('.no-deal')).toEqual(['Roles are kept on deals, and this account has no open one.']);
  await click('.cancel');
  expect(find('.form')).toBeNull();
  document.body.replaceChildren();
  const empty = await show({
    roles: COMMITTEE.roles.map((role) => ({ ...role, members: [] })),
    others: { items: [], total: 0 }
  });
  await empty.click('.add');
  expect(empty.texts('.no-people')).toEqual(['This account has no contacts yet. Add one first.']);
});

it('keeps the choice when it could not be saved, and says of how many people it knows', async () => {
  create.mockRejectedValueOnce({ status: 403, body: { message: 'no' } });
  const { find, texts, click, send, sent } = await show({
    others: { items: COMMITTEE.others.items, total: 340 }
  });
  expect(texts('.others')).toEqual(['340 more people known here.Give one a role']);
  await click('.add');
  expect(texts('.cap')).toEqual(['The 1 people in touch last, of 340.']);
  await send('.person', 'change', { value: '003000000000002AAA' });
  await click('.save');
  expect(texts('.failed')).toEqual(['You can read this, not change it. Whoever owns the account can.']);
  expect(find<Choice>('.person').value).toBe('003000000000002AAA');
  expect(sent).toEqual([]);
});
