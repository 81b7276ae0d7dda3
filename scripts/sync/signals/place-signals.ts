import type { AccountIndex } from '../matching/account-index.ts';
import { decidedOrMatched } from '../matching/decided.ts';
import type { MatchedBy, MatchOutcome } from '../matching/outcome.ts';
import type { Decision, ReviewRow } from '../matching/review-file.ts';
import type { Unmatched } from '../sources/unmatched-file.ts';
import type { SignalRow } from './read-signals.ts';
import type { StoredSignal } from './stored-signals.ts';

export interface PlacedSignal extends SignalRow {
  account: string;
  by: MatchedBy;
}

/** Each signal is in one of these. */
export interface PlacedSignals {
  placed: PlacedSignal[];
  /** Over before they were read: a signal that nobody will see is not stored. */
  expired: number;
  unsure: ReviewRow[];
  unmatched: Unmatched[];
}

export interface PlaceOptions {
  index: AccountIndex;
  stored: ReadonlyMap<string, StoredSignal>;
  /** By external id; undefined when no file came back. */
  decisions: ReadonlyMap<string, Decision> | undefined;
  now: Date;
}

/**
 * Finds the account of each signal: a person's decision first, then the account that the org has it under, so that what
 * was decided once stays decided, then what the row says.
 */
export function placeSignals(signals: readonly SignalRow[], options: PlaceOptions): PlacedSignals {
  const result: PlacedSignals = { placed: [], expired: 0, unsure: [], unmatched: [] };
  for (const row of signals) {
    const { signal, number, evidence } = row;
    if (signal.expiresAt <= options.now) {
      result.expired += 1;
      continue;
    }
    const decision = options.decisions?.get(signal.externalId);
    const outcome = outcomeOf(row, decision, options);
    const review = { key: signal.externalId, about: signal.whatHappened, evidence };
    if (outcome.kind === 'matched') result.placed.push({ ...row, account: outcome.account, by: outcome.by });
    else if (outcome.kind === 'unmatched')
      result.unmatched.push({ number, reason: outcome.reason, row: row.row });
    else if (decision === 'none') result.unsure.push({ ...review, ...outcome, account: 'none' });
    else result.unsure.push({ ...review, ...outcome });
  }
  return result;
}

function outcomeOf(
  { signal, evidence }: SignalRow,
  decision: Decision | undefined,
  { index, stored }: PlaceOptions
): MatchOutcome {
  const known = stored.get(signal.externalId.toLowerCase());
  if (known && decision === undefined) {
    const by = (known.Matched_By__c ?? 'External id') as MatchedBy;
    return { kind: 'matched', account: known.Account__c, by, confidence: 'certain' };
  }
  return decidedOrMatched(index, evidence, decision);
}
