import {
  agreedBefore,
  capacities,
  dispute,
  historyOf,
  isDisputable,
  missingSignatures,
  proposal,
  signableSides,
  signature,
  supersededBy,
  type TargetRow
} from 'c/targetList';

const MARTA = { id: '005000000000001AAA', name: 'Marta Lindqvist' };
const JONAS = { id: '005000000000002AAA', name: 'Jonas Weber' };
const AT = '2026-11-20T09:00:00.000Z';

const ROW: TargetRow = {
  id: 'a10000000000001AAA',
  account: { id: '001000000000001AAA', name: 'Harbor Cold Storage' },
  version: 2,
  tier: '1',
  status: 'Proposed',
  journey: 'Engaged',
  journeySince: null,
  salesOwner: null,
  marketingOwner: null,
  reason: 'Two sites ask for the same.',
  proposed: { who: JONAS, at: '2026-11-18T09:00:00.000Z' },
  sales: null,
  marketing: null,
  dispute: null,
  listVersion: null
};

const row = (changes: Partial<TargetRow>): TargetRow => ({ ...ROW, ...changes });
const signed = { who: MARTA, at: '2026-11-19T09:00:00.000Z' };

it('needs both signatures, by two people', () => {
  expect(missingSignatures(ROW)).toEqual(['sales', 'marketing']);
  expect(signableSides(ROW, MARTA.id, ['sales'])).toEqual(['sales']);
  expect(signableSides(ROW, MARTA.id, [])).toEqual([]);
  expect(signableSides(row({ sales: signed }), MARTA.id, ['sales', 'marketing'])).toEqual([]);
  expect(signableSides(row({ sales: signed }), JONAS.id, ['marketing'])).toEqual(['marketing']);
  expect(signableSides(row({ status: 'Disputed' }), JONAS.id, ['marketing'])).toEqual([]);
});

it('accepts a row and numbers the list with the second signature only', () => {
  expect(signature(ROW, 'sales', MARTA.id, AT, 13)).toEqual({
    Signed_By_Sales__c: MARTA.id,
    Sales_Signed_At__c: AT
  });
  expect(signature(row({ sales: signed }), 'marketing', JONAS.id, AT, 13)).toEqual({
    Signed_By_Marketing__c: JONAS.id,
    Marketing_Signed_At__c: AT,
    Status__c: 'Accepted',
    List_Version__c: 13
  });
});

it('keeps who disputes, when and why', () => {
  expect(isDisputable(row({ status: 'Accepted' }))).toBe(true);
  expect(isDisputable(row({ status: 'Superseded' }))).toBe(false);
  expect(dispute(' No buyer there. ', MARTA.id, AT)).toEqual({
    Status__c: 'Disputed',
    Disputed_By__c: MARTA.id,
    Disputed_At__c: AT,
    Dispute_Reason__c: 'No buyer there.'
  });
});

it('writes a proposal as the next version, under a key of its own', () => {
  const wish = {
    accountId: ROW.account.id,
    tier: '2',
    salesOwnerId: MARTA.id,
    marketingOwnerId: null,
    reason: ' Smaller than it looked. '
  } as const;
  expect(proposal(wish, 2, JONAS.id, AT)).toEqual({
    Account__c: ROW.account.id,
    Target_Key__c: '001000000000001AAA-3',
    Version__c: 3,
    Tier__c: '2',
    Status__c: 'Proposed',
    Sales_Owner__c: MARTA.id,
    Marketing_Owner__c: null,
    Reason__c: 'Smaller than it looked.',
    Proposed_By__c: JONAS.id,
    Proposed_At__c: AT
  });
});

it('supersedes what stood before, of the same account only', () => {
  const rows = [
    row({ id: 'old', version: 1, status: 'Accepted' }),
    row({ id: 'gone', version: 1, status: 'Withdrawn' }),
    row({ id: 'other', version: 1, status: 'Accepted', account: { id: '001X', name: 'Other' } }),
    row({ id: 'newer', version: 3 }),
    ROW
  ];
  expect(supersededBy(ROW, rows).map(({ id }) => id)).toEqual(['old']);
});

it('knows what was agreed before, although it is superseded now', () => {
  const agreed = { sales: signed, marketing: signed };
  const rows = [
    row({ id: 'first', version: 1, status: 'Superseded', tier: '3', ...agreed }),
    row({ id: 'never agreed', version: 2, status: 'Superseded' })
  ];
  expect(agreedBefore(row({ version: 3 }), rows)?.id).toBe('first');
  expect(agreedBefore(row({ version: 1 }), rows)).toBeUndefined();
});

it('tells a row’s acts in the order in which they happened', () => {
  const told = historyOf(
    row({
      marketing: { who: JONAS, at: '2026-11-18T10:00:00.000Z' },
      sales: signed,
      dispute: { who: MARTA, at: '2026-11-20T10:00:00.000Z', reason: 'No' }
    })
  );
  expect(told.map(({ what }) => what)).toEqual(['proposed', 'marketing', 'sales', 'disputed']);
});

describe('capacity', () => {
  const count = (status: TargetRow['status'], accounts: number, sellerId = 'robin') =>
    ({ sellerId, tier: '1', status, accounts }) as const;

  it('counts agreed accounts, with the pending ones beside them', () => {
    const counts = [
      count('Accepted', 9),
      count('Proposed', 1),
      count('Disputed', 1),
      count('Superseded', 40)
    ];
    expect(capacities(counts, [{ sellerId: null, tier: '1', accounts: 12 }])).toEqual([
      { sellerId: 'robin', tier: '1', accounts: 9, pending: 2, most: 12, over: 0 }
    ]);
  });

  it("prefers a seller's own number to everyone's, and says by how many it is over", () => {
    const rules = [
      { sellerId: null, tier: '1', accounts: 12 },
      { sellerId: 'sam', tier: '1', accounts: 8 },
      { sellerId: null, tier: '2', accounts: 30 }
    ] as const;
    expect(capacities([count('Accepted', 11, 'sam')], rules)).toEqual([
      { sellerId: 'sam', tier: '1', accounts: 11, pending: 0, most: 8, over: 3 }
    ]);
  });

  it('has no limit where nobody has said one', () => {
    expect(capacities([count('Accepted', 50)], [])[0]).toMatchObject({ most: null, over: 0 });
  });
});
