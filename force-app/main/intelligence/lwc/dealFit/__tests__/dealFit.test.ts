import DealFit from 'c/dealFit';
import type { Fit } from 'c/intelligenceView';
import { updateRecord } from 'lightning/uiRecordApi';
import { mount } from '../../../../../../test/mount';

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const FIT: Fit = { dealId: '006000000000001AAA', problem: '', solvedElsewhere: false, referredTo: '' };

beforeEach(() => {
  update.mockReset().mockResolvedValue({ apiName: 'Opportunity', id: FIT.dealId, fields: {} });
});

afterEach(() => document.body.replaceChildren());

const show = (changes: Partial<Fit> = {}) => mount('c-deal-fit', DealFit, { fit: { ...FIT, ...changes } });

it('says that nobody has written the problem down, and lets one do it', async () => {
  const { element, texts, click, send, sent } = await show();
  expect(texts('.none')).toEqual(['Nobody has written down yet what the customer wants to solve.']);
  expect(texts('.edit')).toEqual(['Write it down']);
  await click('.edit');
  await expect(element).toBeAccessible();
  await send('.problem-draft', 'change', { value: ' Two audits failed. ' });
  await click('.save');
  expect(update).toHaveBeenCalledWith({
    fields: {
      Id: FIT.dealId,
      Customer_Problem__c: 'Two audits failed.',
      Solved_Elsewhere__c: false,
      Referred_To__c: null
    }
  });
  expect(texts('[aria-live="polite"]')).toEqual(['Saved with the deal.']);
  expect(sent).toEqual([['saved', null]]);
});

it('shows the problem as the customer said it', async () => {
  const { element, texts } = await show({ problem: 'We lose a truck a month.' });
  expect(texts('.problem')).toEqual(['We lose a truck a month.']);
  expect(texts('.edit')).toEqual(['Change it']);
  await expect(element).toBeAccessible();
});

it('honours that the right solution is elsewhere, with where', async () => {
  expect((await show({ solvedElsewhere: true })).texts('.honour')).toEqual([
    'The right solution is elsewhere. Well judged.'
  ]);
  document.body.replaceChildren();
  const { element, find, texts, click, send } = await show({ solvedElsewhere: true, referredTo: 'Coldline' });
  expect(texts('.honour')).toEqual(['The right solution is elsewhere: referred to Coldline. Well judged.']);
  await click('.edit');
  await send('.referred', 'change', { value: 'Coldline Services' });
  await expect(element).toBeAccessible();
  await click('.save');
  expect(update.mock.calls[0][0].fields).toMatchObject({
    Solved_Elsewhere__c: true,
    Referred_To__c: 'Coldline Services'
  });
  await click('.edit');
  await send('.elsewhere', 'change', { checked: false });
  expect(find('.referred')).toBeNull();
  await click('.save');
  expect(update.mock.calls[1][0].fields).toMatchObject({ Solved_Elsewhere__c: false, Referred_To__c: null });
});

it('neither shows nor saves a field that the person may not see', async () => {
  const { find, click, send } = await show({ solvedElsewhere: undefined, referredTo: undefined });
  await click('.edit');
  expect(find('.elsewhere')).toBeNull();
  await send('.problem-draft', 'change', { value: 'Heat' });
  await click('.save');
  expect(update).toHaveBeenCalledWith({ fields: { Id: FIT.dealId, Customer_Problem__c: 'Heat' } });
});

it('keeps the keyboard where the rep is: in the form, then back on the button', async () => {
  const { find, click } = await show();
  const focused = jest.spyOn(HTMLElement.prototype, 'focus');
  await click('.edit');
  expect(focused.mock.contexts.at(-1)).toBe(find('.problem-draft'));
  await click('.cancel');
  expect(focused.mock.contexts.at(-1)).toBe(find('.edit'));
  focused.mockRestore();
});

it('keeps what was typed when it could not be saved', async () => {
  update.mockRejectedValueOnce({ status: 503 });
  const { find, texts, click, send } = await show();
  await click('.edit');
  await send('.problem-draft', 'change', { value: 'Heat' });
  await click('.save');
  expect(texts('.failed')).toEqual(["Couldn't save that. Nothing has changed. Try again."]);
  expect(find<HTMLElement & { value: string }>('.problem-draft').value).toBe('Heat');
  await click('.cancel');
  expect(texts('.none')).toHaveLength(1);
});
