/** An account's standing in words, and how it came about. */
import JOURNEY_RULE from '@salesforce/label/c.Caddie_Intelligence_Journey_Rule';
import JOURNEY_UNKNOWN from '@salesforce/label/c.Caddie_Intelligence_Journey_Unknown';
import RULE_VERSION from '@salesforce/label/c.Caddie_Intelligence_Rule_Version';
import TIER_DISPUTED from '@salesforce/label/c.Caddie_Intelligence_Tier_Disputed';
import TIER_N from '@salesforce/label/c.Caddie_Intelligence_Tier_N';
import TIER_NONE from '@salesforce/label/c.Caddie_Intelligence_Tier_None';
import TIER_PROPOSED from '@salesforce/label/c.Caddie_Intelligence_Tier_Proposed';
import TIER_RULE from '@salesforce/label/c.Caddie_Intelligence_Tier_Rule';
import TIER_RULE_REASON from '@salesforce/label/c.Caddie_Intelligence_Tier_Rule_Reason';
import TIER_VERSION from '@salesforce/label/c.Caddie_Intelligence_Tier_Version';
import VERDICT_RULE from '@salesforce/label/c.Caddie_Intelligence_Verdict_Rule';
import CRITERION_ACTUAL from '@salesforce/label/c.Caddie_Intelligence_Criterion_Actual';
import type { Explanation, Standing, Verdict } from 'c/intelligenceView';
import { fill } from 'c/text';

/** "Tier 1", with what is missing until both sides agree. */
export function tierInWords({ tier, status }: Standing): string {
  if (tier === null || status === null) {
    return TIER_NONE;
  }
  if (status === 'Accepted') {
    return fill(TIER_N, tier);
  }
  return fill(status === 'Disputed' ? TIER_DISPUTED : TIER_PROPOSED, tier);
}

export function journeyInWords({ journey }: Standing): string {
  return journey ?? JOURNEY_UNKNOWN;
}

export function tierExplanation({ id, reason, version }: Standing): Explanation {
  return {
    rule: reason ? fill(TIER_RULE_REASON, TIER_RULE, reason) : TIER_RULE,
    version: version === null ? undefined : fill(TIER_VERSION, version),
    records: id ? [{ id, object: 'Target_Account__c', name: fill(TIER_VERSION, version ?? 1) }] : []
  };
}

export function journeyExplanation({ id, version, verdicts }: Standing): Explanation {
  return {
    rule: JOURNEY_RULE,
    records: [
      ...(id ? [{ id, object: 'Target_Account__c', name: fill(TIER_VERSION, version ?? 1) }] : []),
      ...verdicts.map((verdict) => ({
        id: verdict.id,
        object: 'Qualification__c',
        name: ruleInWords(verdict)
      }))
    ]
  };
}

export function verdictExplanation(verdict: Verdict): Explanation {
  return {
    rule: VERDICT_RULE,
    version: ruleInWords(verdict),
    computedAt: verdict.decidedAt,
    points: verdict.criteria.map(({ text, actual, met }) => ({
      text: actual === '' ? text : fill(CRITERION_ACTUAL, text, actual),
      met
    })),
    records: [{ id: verdict.id, object: 'Qualification__c', name: ruleInWords(verdict) }]
  };
}

function ruleInWords({ rule, kind, ruleVersion }: Verdict): string {
  const name = rule || kind;
  return ruleVersion === null ? name : fill(RULE_VERSION, name, ruleVersion);
}
