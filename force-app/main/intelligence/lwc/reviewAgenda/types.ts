/** The shapes of `c/reviewAgenda`; nothing here exists at run time. */

export interface Named {
  id: string;
  name: string;
}

/** As `Owed_By__c` spells it. */
export type Party = 'Marketing' | 'Sales';

export interface CommitmentFact {
  id: string;
  account: Named;
  owedBy: Party;
  what: string;
  responsible: Named | null;
  /** As `Status__c` spells it: Open, Accepted, Met, Missed, Refused. */
  status: string;
  dueAt: string;
  doneAt: string | null;
  refusalReason: string;
  escalatedTo: Named | null;
}

/** A decision of the target list since the last review. */
export interface TargetFact {
  id: string;
  account: Named;
  tier: string;
  /** The tier that was agreed before; `null` for an account that is new in the list. */
  tierBefore: string | null;
  status: string;
  signedAt: string | null;
  signedBy: Named[];
  disputedBy: Named | null;
  disputeReason: string;
}

/** An account that came further on its journey: the work of its owners on both sides. */
export interface ProgressFact {
  id: string;
  account: Named;
  journey: string;
  since: string;
  owners: Named[];
}

export interface InsightFact {
  id: string;
  account: Named | null;
  author: Named;
  writtenAt: string;
  /** As `Visibility__c` spells it: Private, Team, All. */
  visibility: string;
}

export interface SignalFact {
  id: string;
  account: Named;
  what: string;
  source: string;
  reason: string;
  at: string;
}

export interface KpiFact {
  kpi: string;
  value: number;
  of: number;
  agreed: number | null;
  isReached: boolean | null;
}

export interface AgendaFacts {
  commitments: readonly CommitmentFact[];
  targets: readonly TargetFact[];
  progress: readonly ProgressFact[];
  insights: readonly InsightFact[];
  signals: readonly SignalFact[];
  kpis: readonly KpiFact[];
}

export interface Period {
  /** When the last review was held. */
  from: string;
  /** Now. */
  to: string;
  /** Until when a commitment counts as due soon. */
  until: string;
}

/** One point of the agenda; its items are the facts themselves, so that words can follow the reader's language. */
export interface Section<Item> {
  items: Item[];
  /** How many there are; the agenda names the first of them. */
  total: number;
}

export interface Agenda {
  /** Of this format. */
  format: 1;
  period: Period;
  /** Promises that fell due in the period and were kept, of how many, by both sides together. */
  kept: { met: number; of: number };
  progress: Section<ProgressFact>;
  disputes: Section<TargetFact>;
  missed: Section<CommitmentFact>;
  due: Section<CommitmentFact>;
  tiers: Section<TargetFact>;
  insights: Section<InsightFact>;
  kpis: Section<KpiFact>;
  signals: Section<SignalFact>;
}
