import { PEOPLE, TARGET_PAGE, TARGET_SUMMARY, TARGET_VERSIONS } from 'c/agreementSource';
import TargetAccounts from 'c/targetAccounts';
import { updateRecord } from 'lightning/uiRecordApi';
import type { TargetRow } from 'c/targetList';
import {
  AGREED_BEFORE,
  answer,
  edges,
  emitRights,
  HARBOR,
  MARTA,
  mount,
  queried,
  TARGET,
  targetNode,
  value,
  type Part
} from '../../../../../../test/agreement';
import { setClock } from '../../../../../../test/clock';
import { settle } from '../../../../../../test/guidance';

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });
jest.mock('c/agreementRights', () => ({ mySignatories: () => ['sales', 'finance'] }));

const update = updateRecord as jest.MockedFunction<typeof updateRecord>;
const refresh = jest.fn().mockResolvedValue(undefined);

interface Entry extends HTMLElement {
  row: TargetRow;
  versions: TargetRow[];
  rights: { signs: string[]; mayDispute: boolean; mayPropose: boolean };
  failure: string;
}

const NOW = '2026-11-20T18:00:00.000Z';

function page(rows: TargetRow[], total = rows.length, endCursor: string | null = null) {
  return answer(TARGET_PAGE, {
    ...queried({
      Target_Account__c: edges(
        rows.map(({ id, account }) => ({ Id: id, Account__c: value(account.id) })),
        { totalCount: total, pageInfo: { hasNextPage: endCursor !== null, endCursor } }
      )
    }),
    refresh
  });
}

const versions = (rows: TargetRow[]) =>
  answer(TARGET_VERSIONS, { ...queried({ Target_Account__c: edges(rows.map(targetNode)) }), refresh });

const group = (status: string, accounts: number) => ({
  aggregate: {
    Sales_Owner__c: value(MARTA.id),
    Tier__c: value('1'),
    Status__c: value(status),
    Id: { count: value(accounts) }
  }
});

async function summary(): Promise<void> {
  await answer(TARGET_SUMMARY, {
    ...queried(
      {
        newest: edges([{ List_Version__c: value(4) }]),
        Target_Capacity__c: edges([{ Seller__c: value(null), Tier__c: value('1'), Accounts__c: value(12) }])
      },
      { Target_Account__c: edges([group('Accepted', 1200), group('Proposed', 3), group('Disputed', 1)]) }
    ),
    refresh
  });
  await answer(PEOPLE, queried({ User: edges([{ Id: MARTA.id, Name: value(MARTA.name) }]) }));
}

async function show(rows = [TARGET, AGREED_BEFORE]) {
  const mounted = await mount('c-target-accounts', TargetAccounts);
  await page(rows, 2113, 'cursor 1');
  await versions(rows);
  await summary();
  await emitRights(true, { Dispute_Reason__c: { updateable: true } });
  return { ...mounted, entries: () => mounted.all<Entry>('c-target-entry') };
}

beforeEach(() => {
  setClock(new Date(NOW));
  update.mockReset().mockResolvedValue({ apiName: 'Target_Account__c', id: 'a1', fields: {} });
  refresh.mockClear();
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('says how the whole list stands, and shows one page of it', async () => {
  const { element, entries, find, texts } = await show();
  expect(texts('.summary')).toEqual([
    'List version 4: 1,200 accounts agreed, 3 waiting for a signature, 1 disputed.'
  ]);
  expect(entries().map(({ row }) => row.id)).toEqual([TARGET.id, AGREED_BEFORE.id]);
  expect(entries()[0].versions).toHaveLength(2);
  expect(entries()[0].rights).toEqual({ signs: ['sales'], mayDispute: true, mayPropose: true });
  expect(entries()[1].rights.signs).toEqual([]);
  expect(texts('.range')).toEqual(['1 to 2 of 2,113']);
  expect(find<HTMLElement & { capacities: unknown[] }>('c-target-capacity').capacities).toEqual([
    { sellerId: MARTA.id, tier: '1', accounts: 1200, pending: 4, most: 12, over: 1188 }
  ]);
  await expect(element).toBeAccessible();
});

it('turns pages by their cursors, and begins anew with a filter', async () => {
  const { all, press, send, texts } = await show();
  expect(all('.previous')).toEqual([]);
  await press('.next');
  await page([TARGET], 2113);
  expect(texts('.range')).toEqual(['26 to 26 of 2,113']);
  expect(all('.next')).toEqual([]);
  await press('.previous');
  await page([TARGET, AGREED_BEFORE], 2113, 'cursor 1');
  expect(texts('.range')).toEqual(['1 to 2 of 2,113']);
  await send('c-target-filters', 'filterchange', { tier: '1', status: '', ownerId: '', name: '' });
  await page([]);
  expect(texts('.empty')).toEqual(['No account in the list fits. Show all, or look for less.']);
  await press('.clear');
  await page([]);
  expect(texts('.empty')).toEqual([
    'No account is in the target list yet. Propose the first one, or import a list with "caddie targets import".'
  ]);
});

it('accepts with the second signature, and supersedes what stood', async () => {
  const { entries, send, find } = await show();
  await send(find('c-target-entry'), 'sign', { id: TARGET.id, side: 'sales' });
  await settle();
  expect(update.mock.calls.map(([{ fields }]) => fields)).toEqual([
    {
      Id: TARGET.id,
      Signed_By_Sales__c: MARTA.id,
      Sales_Signed_At__c: NOW,
      Status__c: 'Accepted',
      List_Version__c: 5
    },
    { Id: AGREED_BEFORE.id, Status__c: 'Superseded' }
  ]);
  expect(find<Part>('c-agreement-part').announcement).toBe('Signed 1 account.');
  expect(refresh).toHaveBeenCalledTimes(3);
  expect(entries()[0].failure).toBe('');
});

it('signs all that wait on the page, and says beside a row why it could not', async () => {
  const other = { ...TARGET, id: 'a10000000000009AAA', account: { id: '001X', name: 'Other' }, version: 1 };
  const { entries, find, press } = await show([TARGET, other]);
  update.mockRejectedValueOnce({
    status: 400,
    body: { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Sign in your own name only.' }
  });
  expect(find('.sign-all').label).toBe('Sign these 2 for sales');
  await press('.sign-all');
  await settle();
  await settle();
  expect(entries()[0].failure).toContain('Sign in your own name only.');
  expect(find<Part>('c-agreement-part').announcement).toBe('Signed 1 account.');
});

it('keeps a dispute with who, when and why', async () => {
  const { find, send } = await show();
  await send(find('c-target-entry'), 'dispute', { id: TARGET.id, reason: 'No buyer there.' });
  expect(update.mock.calls[0][0].fields).toEqual({
    Id: TARGET.id,
    Status__c: 'Disputed',
    Disputed_By__c: MARTA.id,
    Disputed_At__c: NOW,
    Dispute_Reason__c: 'No buyer there.'
  });
});

it('opens the form for a new account or for a change, and reads the list again afterwards', async () => {
  type Form = HTMLElement & { account: unknown };
  const { all, find, press, send } = await show();
  await press('.ask-proposal');
  expect(find<Form>('c-target-proposal').account).toBeNull();
  expect(all('.ask-proposal')).toEqual([]);
  await send('c-target-proposal', 'cancel');
  expect(all('c-target-proposal')).toEqual([]);
  await send(find('c-target-entry'), 'propose', { account: HARBOR });
  expect(find<Form>('c-target-proposal').account).toEqual(HARBOR);
  await send('c-target-proposal', 'saved');
  expect(find<Part>('c-agreement-part').announcement).toBe('Proposed. It waits for both signatures.');
  expect(refresh).toHaveBeenCalledTimes(3);
});

it('leaves out what the person may not do', async () => {
  const { all, entries } = await show();
  await emitRights(false, {});
  expect(all('.ask-proposal')).toEqual([]);
  expect(entries()[0].rights).toMatchObject({ mayDispute: false, mayPropose: false });
});

it('has states for loading, failing and no access', async () => {
  const { find, send } = await mount('c-target-accounts', TargetAccounts);
  const status = () => find<Part>('c-agreement-part').status;
  expect(status()).toBe('loading');
  refresh.mockClear();
  await answer(TARGET_PAGE, { errors: [{ message: 'Service unavailable' }], refresh });
  expect(status()).toBe('failed');
  await send('c-agreement-part', 'retry');
  expect(refresh).toHaveBeenCalledTimes(1);
  await answer(TARGET_PAGE, {
    errors: [{ message: "Field 'Target_Account__c' in type 'RecordQuery' is undefined" }]
  });
  expect(status()).toBe('denied');
});
