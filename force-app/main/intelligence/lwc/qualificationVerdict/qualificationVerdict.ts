/** Applies a qualification rule to an account, and keeps what each criterion found, so that a verdict can be shown. */
import { compileCriteria } from 'c/criteriaMatch';
import type { Criterion, Logic, ParsedCriteria } from '../../../core/lwc/criteria/types.ts';
import type { Judgement, JudgedCriterion, Judge, JudgedRecord, JudgeContext } from './types.ts';

export type * from './types.ts';

/**
 * `met` is null when it cannot be decided: something that the rule asks about is unknown, and what is known does not
 * decide it alone. Criteria are those that `parseCriteria` accepted.
 */
export const judge: Judge = (criteria, record, context): Judgement => {
  return {
    met: decide(criteria, criteria.tree, record, context),
    criteria: criteria.items.map((item) => judgeItem(item, record, context))
  };
};

function judgeItem(item: Criterion, record: JudgedRecord, context: JudgeContext): JudgedCriterion {
  const actual = record[item.field];
  return {
    ...item,
    ...(actual !== undefined && { actual }),
    met: decide({ items: [item], tree: { item: 1 } }, { item: 1 }, record, context) === true
  };
}

/** Unknown matches neither the logic nor its opposite. */
function decide(
  { items }: ParsedCriteria,
  tree: Logic,
  record: JudgedRecord,
  context: JudgeContext
): boolean | null {
  if (compileCriteria({ items, tree })(record, context)) {
    return true;
  }
  return compileCriteria({ items, tree: { not: tree } })(record, context) ? false : null;
}
