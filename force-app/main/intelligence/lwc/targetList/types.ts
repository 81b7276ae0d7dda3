/** The shapes of `c/targetList`; nothing here exists at run time. */

export type Tier = '1' | '2' | '3';
export type TargetStatus = 'Proposed' | 'Accepted' | 'Disputed' | 'Superseded' | 'Withdrawn';
/** Whose signature an account's tier needs. */
export type Side = 'sales' | 'marketing';

export interface Person {
  id: string;
  name: string;
}

/** Who, and when as an ISO date-time. */
export interface Act {
  who: Person;
  at: string;
}

/** One decision about an account; the decisions of an account are the versions of its row. */
export interface TargetRow {
  id: string;
  account: Person;
  version: number;
  tier: Tier;
  status: TargetStatus;
  /** As the picklist spells it: Target, Aware, Engaged, MQA, SQA, Opportunity, Customer. */
  journey: string;
  journeySince: string | null;
  salesOwner: Person | null;
  marketingOwner: Person | null;
  reason: string;
  proposed: Act | null;
  sales: Act | null;
  marketing: Act | null;
  dispute: (Act & { reason: string }) | null;
  /** Number of the list since both have signed. */
  listVersion: number | null;
}

/** What somebody proposes for an account. */
export interface Proposal {
  accountId: string;
  tier: Tier;
  salesOwnerId: string | null;
  marketingOwnerId: string | null;
  reason: string;
}

/** Values by field name, as a record keeps them. */
export type Changes = Record<string, string | number | null>;

/** How many accounts of a tier and status somebody has. */
export interface TargetCount {
  sellerId: string;
  tier: Tier;
  status: TargetStatus;
  accounts: number;
}

/** How many accounts of a tier one seller can serve well; everyone, where no seller is named. */
export interface CapacityRule {
  sellerId: string | null;
  tier: Tier;
  accounts: number;
}

export interface Capacity {
  sellerId: string;
  tier: Tier;
  /** Agreed by both sides. */
  accounts: number;
  /** Proposed or disputed: they would come on top. */
  pending: number;
  /** How many can be served well; `null` where nobody has said. */
  most: number | null;
  /** By how many it is over; 0 when it is not. */
  over: number;
}
