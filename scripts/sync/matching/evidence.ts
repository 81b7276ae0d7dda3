import { valueOf } from '../sources/map-row.ts';
import type { SourceRow } from '../sources/map-row.ts';
import { recordOf, ruleProblems } from '../sources/mapping.ts';
import type { ValueRule } from '../sources/mapping.ts';
import type { AccountEvidence } from './outcome.ts';

/** Where a row says which account it is about; what it has none of is left out. */
export interface AccountRules {
  id?: ValueRule;
  /** `field` is the field of Account that holds it. */
  externalId?: ValueRule & { field: string };
  domain?: ValueRule;
  name?: ValueRule;
}

const PARTS = ['id', 'externalId', 'domain', 'name'] as const;
/** A field's API name: it becomes a part of a query. */
const FIELD = /^[A-Za-z][A-Za-z0-9_]{0,79}$/;

/** What is wrong with the rules of a mapping. */
export function accountProblems(raw: unknown): string[] {
  const rules = recordOf(raw);
  const names = Object.keys(rules);
  const field = recordOf(rules['externalId'])['field'];
  return [
    ...(names.length === 0 ? [`account: needs one of ${PARTS.join(', ')}`] : []),
    ...names.flatMap((name) =>
      PARTS.some((part) => part === name)
        ? ruleProblems(`account.${name}`, recordOf(rules[name]), name === 'externalId' ? ['field'] : [])
        : [`account.${name}: unknown; ${PARTS.join(', ')} are known`]
    ),
    ...('externalId' in rules && !(typeof field === 'string' && FIELD.test(field))
      ? ['account.externalId.field: the API name of the field of Account that holds it']
      : [])
  ];
}

/** What a row says; a rule that finds nothing leaves its part out. */
export function evidenceOf(rules: AccountRules, row: SourceRow): AccountEvidence {
  const text = (rule: ValueRule | undefined): string | undefined => rule && valueOf(rule, row).value;
  return {
    id: text(rules.id),
    externalId: text(rules.externalId),
    domain: text(rules.domain),
    name: text(rules.name)
  };
}
