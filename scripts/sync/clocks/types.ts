/** What the clocks read of an org, and in which shape. Times are ISO date-times as the org writes them. */

import type { FieldValues } from '../org/rest.ts';

export type Kind = 'MQA' | 'SQA';
export type Side = 'Marketing' | 'Sales';

/** The decision about an account that counts now: the one both sides signed, else the newest that is open. */
export interface Target {
  id: string;
  accountId: string;
  accountName: string;
  /** `Target_Key__c` */
  key: string;
  tier: string;
  isAccepted: boolean;
  /** When the second side signed; null while nobody has. */
  acceptedAt: string | null;
  owners: Record<Side, string | null>;
  journey: string;
  /** Null for a decision that no run has placed yet. */
  journeySince: string | null;
  /** Where an earlier decision about the account left it. */
  before: { journey: string; since: string } | null;
}

export interface Rule {
  id: string;
  /** `MQA-3` */
  key: string;
  kind: Kind;
  version: number;
  criteria: string;
}

export interface Level {
  id: string;
  key: string;
  owedBy: Side;
  startsWhen: string;
  promise: string;
  hours: number;
  businessHours: string | null;
  holidays: string | null;
  responsible: string | null;
  escalateTo: string | null;
  escalateAfter: number;
  /** When the last of the three signed. What happened before starts nothing. */
  since: string;
}

export interface Signal {
  id: string;
  accountId: string;
  what: string;
  strength: string | null;
  occurredAt: string | null;
  expiresAt: string | null;
  notUsefulAt: string | null;
  createdAt: string;
}

/** What the deals of an account say. */
export interface Deals {
  open: number;
  won: number;
  pipeline: number;
  /** Of all deals, in no order. */
  createdAt: string[];
  /** Closed in the last 13 weeks because something else was right for the customer, and those referred to somebody. */
  solvedElsewhere: number;
  referred: number;
  /** Different roles on open deals, in lower case. */
  roles: Set<string>;
}

export interface Engagement {
  touches13: number | null;
  people13: number | null;
  lastTouchOn: string | null;
}

export interface Verdict {
  key: string;
  accountId: string;
  kind: Kind;
  isMet: boolean;
  decidedAt: string;
  /** As it is stored, for comparing. */
  stored: FieldValues & { Id: string };
}

export interface Commitment {
  id: string;
  key: string;
  accountId: string;
  levelId: string | null;
  what: string;
  status: string;
  responsible: string | null;
  dueAt: string | null;
  doneAt: string | null;
  handedOverAt: string | null;
  escalatedAt: string | null;
}

/** Everything that the clocks are worked out from. */
export interface Agreement {
  targets: Target[];
  rules: Rule[];
  levels: Level[];
  /** The account's own fields that the rules ask about, by path. */
  accounts: Map<string, Record<string, string | number | boolean | null>>;
  /** By account, those that have not expired. */
  signals: Map<string, Signal[]>;
  deals: Map<string, Deals>;
  engagements: Map<string, Engagement>;
  verdicts: Verdict[];
  commitments: Commitment[];
}
