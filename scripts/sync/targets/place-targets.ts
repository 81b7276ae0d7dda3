import type { Tier } from '../../../force-app/main/intelligence/lwc/targetList/types.ts';
import type { AccountIndex } from '../matching/account-index.ts';
import { decidedOrMatched } from '../matching/decided.ts';
import type { AccountEvidence } from '../matching/outcome.ts';
import type { Decision, ReviewRow } from '../matching/review-file.ts';
import type { Unmatched } from '../sources/unmatched-file.ts';
import type { FoundOwner } from './find-owners.ts';
import type { TargetLine } from './read-targets.ts';

export interface PlacedTarget {
  account: string;
  tier: Tier;
  /** Undefined where the list says nothing. */
  salesOwnerId: string | undefined;
  marketingOwnerId: string | undefined;
  reason: string;
}

/** Each line is in one of these. */
export interface PlacedTargets {
  placed: PlacedTarget[];
  unsure: ReviewRow[];
  unmatched: Unmatched[];
}

export interface PlaceOptions {
  index: AccountIndex;
  ownerOf: (name: string) => FoundOwner;
  decisions: ReadonlyMap<string, Decision> | undefined;
}

/** Finds account and owners of each line. An account that two lines name is proposed as the first says. */
export function placeTargets(
  lines: readonly TargetLine[],
  { index, ownerOf, decisions }: PlaceOptions
): PlacedTargets {
  const result: PlacedTargets = { placed: [], unsure: [], unmatched: [] };
  const lineByAccount = new Map<string, number>();
  for (const line of lines) {
    const { number, row, evidence, tier, reason } = line;
    const leaveOut = (why: string): void => void result.unmatched.push({ number, reason: why, row });
    const key = keyOf(evidence);
    const decision = decisions?.get(key);
    const outcome = decidedOrMatched(index, evidence, decision);
    if (outcome.kind === 'unmatched') {
      leaveOut(outcome.reason);
      continue;
    }
    if (outcome.kind === 'unsure') {
      const { reason: why, candidates } = outcome;
      const review = { key, about: `Tier ${tier}`, evidence, reason: why, candidates };
      result.unsure.push(decision === 'none' ? { ...review, account: 'none' } : review);
      continue;
    }
    const owners = [line.salesOwner, line.marketingOwner].map((name) =>
      name === undefined ? { id: undefined } : ownerOf(name)
    );
    const stranger = owners.find((owner) => 'reason' in owner && owner.reason !== undefined);
    const earlier = lineByAccount.get(outcome.account);
    if (stranger && 'reason' in stranger) leaveOut(stranger.reason ?? '');
    else if (earlier !== undefined) leaveOut(`row ${earlier} is about the same account`);
    else {
      lineByAccount.set(outcome.account, number);
      const [sales, marketing] = owners;
      result.placed.push({
        account: outcome.account,
        tier,
        salesOwnerId: sales?.id,
        marketingOwnerId: marketing?.id,
        reason
      });
    }
  }
  return result;
}

/** What a decision about a line is found by: everything that it says about the account. */
function keyOf({ id = '', externalId = '', domain = '', name = '' }: AccountEvidence): string {
  return [id, externalId, domain, name].filter((text) => text !== '').join(' | ');
}
