import AccountTiming from 'c/accountTiming';
import type { Timing } from 'c/intelligenceView';
import { setClock } from '../../../../../../test/clock';
import { TIMING } from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

beforeEach(() => setClock(new Date('2026-11-20T17:00:00.000Z')));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const show = (changes: Partial<Timing> = {}) =>
  mount('c-account-timing', AccountTiming, { timing: { ...TIMING, ...changes } });
const plain = (text: string) => text.replace(/\u202f/g, ' ');

it('is one sentence first, with how many answers it rests on', async () => {
  const { element, find, figures } = await show();
  expect(figures('.best').map(plain)).toEqual([
    'They answer most on Tuesday between 9:00 AM and 11:00 AM, their time: 9 of 23 answers.'
  ]);
  expect(find('.heat')).toBeNull();
  expect(find<HTMLElement & { explanation: { rule: string; basis: string } }>('.best').explanation).toEqual({
    rule: 'Answers recorded before, by weekday and hour at the account. Below 12 answers nothing is said, nor where chance alone would explain the hours.',
    basis: '23 answers, hours in Europe/Amsterdam',
    computedAt: '2026-11-20T02:00:00.000Z',
    records: [{ id: 'a0E000000000001AAA', object: 'Account_Engagement__c', name: '23 answers' }]
  });
  await expect(element).toBeAccessible();
});

it('has a map of all answers behind the sentence', async () => {
  const { element, findAll, texts, click } = await show();
  await click('.toggle');
  expect(texts('.hour')).toEqual(['8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19']);
  expect(texts('.day')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  const filled = findAll('.cell').filter(({ textContent }) => textContent !== '');
  expect(filled.map(({ textContent, className }) => [textContent, className])).toEqual([
    ['5', 'cell heat_4'],
    ['4', 'cell heat_4'],
    ['1', 'cell heat_1']
  ]);
  expect(plain(filled[0].title)).toBe('5 answers on Tuesday from 9:00 AM');
  await expect(element).toBeAccessible();
});

it('is silent below the minimum, and says what the minimum is', async () => {
  const { find, texts } = await show({ best: null, answers: 4 });
  expect(texts('.silent')).toEqual([
    'Too little is known to say when they answer: that takes 12 answers, and there are 4.'
  ]);
  expect(find('.toggle')).toBeNull();
});

it('says that no hours stand out, and shows the answers all the same', async () => {
  const { find, figures } = await show({ best: null });
  expect(figures('.best')).toEqual(['No hours stand out in 23 answers.']);
  expect(find('.toggle')).not.toBeNull();
});

it('says nothing about hours where their time zone is unknown', async () => {
  const { texts } = await show({ timeZone: null });
  expect(texts('.silent')).toEqual([
    'Their time zone is unknown, so nothing is said about when they answer. Set it on the account.'
  ]);
});

it('says what is coming, and leaves the title out when nothing is', async () => {
  const { texts } = await show();
  expect(texts('.one')).toEqual([
    'Nov 24Due: First call after the audit',
    'Dec 11Twelve plants is to close',
    'Dec 31The calendar quarter ends'
  ]);
  document.body.replaceChildren();
  expect((await show({ coming: [] })).texts('h4')).toEqual([]);
});
