import AccountSignals from 'c/accountSignals';
import USER_ID from '@salesforce/user/Id';
import { updateRecord } from 'lightning/uiRecordApi';
import { setClock } from '../../../../../../test/clock';
import { signal } from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const NOW = '2026-11-20T17:00:00.000Z';

beforeEach(() => {
  setClock(new Date(NOW));
  update.mockReset().mockResolvedValue({ apiName: 'Account_Signal__c', id: 'a0S', fields: {} });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const show = (items: ReturnType<typeof signal>[], total = items.length) =>
  mount('c-account-signals', AccountSignals, { signals: { items, total } });

const many = (length: number) =>
  Array.from({ length }, (_, index) => signal({ id: `a0S00000000000${index}AAA`, what: `Signal ${index}` }));

it('says what happened, why it matters, how strong, until when, from where', async () => {
  const { element, find, figures, texts } = await show([
    signal(),
    signal({
      id: 'a0S2',
      strength: 'Weak',
      why: '',
      url: 'https://news.example/1',
      expiresAt: null,
      matchedBy: 'Reviewed'
    })
  ]);
  expect(figures('.count')).toEqual(['2 fresh signals']);
  expect(texts('.what')).toEqual([
    'Read four pages on cold chain audits',
    'Read four pages on cold chain audits'
  ]);
  expect(texts('.why')).toEqual(['Their audit is in March.']);
  expect(texts('.facts')).toEqual([
    'Strong · Intent · Northbeam · Nov 18 · fresh until Dec 2 · matched by domain',
    'Weak · Intent · Northbeam · Nov 18 · matched by a person'
  ]);
  expect(find('.what a').getAttribute('href')).toBe('https://news.example/1');
  await expect(element).toBeAccessible();
});

it('draws strength as bars, so that it does not rest on colour', async () => {
  const { findAll } = await show([signal(), signal({ id: 'a0S2', strength: 'Medium' })]);
  const bars = findAll('.strength').map((element) => element.querySelectorAll('.bar_on').length);
  expect(bars).toEqual([3, 2]);
  expect(findAll('.strength').map((element) => element.getAttribute('aria-label'))).toEqual([
    'Strong',
    'Medium'
  ]);
});

it('shows the newest four, the rest on request, and says how long the whole list is', async () => {
  const { find, texts, click } = await show(many(6), 312);
  expect(texts('.what')).toEqual(['Signal 0', 'Signal 1', 'Signal 2', 'Signal 3']);
  expect(texts('.cap')).toEqual(['The newest 6 of 312.']);
  expect(find<HTMLElement & { label: string }>('.more').label).toBe('2 more');
  await click('.more');
  expect(texts('.what')).toHaveLength(6);
  expect(find<HTMLElement & { label: string }>('.more').label).toBe('Show fewer');
});

it('says so when nothing is fresh', async () => {
  const { element, texts } = await show([]);
  expect(texts('.empty')).toEqual(['Nothing fresh right now.']);
  await expect(element).toBeAccessible();
});

it('takes one away with a reason, and tells whom it reaches', async () => {
  const { find, texts, click, send, sent, element } = await show([
    signal(),
    signal({ id: 'a0S2', what: 'Other' })
  ]);
  await click('.not-useful');
  const form = find<HTMLElement & { hint: string; label: string }>('c-reason-form');
  expect(form.hint).toBe('Jonas Weber will read it.');
  expect(form.label).toBe('What was wrong with it?');
  await expect(element).toBeAccessible();
  await send('c-reason-form', 'reason', { text: 'Another company of that name.' });
  expect(update).toHaveBeenCalledWith({
    fields: {
      Id: 'a0S000000000001AAA',
      Not_Useful_At__c: NOW,
      Not_Useful_By__c: USER_ID,
      Not_Useful_Reason__c: 'Another company of that name.'
    }
  });
  expect(texts('.what')).toEqual(['Other']);
  expect(texts('[aria-live="polite"]')).toEqual(['Gone. Your reason reaches Jonas Weber.']);
  expect(sent).toEqual([['saved', null]]);
});

it('keeps the signal and the form when the reason could not be saved', async () => {
  update.mockRejectedValueOnce({ status: 503 });
  const { find, texts, click, send, sent } = await show([signal({ sentBy: null })]);
  await click('.not-useful');
  expect(find<HTMLElement & { hint: string }>('c-reason-form').hint).toBe(
    'Whoever answers for Northbeam will read it.'
  );
  await send('c-reason-form', 'reason', { text: 'No.' });
  expect(texts('.what')).toHaveLength(1);
  expect(find<HTMLElement & { failure: string }>('c-reason-form').failure).toBe(
    "Couldn't save that. Nothing has changed. Try again."
  );
  expect(sent).toEqual([]);
  await send('c-reason-form', 'cancel');
  expect(find('c-reason-form')).toBeNull();
});
