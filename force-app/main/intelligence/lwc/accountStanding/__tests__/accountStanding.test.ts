import AccountStanding from 'c/accountStanding';
import type { Standing } from 'c/intelligenceView';
import { setClock } from '../../../../../../test/clock';
import { STANDING } from '../../../../../../test/intelligence';
import { mount, type Mounted } from '../../../../../../test/mount';

beforeEach(() => setClock(new Date('2026-11-20T17:00:00.000Z')));
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

/** Each row as "name: text"; a text that can be clicked as well. */
function rows({ findAll }: Mounted): string[] {
  return findAll('.row').map((row) => {
    const figure = row.querySelector<HTMLElement & { text: string }>('c-worked-out');
    return `${row.querySelector('dt')!.textContent}: ${figure ? figure.text : row.querySelector('dd')!.textContent}`;
  });
}

const show = (standing: Standing) => mount('c-account-standing', AccountStanding, { standing });

it('says who agreed to what, and when', async () => {
  const mounted = await show(STANDING);
  expect(rows(mounted)).toEqual([
    'Tier: Tier 1',
    'Journey: Engaged since Nov 3',
    'MQA: Met, Nov 3',
    'Sales owner: Robin Vega',
    'Marketing owner: Jonas Weber',
    'Proposed: Jonas Weber, Oct 30',
    'Signed by sales: Marta Lindqvist, Nov 1',
    'Signed by marketing: Jonas Weber, Nov 2',
    'List: Version 3'
  ]);
  await expect(mounted.element).toBeAccessible();
});

it('says what is unknown, and what is not signed', async () => {
  const open = {
    ...STANDING,
    status: 'Disputed',
    journey: null,
    journeySince: null,
    salesOwner: null,
    marketingOwner: null,
    signedByMarketing: null,
    listVersion: null,
    verdicts: [],
    disputed: { by: 'Robin Vega', at: '2026-11-05T09:00:00.000Z', reason: 'They buy through a partner.' }
  };
  expect(rows(await show(open))).toEqual([
    'Tier: Tier 1, disputed',
    'Journey: Journey unknown',
    'Sales owner: Robin Vega, who owns the account',
    'Marketing owner: Unknown',
    'Proposed: Jonas Weber, Oct 30',
    'Signed by sales: Marta Lindqvist, Nov 1',
    'Signed by marketing: Not signed yet',
    'Disputed: Robin Vega, Nov 5: They buy through a partner.',
    'List: Unknown'
  ]);
});

it('says what is proposed beside what is agreed', async () => {
  const pending = { tier: '2', by: 'Marta Lindqvist', at: '2026-11-19T09:00:00.000Z' };
  expect(rows(await show({ ...STANDING, pending }))).toContain(
    'Not agreed yet: Tier 2: Marta Lindqvist, Nov 19'
  );
});

it('has no agreement to tell of an account that nobody decided about', async () => {
  const none = {
    ...STANDING,
    id: null,
    tier: null,
    status: null,
    journey: null,
    journeySince: null,
    accountOwner: null,
    salesOwner: null,
    verdicts: []
  };
  const mounted = await show(none);
  expect(rows(mounted)).toEqual([
    'Tier: No tier agreed',
    'Journey: Journey unknown',
    'Sales owner: Unknown',
    'Marketing owner: Jonas Weber'
  ]);
  expect(mounted.find('c-worked-out')).toBeNull();
});
