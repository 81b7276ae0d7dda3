import type { IndexedAccount } from './account-index.ts';
import type { CompanyName } from './company-name.ts';
import type { NetPlace } from './domains.ts';

/** What a row says about its account; any part may be missing. */
export interface AccountEvidence {
  id?: string | undefined;
  externalId?: string | undefined;
  /** A website, a host or an e-mail address. */
  domain?: string | undefined;
  name?: string | undefined;
}

/** The evidence, understood. */
export interface Clues {
  company: CompanyName | undefined;
  /** Undefined for a domain that tells nothing, such as free mail. */
  place: NetPlace | undefined;
}

/** As `Matched_By__c` says it. */
export type MatchedBy = 'Id' | 'External id' | 'Domain' | 'Name' | 'Reviewed';

/** `certain`: it was said outright. `high`: two things agree. `good`: one thing, and nothing speaks against it. */
export type Confidence = 'certain' | 'high' | 'good';

/** An account that somebody should look at, and why. */
export interface Candidate {
  id: string;
  name: string;
  why: string;
}

export type MatchOutcome =
  | { kind: 'matched'; account: string; by: MatchedBy; confidence: Confidence }
  | { kind: 'unsure'; reason: string; candidates: Candidate[] }
  | { kind: 'unmatched'; reason: string };

export function matched({ id }: { id: string }, by: MatchedBy, confidence: Confidence): MatchOutcome {
  return { kind: 'matched', account: id, by, confidence };
}

/** Candidates with the best first; the first reason to think of an account is the one that is told. */
export function unsure(
  reason: string,
  accounts: readonly { account: IndexedAccount; why: string }[]
): MatchOutcome {
  const candidates = new Map<string, Candidate>();
  for (const { account, why } of accounts) {
    if (!candidates.has(account.id)) candidates.set(account.id, { id: account.id, name: account.name, why });
  }
  return { kind: 'unsure', reason, candidates: [...candidates.values()].slice(0, CANDIDATES) };
}

/** As many as a person compares at a glance. */
const CANDIDATES = 5;
