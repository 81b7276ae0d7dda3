import ServiceLevel from 'c/serviceLevel';
import { LEVEL, mount } from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';

const show = (properties: Record<string, unknown> = {}) =>
  mount('c-service-level', ServiceLevel, { level: LEVEL, ...properties });

// A Friday, 08:00 in Los Angeles, where the person who looks is.
beforeEach(() => setClock(new Date('2026-11-20T16:00:00.000Z')));

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says what is promised, in which hours, who answers for it and who is told', async () => {
  const { element, texts } = await show();
  expect(texts('.promise')).toEqual(['Call a person at the account.']);
  expect(texts('.status')).toEqual(['Version 1, in force']);
  expect(texts('.term')).toEqual([
    'Starts when: MQA reached',
    'Within 8 business hours, at least 90 % of the time',
    'Mon to Fri 9:00 AM to 5:00 PM · UTC',
    'The clock stands still on Dec 25',
    'Answers for it: Jonas Weber',
    'After 2 missed in a row, Marta Lindqvist is told'
  ]);
  await expect(element).toBeAccessible();
});

it('reads the same clock as the commitments: one hour on Friday, seven on Monday', async () => {
  const { texts } = await show();
  expect(texts('.due')).toEqual(['Started now, it would be due Mon, Nov 23, 8:00 AM.']);
});

it.each([
  [{ met: 0, of: 0 }, 'None has fallen due yet.'],
  [{ met: 4, of: 5 }, 'Kept 4 of 5. Too few to say a percentage; it takes 10.'],
  [{ met: 18, of: 20 }, 'Kept 18 of 20: 90 % (70 to 97 % likely). Agreed: at least 90 %.']
])('says of %j: %s', async (attainment, expected) => {
  const { texts } = await show({ attainment });
  expect(texts('.attainment')).toEqual([expected]);
});

it('does not say that nothing was missed where commitments cannot be seen', async () => {
  const { texts } = await show({ attainment: null });
  expect(texts('.attainment')).toEqual([]);
});

it('says who has signed and who has not, and offers what the person can sign', async () => {
  const draft = { ...LEVEL, status: 'Draft', signatures: { ...LEVEL.signatures, finance: null } };
  const { element, find, listen, press, sent, texts } = await show({
    level: draft,
    signs: ['finance'],
    mayChange: true
  });
  ['sign', 'change'].forEach(listen);
  expect(texts('.status')).toEqual(['Version 1, draft']);
  expect(texts('.attainment')).toEqual([]);
  expect(texts('.signature')).toEqual([
    'Sales: signed by Marta Lindqvist, Oct 1',
    'Marketing: signed by Jonas Weber, Oct 1',
    'Finance: not signed yet'
  ]);
  expect(find('.sign').label).toBe('Sign for finance');
  await press('.sign');
  await press('.change');
  expect(sent).toEqual([
    { type: 'sign', detail: { id: LEVEL.id, party: 'finance' } },
    { type: 'change', detail: { id: LEVEL.id } }
  ]);
  await expect(element).toBeAccessible();
});

it('shows only what the person may do', async () => {
  const { all } = await show();
  expect(all('.sign, .change')).toEqual([]);
});

it('groups days by their hours, and says when they cannot be read', async () => {
  const businessHours = JSON.stringify({
    timeZone: 'Europe/Berlin',
    days: {
      Monday: [
        ['09:00', '12:00'],
        ['13:00', '17:00']
      ],
      Tuesday: [['09:00', '17:00']],
      Thursday: [['09:00', '17:00']]
    }
  });
  const { texts } = await show({ level: { ...LEVEL, businessHours, holidays: '' } });
  expect(texts('.term')[2]).toBe(
    'Mon 9:00 AM to 12:00 PM, 1:00 PM to 5:00 PM · Tue 9:00 AM to 5:00 PM · Thu 9:00 AM to 5:00 PM · Europe/Berlin'
  );
  document.body.replaceChildren();
  const broken = await show({ level: { ...LEVEL, businessHours: '{', holidays: '' } });
  expect(broken.texts('.term')[2]).toBe("Business hours can't be read");
  expect(broken.texts('.due')).toEqual([]);
});

it('says why a save has failed', async () => {
  const { texts } = await show({ failure: 'Sign in your own name only.' });
  expect(texts('.failed')).toEqual(['Sign in your own name only.']);
});
