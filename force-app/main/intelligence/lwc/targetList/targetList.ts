/**
 * Rules of the target list. A decision about an account is a row that is never rewritten: a change is a new version,
 * and what stood before is superseded once both sides have signed the new one.
 */
import type {
  Act,
  Capacity,
  CapacityRule,
  Changes,
  Proposal,
  Side,
  TargetCount,
  TargetRow,
  Tier
} from './types.ts';

export type * from './types.ts';

export const SIDES: readonly Side[] = ['sales', 'marketing'];
export const TIERS: readonly Tier[] = ['1', '2', '3'];

const NAMES = { sales: 'Sales', marketing: 'Marketing' } as const;

/** The sides whose signature is missing. */
export function missingSignatures(row: Pick<TargetRow, Side>): Side[] {
  return SIDES.filter((side) => row[side] === null);
}

/**
 * The sides for which this person can sign now: those that they may sign for, as long as nobody disputes the row and
 * the other side's signature is not their own. One person cannot agree with themselves.
 */
export function signableSides(row: TargetRow, userId: string, maySign: readonly Side[]): Side[] {
  if (row.status !== 'Proposed') {
    return [];
  }
  return missingSignatures(row).filter(
    (side) => maySign.includes(side) && row[other(side)]?.who.id !== userId
  );
}

/** A row can be disputed while it stands or waits. */
export function isDisputable({ status }: TargetRow): boolean {
  return status === 'Proposed' || status === 'Accepted';
}

/**
 * What a signature changes. With the second one the row is accepted and takes the number of the list.
 * @param nextListVersion what the list is called once this row is in it
 */
export function signature(
  row: TargetRow,
  side: Side,
  userId: string,
  at: string,
  nextListVersion: number
): Changes {
  const signed = { [`Signed_By_${NAMES[side]}__c`]: userId, [`${NAMES[side]}_Signed_At__c`]: at };
  return row[other(side)] ? { ...signed, Status__c: 'Accepted', List_Version__c: nextListVersion } : signed;
}

/** What a dispute changes. The signatures stay: they say who had agreed. */
export function dispute(reason: string, userId: string, at: string): Changes {
  return {
    Status__c: 'Disputed',
    Disputed_By__c: userId,
    Disputed_At__c: at,
    Dispute_Reason__c: reason.trim()
  };
}

/** The fields of a new version, which is 1 for an account that has no row. */
export function proposal(
  { accountId, tier, salesOwnerId, marketingOwnerId, reason }: Proposal,
  lastVersion: number,
  userId: string,
  at: string
): Changes {
  const version = lastVersion + 1;
  return {
    Account__c: accountId,
    Target_Key__c: `${accountId}-${version}`,
    Version__c: version,
    Tier__c: tier,
    Status__c: 'Proposed',
    Sales_Owner__c: salesOwnerId,
    Marketing_Owner__c: marketingOwnerId,
    Reason__c: reason.trim(),
    Proposed_By__c: userId,
    Proposed_At__c: at
  };
}

/** The rows that an accepted one replaces: whatever of the same account was proposed, agreed or disputed before. */
export function supersededBy(accepted: TargetRow, rows: readonly TargetRow[]): TargetRow[] {
  return rows.filter(
    ({ account, version, status }) =>
      account.id === accepted.account.id &&
      version < accepted.version &&
      status !== 'Superseded' &&
      status !== 'Withdrawn'
  );
}

/** What was agreed before a row: the newest older version that both sides had signed. */
export function agreedBefore(row: TargetRow, rows: readonly TargetRow[]): TargetRow | undefined {
  return rows
    .filter(({ account, version }) => account.id === row.account.id && version < row.version)
    .filter((older) => missingSignatures(older).length === 0)
    .sort((one, two) => two.version - one.version)[0];
}

/** The acts on a row, oldest first. */
export function historyOf(row: TargetRow): { what: 'proposed' | Side | 'disputed'; act: Act }[] {
  const acts = [
    { what: 'proposed' as const, act: row.proposed },
    { what: 'sales' as const, act: row.sales },
    { what: 'marketing' as const, act: row.marketing },
    { what: 'disputed' as const, act: row.dispute }
  ];
  return acts
    .flatMap(({ what, act }) => (act ? [{ what, act }] : []))
    .sort((one, two) => Date.parse(one.act.at) - Date.parse(two.act.at));
}

/** Accounts a seller and tier beside what one seller can serve well. Counts of closed rows are left out. */
export function capacities(counts: readonly TargetCount[], rules: readonly CapacityRule[]): Capacity[] {
  const found = new Map<string, Capacity>();
  for (const { sellerId, tier, status, accounts } of counts) {
    const isAgreed = status === 'Accepted';
    if (isAgreed || status === 'Proposed' || status === 'Disputed') {
      const key = `${sellerId}-${tier}`;
      const most = mostFor(sellerId, tier, rules);
      const known = found.get(key) ?? { sellerId, tier, accounts: 0, pending: 0, most, over: 0 };
      const agreed = known.accounts + (isAgreed ? accounts : 0);
      found.set(key, {
        ...known,
        accounts: agreed,
        pending: known.pending + (isAgreed ? 0 : accounts),
        over: most === null ? 0 : Math.max(0, agreed - most)
      });
    }
  }
  return [...found.values()];
}

/** A seller's own number, else everyone's, else nobody has said. */
function mostFor(sellerId: string, tier: Tier, rules: readonly CapacityRule[]): number | null {
  const ofTier = rules.filter((rule) => rule.tier === tier);
  const rule = ofTier.find((one) => one.sellerId === sellerId) ?? ofTier.find((one) => one.sellerId === null);
  return rule?.accounts ?? null;
}

function other(side: Side): Side {
  return side === 'sales' ? 'marketing' : 'sales';
}
