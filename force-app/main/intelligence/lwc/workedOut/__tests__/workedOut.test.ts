import WorkedOut from 'c/workedOut';
import { mount } from '../../../../../../test/mount';

afterEach(() => document.body.replaceChildren());

const EXPLANATION = {
  rule: 'Fresh signals.',
  version: 'MQA-3, version 3',
  basis: '3 of 96',
  computedAt: '2026-11-20T17:00:00.000Z',
  points: [
    { text: 'Strong signals is 2 or more', met: true },
    { text: 'Industry is Software', met: false }
  ],
  records: [{ id: 'a0S000000000001AAA', object: 'Account_Signal__c', name: 'Read four pages' }]
};

it('is a number until somebody asks', async () => {
  const { element, find, texts } = await mount('c-worked-out', WorkedOut, {
    text: '3 fresh signals',
    explanation: EXPLANATION
  });
  expect(texts('.figure')).toEqual(['3 fresh signals']);
  expect(find('.figure').title).toBe('How this is worked out');
  expect(find('.box')).toBeNull();
  await expect(element).toBeAccessible();
});

it('says rule, version, what it rests on, what was checked, and leads to the records', async () => {
  const { element, find, findAll, texts, click } = await mount('c-worked-out', WorkedOut, {
    text: '3 fresh signals',
    explanation: EXPLANATION
  });
  await click('.figure');
  expect(find('.figure').getAttribute('aria-expanded')).toBe('true');
  expect(texts('.rule')).toEqual(['Fresh signals.']);
  expect(texts('.fact dt')).toEqual(['Version', 'Rests on', 'Worked out']);
  expect(texts('.fact dd').slice(0, 2)).toEqual(['MQA-3, version 3', '3 of 96']);
  expect(texts('.fact dd')[2]).toContain('Nov 20, 2026');
  const marks = findAll<HTMLElement & { alternativeText: string }>('.point lightning-icon');
  expect(marks.map(({ alternativeText }) => alternativeText)).toEqual(['Met', 'Not met']);
  expect(texts('.records')).toEqual(['RecordsRead four pages']);
  expect(find('.records a').getAttribute('href')).toBe(
    '/lightning/r/Account_Signal__c/a0S000000000001AAA/view'
  );
  await expect(element).toBeAccessible();
  await click('.figure');
  expect(find('.box')).toBeNull();
});

it('lists ten records at most, and says how many more there are', async () => {
  const records = Array.from({ length: 12 }, (_, index) => ({
    id: `a0S${index}`,
    object: 'Account_Signal__c',
    name: `Signal ${index}`
  }));
  const { findAll, texts, click } = await mount('c-worked-out', WorkedOut, {
    text: '12 fresh signals',
    explanation: { rule: 'A rule.', records }
  });
  await click('.figure');
  expect(findAll('.records a')).toHaveLength(10);
  expect(texts('.more')).toEqual(['2 more']);
});

it('leaves out what is not known', async () => {
  const { find, findAll, click } = await mount('c-worked-out', WorkedOut, {
    text: '0',
    explanation: { rule: 'A rule.', computedAt: null }
  });
  await click('.figure');
  expect(findAll('.fact')).toEqual([]);
  expect(find('.records')).toBeNull();
  expect(find('.points')).toBeNull();
});
