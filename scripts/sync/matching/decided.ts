import type { AccountIndex } from './account-index.ts';
import { matchAccount } from './match-account.ts';
import type { AccountEvidence, MatchOutcome } from './outcome.ts';
import type { Decision } from './review-file.ts';

/** The account that a person decided for, else what the row says. Somebody who found none leaves the row undecided. */
export function decidedOrMatched(
  index: AccountIndex,
  evidence: AccountEvidence,
  decision: Decision | undefined
): MatchOutcome {
  if (decision === undefined || decision === 'none') return matchAccount(index, evidence);
  const { account } = decision;
  if (index.byId.has(account)) return { kind: 'matched', account, by: 'Reviewed', confidence: 'certain' };
  return { kind: 'unsure', reason: `${account}, which the review says, is no account`, candidates: [] };
}
