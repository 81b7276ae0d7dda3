import FACT_LAST_TOUCH from '@salesforce/label/c.Caddie_Intelligence_Fact_Last_Touch';
import FACT_OPEN_DEALS from '@salesforce/label/c.Caddie_Intelligence_Fact_Open_Deals';
import FACT_PEOPLE from '@salesforce/label/c.Caddie_Intelligence_Fact_People';
import FACT_ROLES from '@salesforce/label/c.Caddie_Intelligence_Fact_Roles';
import FACT_SIGNALS from '@salesforce/label/c.Caddie_Intelligence_Fact_Signals';
import FACT_STRONG from '@salesforce/label/c.Caddie_Intelligence_Fact_Strong';
import FACT_TOUCHES from '@salesforce/label/c.Caddie_Intelligence_Fact_Touches';
import TIER from '@salesforce/label/c.Caddie_Intelligence_Tier';
import UNKNOWN from '@salesforce/label/c.Caddie_Intelligence_Unknown';
import type { Criterion, Scalar } from 'c/criteria';
import { describeCriterion } from 'c/criteriaText';
import { criteriaLabels } from 'c/criteriaWords';
import { nameOf, nodesOf, orNull, text, type Reference, type Value } from 'c/graphqlAnswer';
import { type AccountNode, type FactsAnswer, type TargetNode, type VerdictNode } from 'c/intelligenceQueries';
import type { CheckedCriterion, Signature, Standing, Verdict } from 'c/intelligenceView';
import type { FactPath } from 'c/qualificationFacts';
import type { JudgedCriterion } from 'c/qualificationVerdict';

const FACT_LABELS: Record<FactPath, string> = {
  'Facts.StrongSignals': FACT_STRONG,
  'Facts.Signals': FACT_SIGNALS,
  'Facts.Touches13Weeks': FACT_TOUCHES,
  'Facts.PeopleReached': FACT_PEOPLE,
  'Facts.LastTouchDays': FACT_LAST_TOUCH,
  'Facts.OpenOpportunities': FACT_OPEN_DEALS,
  'Facts.Tier': TIER,
  'Facts.CommitteeRolesFilled': FACT_ROLES
};

/** The decision that holds; a newer one beside it waits for signatures. */
export function standingOf(query: FactsAnswer['uiapi']['query'], account: AccountNode): Standing {
  const decisions = nodesOf(query.Target_Account__c);
  const agreed = decisions.find(({ Status__c }) => text(Status__c) === 'Accepted');
  const [newest] = decisions;
  const target: TargetNode | undefined = agreed ?? newest;
  const isWaiting = agreed !== undefined && newest !== agreed;
  const disputed = signature(target?.Disputed_By__r, target?.Disputed_At__c);
  const proposal = isWaiting ? signature(newest.Proposed_By__r, newest.Proposed_At__c) : null;
  return {
    id: target?.Id ?? null,
    tier: orNull(target?.Tier__c),
    status: orNull(target?.Status__c),
    reason: text(target?.Reason__c),
    journey: orNull(target?.Journey__c),
    journeySince: orNull(target?.Journey_Since__c),
    accountOwner: nameOf(account.Owner),
    salesOwner: nameOf(target?.Sales_Owner__r),
    marketingOwner: nameOf(target?.Marketing_Owner__r),
    proposed: signature(target?.Proposed_By__r, target?.Proposed_At__c),
    signedBySales: signature(target?.Signed_By_Sales__r, target?.Sales_Signed_At__c),
    signedByMarketing: signature(target?.Signed_By_Marketing__r, target?.Marketing_Signed_At__c),
    pending: proposal && { ...proposal, tier: text(newest.Tier__c) },
    disputed:
      disputed && text(target?.Status__c) === 'Disputed'
        ? { ...disputed, reason: text(target?.Dispute_Reason__c) }
        : null,
    listVersion: orNull(target?.List_Version__c),
    version: orNull(target?.Version__c),
    verdicts: newestOfEachKind(nodesOf(query.Qualification__c)).map(verdictOf)
  };
}

/** Verdicts come newest first; older ones of the same kind stay in their records. */
function newestOfEachKind(verdicts: VerdictNode[]): VerdictNode[] {
  const kinds = verdicts.map(({ Kind__c }) => text(Kind__c));
  return verdicts
    .filter((_verdict, index) => kinds.indexOf(kinds[index]) === index)
    .sort((one, other) => (text(one.Kind__c) < text(other.Kind__c) ? -1 : 1));
}

function verdictOf(node: VerdictNode): Verdict {
  return {
    id: node.Id,
    kind: text(node.Kind__c),
    met: text(node.Verdict__c) === 'Met',
    rule: text(node.Rule__r?.Rule_Key__c),
    ruleVersion: orNull(node.Rule_Version__c),
    decidedAt: text(node.Decided_At__c),
    criteria: criteriaOf(text(node.Criteria_Met__c))
  };
}

/** What the rule asked, in words; a text that holds no criteria tells of none. */
function criteriaOf(json: string): CheckedCriterion[] {
  const labels = criteriaLabels(undefined);
  const field = (path: string): string => FACT_LABELS[path as FactPath] ?? labels.field(path);
  try {
    const criteria = JSON.parse(json) as JudgedCriterion[];
    return criteria.map((criterion) => ({
      text: describeCriterion(criterion as Criterion, { ...labels, field }),
      actual: actualInWords(criterion.actual, labels.texts.blank, labels.locale),
      met: criterion.met
    }));
  } catch {
    return [];
  }
}

function actualInWords(actual: Scalar | undefined, blank: string, locale: string): string {
  if (actual === undefined) {
    return UNKNOWN.toLowerCase();
  }
  if (actual === null || actual === '') {
    return blank;
  }
  return typeof actual === 'number' ? new Intl.NumberFormat(locale).format(actual) : String(actual);
}

/** Null unless both who and when are known. */
function signature(who: Reference | null | undefined, at: Value | undefined): Signature | null {
  const by = nameOf(who);
  return by && at?.value ? { by, at: at.value } : null;
}
