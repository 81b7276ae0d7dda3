import TargetEntry from 'c/targetEntry';
import { AGREED_BEFORE, MARTA, mount, TARGET } from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';

const RIGHTS = { signs: ['sales'], mayDispute: true, mayPropose: true };

const show = (properties: Record<string, unknown> = {}) =>
  mount('c-target-entry', TargetEntry, {
    row: TARGET,
    versions: [TARGET, AGREED_BEFORE],
    rights: RIGHTS,
    ...properties
  });

beforeEach(() => setClock(new Date('2026-11-20T18:00:00.000Z')));

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says what is proposed, why, by whom, and what it waits for', async () => {
  const { element, texts, find } = await show();
  expect(texts('.account')).toEqual(['Harbor Cold Storage']);
  expect(find<HTMLAnchorElement>('.account').getAttribute('href')).toBe(
    '/lightning/r/Account/001000000000001AAA/view'
  );
  expect(texts('.tier')).toEqual(['Tier 1 proposed, tier 2 agreed']);
  expect(texts('.journey')).toEqual(['Engaged since Nov 3']);
  expect(texts('.owners')).toEqual(['Sales: nobody yet · Marketing: Jonas Weber']);
  expect(texts('.reason')).toEqual(['Two sites ask for the same.']);
  expect(texts('.status')).toEqual(['Waits for sales']);
  expect(texts('.act')).toEqual([
    'Proposed by Jonas Weber, Nov 18',
    'Signed for marketing by Jonas Weber, Nov 18'
  ]);
  await expect(element).toBeAccessible();
});

it.each([
  [{ marketing: null }, 'Waits for sales and marketing'],
  [{ sales: { who: MARTA, at: '2026-11-19T09:00:00.000Z' }, marketing: null }, 'Waits for marketing'],
  [{ status: 'Accepted', listVersion: 5 }, 'Agreed, list version 5'],
  [
    {
      status: 'Disputed',
      dispute: { who: MARTA, at: '2026-11-19T09:00:00.000Z', reason: 'No buyer there.' }
    },
    'Disputed by Marta Lindqvist: No buyer there.'
  ],
  [{ status: 'Superseded' }, 'Replaced by a later version'],
  [{ status: 'Withdrawn' }, 'Withdrawn']
])('says of %j: %s', async (changes, expected) => {
  const { texts } = await show({ row: { ...TARGET, ...changes } });
  expect(texts('.status')).toEqual([expected]);
});

it('says which tier was agreed before, once the new one is agreed', async () => {
  const row = { ...TARGET, status: 'Accepted', sales: { who: MARTA, at: '2026-11-19T09:00:00.000Z' } };
  const { texts } = await show({ row });
  expect(texts('.tier')).toEqual(['Tier 1, was tier 2']);
});

it('shows only what the person may do', async () => {
  const { all } = await show({ rights: { signs: [], mayDispute: false, mayPropose: false } });
  expect(all('.sign, .propose, .ask-dispute')).toEqual([]);
});

it('sends a signature for the side, and a proposal for the account', async () => {
  const { find, listen, press, sent } = await show();
  ['sign', 'propose'].forEach(listen);
  expect(find('.sign').label).toBe('Sign for sales');
  await press('.sign');
  await press('.propose');
  expect(sent).toEqual([
    { type: 'sign', detail: { id: TARGET.id, side: 'sales' } },
    { type: 'propose', detail: { account: TARGET.account } }
  ]);
});

it('asks why before it disputes', async () => {
  const { all, find, listen, press, send, sent, element } = await show();
  listen('dispute');
  await press('.ask-dispute');
  expect(all('.ask-dispute')).toEqual([]);
  expect(find('c-reason-form').label).toBe('Why do you disagree?');
  await expect(element).toBeAccessible();
  await send('c-reason-form', 'reason', { text: 'No buyer there.' });
  expect(sent).toEqual([{ type: 'dispute', detail: { id: TARGET.id, reason: 'No buyer there.' } }]);
  await send('c-reason-form', 'cancel');
  expect(all('c-reason-form')).toEqual([]);
});

it('unfolds all versions with who, when and why', async () => {
  const { press, texts, element } = await show();
  expect(texts('.version')).toEqual([]);
  await press('.history');
  expect(texts('.version')).toEqual([
    'Version 2: Tier 1 proposed, tier 2 agreedWaits for salesTwo sites ask for the same.Proposed by Jonas Weber, Nov 18Signed for marketing by Jonas Weber, Nov 18',
    'Version 1: Tier 2Agreed, list version 4Two sites ask for the same.Signed for marketing by Jonas Weber, Oct 1Signed for sales by Marta Lindqvist, Oct 2Proposed by Jonas Weber, Nov 18'
  ]);
  await expect(element).toBeAccessible();
});

it('says why a save has failed', async () => {
  const { texts } = await show({ failure: "Couldn't save that." });
  expect(texts('.failed')).toEqual(["Couldn't save that."]);
});
