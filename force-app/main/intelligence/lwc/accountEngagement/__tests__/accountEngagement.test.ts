import AccountEngagement from 'c/accountEngagement';
import type { Engagement } from 'c/intelligenceView';
import { setClock } from '../../../../../../test/clock';
import { ENGAGEMENT } from '../../../../../../test/intelligence';
import { mount } from '../../../../../../test/mount';

beforeEach(() => setClock(new Date('2026-11-20T17:00:00.000Z')));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

const show = (changes: Partial<Engagement> | null = {}) =>
  mount('c-account-engagement', AccountEngagement, {
    engagement: changes && { ...ENGAGEMENT, ...changes }
  });

it('says how much, how it compares with the account itself, and on how many people it rests', async () => {
  const { element, figures, texts } = await show();
  expect(figures('c-worked-out')).toEqual([
    '17 touches in 13 weeks',
    'Busier than usual for this account',
    '4 people in 13 weeks'
  ]);
  expect(texts('.last')).toEqual(['Last touch Nov 19']);
  await expect(element).toBeAccessible();
});

it('compares an account with nobody but itself, and says with what', async () => {
  const { find } = await show();
  const { explanation } = find<HTMLElement & { explanation: { rule: string; basis: string } }>('.momentum');
  expect(explanation.rule).toBe(
    'The last four finished weeks beside what four weeks in a row usually had before, of this account alone. No other account is looked at.'
  );
  expect(explanation.basis).toBe('8 touches in four weeks, usually 4; 18 weeks of its own past');
});

it('draws a bar a week and the usual week as a line', async () => {
  const { find, findAll, texts } = await show();
  const heights = findAll('rect').map((bar) => bar.getAttribute('height'));
  expect(heights).toHaveLength(13);
  expect(heights[0]).toBe('20');
  expect(heights[12]).toBe('100');
  expect(find('.median').getAttribute('y1')).toBe('80');
  expect(texts('.axis')).toEqual(['Aug 24usual week: 1Nov 16']);
  expect(find('.chart').getAttribute('aria-label')).toBe(
    'Touches by week, 13 weeks: 17 touches in 13 weeks. usual week: 1'
  );
});

it('has the same numbers as a table, newest first', async () => {
  const { element, find, texts, click } = await show();
  expect(find('table')).toBeNull();
  await click('.toggle');
  expect(texts('.row')).toHaveLength(13);
  expect(texts('.row')[0]).toBe('Nov 1651');
  expect(texts('.row')[12]).toBe('Aug 2411');
  await expect(element).toBeAccessible();
});

it.each([
  [0, 'No person named in 13 weeks'],
  [1, 'It rests on one person in 13 weeks']
])('%d people', async (people, expected) => {
  const { figures } = await show({ people });
  expect(figures('.people')).toEqual([expected]);
});

it('compares nothing where there is no past to compare with', async () => {
  const { find, figures } = await show({ momentum: null, median: null });
  expect(figures('.momentum')).toEqual([]);
  expect(find('.median')).toBeNull();
});

it('says so when nothing is recorded', async () => {
  const { texts } = await show(null);
  expect(texts('.nothing')).toEqual(['Nothing recorded with this account yet.']);
});
