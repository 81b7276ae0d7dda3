import { parseCriteria } from '../../../force-app/main/core/lwc/criteria/criteria.ts';
import type { ParsedCriteria } from '../../../force-app/main/core/lwc/criteria/criteria.ts';
import { qualificationFacts } from '../../../force-app/main/intelligence/lwc/qualificationFacts/qualificationFacts.ts';
import type { Judge } from '../../../force-app/main/intelligence/lwc/qualificationVerdict/types.ts';
import type { FieldValues } from '../org/rest.ts';
import type { Agreement, Kind, Rule, Target } from './types.ts';

/** A verdict of a rule in force about an account. */
export interface Judged {
  accountId: string;
  kind: Kind;
  rule: Rule;
  /** `Qualification_Key__c` */
  key: string;
  /** Null when it cannot be decided: then what is stored stays as it is. */
  isMet: boolean | null;
  /** When it was decided as it is now; a verdict that stays keeps its time. */
  decidedAt: string;
}

export interface Judgements {
  judged: Judged[];
  /** `Qualification__c` of all that could be decided. */
  computed: FieldValues[];
  /** Rules that cannot be read, and why. */
  problems: string[];
}

/** Applies the rules in force to every target account, with the code that shows "who would qualify" on the page. */
export function judgeAccounts(agreement: Agreement, judge: Judge, now: Date): Judgements {
  const result: Judgements = { judged: [], computed: [], problems: [] };
  const stored = new Map(agreement.verdicts.map((verdict) => [verdict.key, verdict]));
  for (const rule of agreement.rules) {
    const { criteria, problems } = parseCriteria(rule.criteria);
    if (!criteria) {
      result.problems.push(`${rule.key} cannot be read: ${problems.map(({ message }) => message).join(' ')}`);
      continue;
    }
    for (const target of agreement.targets) {
      const { met, criteria: found } = judge(criteria, recordOf(agreement, target, criteria, now), {
        now,
        timeZone: 'UTC'
      });
      const key = `${target.accountId}-${rule.key}`;
      const before = stored.get(key);
      const decidedAt = before && before.isMet === met ? before.decidedAt : now.toISOString();
      result.judged.push({ accountId: target.accountId, kind: rule.kind, rule, key, isMet: met, decidedAt });
      if (met === null) continue;
      result.computed.push({
        Qualification_Key__c: key,
        Account__c: target.accountId,
        Rule__c: rule.id,
        Kind__c: rule.kind,
        Rule_Version__c: rule.version,
        Verdict__c: met ? 'Met' : 'Not Met',
        Criteria_Met__c: JSON.stringify(found),
        Decided_At__c: decidedAt
      });
    }
  }
  return result;
}

/** The account's fields and facts by path; a field that could not be read is missing, which is unknown. */
function recordOf(
  agreement: Agreement,
  target: Target,
  criteria: ParsedCriteria,
  now: Date
): Record<string, string | number | boolean | null | undefined> {
  const deals = agreement.deals.get(target.accountId);
  const facts = criteria.items.some(({ field }) => field.startsWith('Facts.'))
    ? qualificationFacts(
        {
          signals: agreement.signals.get(target.accountId) ?? [],
          engagement: agreement.engagements.get(target.accountId) ?? null,
          openOpportunities: deals?.open ?? 0,
          tier: target.isAccepted ? target.tier : null,
          committeeRolesFilled: deals?.roles.size ?? 0
        },
        now
      )
    : {};
  return { ...agreement.accounts.get(target.accountId), ...facts };
}
