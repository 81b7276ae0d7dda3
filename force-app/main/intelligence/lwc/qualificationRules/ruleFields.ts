/** The fields that a definition may name: facts that are worked out, and the account's own fields. */
import FACT_COMMITTEE from '@salesforce/label/c.Caddie_Agreement_Fact_Committee';
import FACT_LAST_TOUCH from '@salesforce/label/c.Caddie_Agreement_Fact_Last_Touch';
import FACT_OPPORTUNITIES from '@salesforce/label/c.Caddie_Agreement_Fact_Opportunities';
import FACT_PEOPLE from '@salesforce/label/c.Caddie_Agreement_Fact_People';
import FACT_SIGNALS from '@salesforce/label/c.Caddie_Agreement_Fact_Signals';
import FACT_STRONG from '@salesforce/label/c.Caddie_Agreement_Fact_Strong';
import FACT_TIER from '@salesforce/label/c.Caddie_Agreement_Fact_Tier';
import FACT_TOUCHES from '@salesforce/label/c.Caddie_Agreement_Fact_Touches';
import { parseCriteria } from 'c/criteria';
import { operatorsFor } from 'c/criteriaCheck';
import type { EditorField } from 'c/criteriaEditor';
import { describeCriteria } from 'c/criteriaText';
import { criteriaLabels } from 'c/criteriaWords';
import type { ObjectInfo } from 'c/crm';

const FACTS: readonly EditorField[] = [
  { path: 'Facts.StrongSignals', label: FACT_STRONG, type: 'Int' },
  { path: 'Facts.Signals', label: FACT_SIGNALS, type: 'Int' },
  { path: 'Facts.Touches13Weeks', label: FACT_TOUCHES, type: 'Int' },
  { path: 'Facts.PeopleReached', label: FACT_PEOPLE, type: 'Int' },
  { path: 'Facts.LastTouchDays', label: FACT_LAST_TOUCH, type: 'Int' },
  { path: 'Facts.OpenOpportunities', label: FACT_OPPORTUNITIES, type: 'Int' },
  { path: 'Facts.Tier', label: FACT_TIER, type: 'String' },
  { path: 'Facts.CommitteeRolesFilled', label: FACT_COMMITTEE, type: 'Int' }
];

/** What the platform keeps for itself, and what says nothing about an account. */
const LEFT_OUT =
  /^(Id|Name|.*Id|IsDeleted|SystemModstamp|LastViewedDate|LastReferencedDate|PhotoUrl|Fax|Phone)$/;

export function ruleFields(info: ObjectInfo | undefined): EditorField[] {
  const own = Object.values(info?.fields ?? {})
    .filter(({ apiName, dataType }) => !LEFT_OUT.test(apiName) && operatorsFor(dataType).length > 0)
    .map(({ apiName, label, dataType }) => ({ path: apiName, label, type: dataType }))
    .sort((one, two) => one.label.localeCompare(two.label));
  return [...FACTS, ...own];
}

/** A definition in words; the text itself where it cannot be read. */
export function definitionInWords(criteria: string, fields: readonly EditorField[]): string {
  const { criteria: parsed } = parseCriteria(criteria);
  if (!parsed) {
    return criteria;
  }
  const labels = criteriaLabels(undefined);
  return describeCriteria(parsed, {
    ...labels,
    field: (path) => fields.find((field) => field.path === path)?.label ?? labels.field(path)
  });
}
