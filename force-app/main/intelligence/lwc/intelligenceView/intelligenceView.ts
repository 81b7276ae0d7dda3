/** The shapes of account intelligence: what the source tells the panel, and the panel its tiles. */
import type { AnswerCell, BestTime } from 'c/answerTimes';
import type { Momentum, Week } from 'c/engagement';

export interface Person {
  id: string;
  name: string;
}

/** Who did something, and when: an ISO date-time. */
export interface Signature {
  by: string;
  at: string;
}

/** One criterion of a rule as it was found when the verdict was given. */
export interface CheckedCriterion {
  text: string;
  actual: string;
  met: boolean;
}

export interface Verdict {
  id: string;
  kind: string;
  met: boolean;
  rule: string;
  ruleVersion: number | null;
  decidedAt: string;
  criteria: CheckedCriterion[];
}

/** The newest decision about the account in the target list; `null` where nobody decided or said. */
export interface Standing {
  id: string | null;
  tier: string | null;
  status: string | null;
  reason: string;
  journey: string | null;
  journeySince: string | null;
  accountOwner: string | null;
  salesOwner: string | null;
  marketingOwner: string | null;
  proposed: Signature | null;
  signedBySales: Signature | null;
  signedByMarketing: Signature | null;
  /** A newer tier that is not agreed yet, beside an agreed one. */
  pending: (Signature & { tier: string }) | null;
  disputed: (Signature & { reason: string }) | null;
  listVersion: number | null;
  version: number | null;
  verdicts: Verdict[];
}

export interface Signal {
  id: string;
  type: string;
  what: string;
  why: string;
  strength: string;
  occurredAt: string;
  expiresAt: string | null;
  source: string;
  sentBy: string | null;
  url: string | null;
  matchedBy: string;
}

/** A part of a list, and how long the whole list is. */
export interface Excerpt<Item> {
  items: Item[];
  total: number;
}

export interface CommitteeMember {
  contactId: string;
  name: string;
  title: string;
  /** The last activity with this person, `YYYY-MM-DD`. */
  lastContactOn: string | null;
}

export interface CommitteeRole {
  role: string;
  members: CommitteeMember[];
  /** Won deals that had this role, of how many; absent where the default set speaks. */
  wonWithRole: number | null;
  won: number | null;
  /** The record that holds this count. */
  patternId: string | null;
}

export interface Deal {
  id: string;
  name: string;
  closeOn: string | null;
}

export interface Committee {
  /** The roles that are expected here, filled or not; then those that are filled beyond them. */
  roles: CommitteeRole[];
  expected: number;
  /** Deals like this one: `Industry: software`, `All`, or null when the default set is used. */
  segment: string | null;
  /** Won deals that the statistics rest on, also when they were too few to use. */
  won: number;
  computedAt: string | null;
  /** Where a new role is kept. */
  deals: Deal[];
  /** People at the account who have no role here. */
  others: Excerpt<CommitteeMember>;
}

export interface Engagement {
  id: string;
  /** The last 13, oldest first. */
  weeks: Week[];
  touches: number;
  people: number;
  /** The account's own median over 26 weeks; null when it has no past to compare with. */
  median: number | null;
  momentum: Momentum | null;
  lastTouchOn: string | null;
  computedAt: string | null;
}

export interface ComingUp {
  kind: 'commitment' | 'close' | 'quarter';
  /** `YYYY-MM-DD` */
  on: string;
  text: string;
}

export interface Timing {
  /** The record that holds the answers; null where none were counted. */
  id: string | null;
  /** Null below the minimum, and where no hours stand out. */
  best: BestTime | null;
  cells: AnswerCell[];
  answers: number;
  /** Below this many answers the panel says nothing. */
  minimum: number;
  timeZone: string | null;
  coming: ComingUp[];
  computedAt: string | null;
}

export type ClockState = 'late' | 'soon' | 'open' | 'met' | 'missed' | 'refused';

export interface Commitment {
  id: string;
  what: string;
  owedBy: string;
  responsible: Person | null;
  status: string;
  state: ClockState;
  /** "due tomorrow 10:00, 4 working hours left" */
  due: string;
  dueAt: string | null;
  startedAt: string | null;
  startedBy: string;
  doneAt: string | null;
  refusalReason: string;
  handedOverFrom: string | null;
  escalatedTo: string | null;
  level: { name: string; version: number | null; promise: string; hours: number | null } | null;
}

export interface Commitments {
  open: Excerpt<Commitment>;
  closed: Commitment[];
}

export interface Thanks {
  by: string;
  helped: string;
}

export interface Insight {
  id: string;
  text: string;
  visibility: string;
  author: string;
  writtenAt: string;
  isMine: boolean;
  isThanked: boolean;
  thanks: Thanks[];
}

/** A deal's own fields; a field that the person may not see is undefined. */
export interface Fit {
  dealId: string;
  problem: string | undefined;
  solvedElsewhere: boolean | undefined;
  referredTo: string | undefined;
}

/** How a number was worked out. */
export interface Explanation {
  rule: string;
  /** Whose version, in words: "MQA-3, version 3". */
  version?: string;
  /** How many it rests on, in words. */
  basis?: string;
  /** ISO date-time. */
  computedAt?: string | null;
  points?: { text: string; met: boolean }[];
  records?: { id: string; object: string; name: string }[];
}

/** What is known about an account. A part that the person may not see is undefined, and its section is absent. */
export interface IntelligenceView {
  status: 'loading' | 'ready' | 'denied' | 'failed';
  accountId: string;
  accountName: string;
  /** Commitments that are late or due within a week. */
  due: number;
  late: number;
  standing?: Standing;
  signals?: Excerpt<Signal>;
  committee?: Committee;
  engagement?: Engagement | null;
  timing?: Timing;
  commitments?: Commitments;
  insights?: Excerpt<Insight>;
  fit?: Fit;
}

export const NO_VIEW: IntelligenceView = {
  status: 'loading',
  accountId: '',
  accountName: '',
  due: 0,
  late: 0
};
