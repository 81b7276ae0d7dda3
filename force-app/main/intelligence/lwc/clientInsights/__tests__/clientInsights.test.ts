import ClientInsights from 'c/clientInsights';
import type { Insight } from 'c/intelligenceView';
import USER_ID from '@salesforce/user/Id';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { setClock } from '../../../../../../test/clock';
import { insight } from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

const create = createRecord as jest.MockedFunction<typeof createRecord>;
const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const NOW = '2026-11-20T17:00:00.000Z';
const ACCOUNT = '001000000000001AAA';

beforeEach(() => {
  setClock(new Date(NOW));
  create.mockReset().mockResolvedValue({ apiName: 'Client_Insight__c', id: 'a0I', fields: {} });
  update.mockReset().mockResolvedValue({ apiName: 'Client_Insight__c', id: 'a0I', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const show = (items: Insight[], total = items.length) =>
  mount('c-client-insights', ClientInsights, { accountId: ACCOUNT, insights: { items, total } });

it('has the words first, then who wrote them, when, and who may read them', async () => {
  const { element, find, texts } = await show([
    insight(),
    insight({ id: 'a0I2', visibility: 'Private', isMine: true })
  ]);
  expect(find('.text').textContent).toBe('Plants decide together.\nNever write to one alone.');
  expect(texts('.credit')).toEqual(['Sam Okafor, Oct 12 · account team', 'Sam Okafor, Oct 12 · only you']);
  expect(texts('.helped')).toEqual(['This helped me']);
  expect(texts('.edit')).toEqual(['Edit']);
  await expect(element).toBeAccessible();
});

it('lets an author see whom it helped', async () => {
  const { find, figures } = await show([
    insight({
      isMine: true,
      thanks: [
        { by: 'Robin Vega', helped: 'Two plants in one call' },
        { by: 'Marta Lindqvist', helped: '' }
      ]
    })
  ]);
  expect(figures('.thanks')).toEqual(['Helped 2 colleagues']);
  expect(find<HTMLElement & { explanation: { points: unknown } }>('.thanks').explanation.points).toEqual([
    { text: 'Robin Vega: Two plants in one call', met: true },
    { text: 'Marta Lindqvist', met: true }
  ]);
});

it('sends "this helped me" to its author, once', async () => {
  const { element, find, texts, click, send, sent } = await show([insight()]);
  await click('.helped');
  expect(find<HTMLElement & { hint: string }>('c-reason-form').hint).toBe('Sam Okafor will read it.');
  await expect(element).toBeAccessible();
  await send('c-reason-form', 'reason', { text: '' });
  expect(create).toHaveBeenCalledWith({
    apiName: 'Insight_Thanks__c',
    fields: {
      Client_Insight__c: 'a0I000000000001AAA',
      Thanks_Key__c: `a0I000000000001AAA-${USER_ID}`,
      Thanked_By__c: USER_ID,
      What_It_Helped__c: null
    }
  });
  expect(texts('[aria-live="polite"]')).toEqual(['Sent. Sam Okafor will see it here.']);
  expect(sent).toEqual([['saved', null]]);
  document.body.replaceChildren();
  expect((await show([insight({ isThanked: true })])).find('.helped')).toBeNull();
});

it('takes thanks that were said before as said', async () => {
  create.mockRejectedValueOnce({ status: 400, body: [{ errorCode: 'DUPLICATE_VALUE', message: 'twice' }] });
  const { find, click, send, sent } = await show([insight()]);
  await click('.helped');
  await send('c-reason-form', 'reason', { text: 'Again' });
  expect(find('c-reason-form')).toBeNull();
  expect(sent).toEqual([['saved', null]]);
});

it('writes what one knows under one’s own name', async () => {
  const { element, find, texts, click, send } = await show([]);
  expect(texts('.empty')).toEqual(['Nobody has written anything about this account yet.']);
  await click('.add');
  expect(find<HTMLElement & { disabled: boolean }>('.save').disabled).toBe(true);
  await send('.draft', 'change', { value: ' Ask for Ada. ' });
  await send('.visibility', 'change', { value: 'All' });
  await expect(element).toBeAccessible();
  await click('.save');
  expect(create).toHaveBeenCalledWith({
    apiName: 'Client_Insight__c',
    fields: {
      Text__c: 'Ask for Ada.',
      Visibility__c: 'All',
      Account__c: ACCOUNT,
      Author__c: USER_ID,
      Written_At__c: NOW
    }
  });
  expect(find('.form')).toBeNull();
  expect(texts('[aria-live="polite"]')).toEqual(['Saved under your name.']);
});

it('changes one’s own words, never their author or date', async () => {
  const { find, click, send } = await show([insight({ isMine: true })]);
  await click('.edit');
  expect(find<HTMLElement & { value: string }>('.draft').value).toBe(
    'Plants decide together.\nNever write to one alone.'
  );
  await send('.draft', 'change', { value: 'Plants decide alone now.' });
  await click('.save');
  expect(update).toHaveBeenCalledWith({
    fields: { Id: 'a0I000000000001AAA', Text__c: 'Plants decide alone now.', Visibility__c: 'Team' }
  });
  expect(create).not.toHaveBeenCalled();
});

it('keeps the keyboard where the author is: in the form, then back on the button', async () => {
  const { find, click } = await show([]);
  const focused = jest.spyOn(HTMLElement.prototype, 'focus');
  await click('.add');
  expect(focused.mock.contexts.at(-1)).toBe(find('.draft'));
  await click('.cancel');
  expect(focused.mock.contexts.at(-1)).toBe(find('.add'));
  focused.mockRestore();
});

it('keeps what was typed when it could not be saved', async () => {
  create.mockRejectedValueOnce({ status: 503 });
  const { find, texts, click, send, sent } = await show([]);
  await click('.add');
  await send('.draft', 'change', { value: 'Ask for Ada.' });
  await click('.save');
  expect(texts('.failed')).toEqual(["Couldn't save that. Nothing has changed. Try again."]);
  expect(find<HTMLElement & { value: string }>('.draft').value).toBe('Ask for Ada.');
  expect(sent).toEqual([]);
  await click('.cancel');
  expect(find('.form')).toBeNull();
});

it('shows three, the rest on request, and says how many there are', async () => {
  const items = Array.from({ length: 5 }, (_, index) => insight({ id: `a0I${index}` }));
  const { find, texts, click } = await show(items, 60);
  expect(texts('.text')).toHaveLength(3);
  expect(texts('.cap')).toEqual(['The newest 5 of 60.']);
  expect(find<HTMLElement & { label: string }>('.more').label).toBe('2 more');
  await click('.more');
  expect(texts('.text')).toHaveLength(5);
});
