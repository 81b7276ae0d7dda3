import type { FieldSchema, RestrictionRule, SharingRule } from '../contract.ts';
import { parseRecordFilter } from './record-filter.ts';
import { checkCriterion } from './criteria-sql.ts';
import { parseFilterLogic } from './filter-logic.ts';

interface CheckedObject {
  name: string;
  fields: readonly FieldSchema[];
}

function requireField(object: CheckedObject, name: string): FieldSchema {
  const found = object.fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new Error(`In field: field - no CustomField named ${object.name}.${name} found`);
  return found;
}

/** Throws an Error when the org couldn't enforce the rule: an unenforced rule would show what it should hide. */
export function checkRestrictionRule(rule: RestrictionRule, object: CheckedObject): void {
  for (const condition of parseRecordFilter(rule.recordFilter)) requireField(object, condition.left);
  for (const condition of parseRecordFilter(rule.userCriteria)) {
    if (!condition.left.startsWith('$User.')) {
      throw new Error(`userCriteria compares fields of $User, not ${condition.left}`);
    }
  }
}

export function checkSharingRule(rule: SharingRule, object: CheckedObject): void {
  if (rule.sharedTo.length === 0) throw new Error("Must specify 'sharedTo' for a sharing rule");
  for (const criterion of rule.criteria) checkCriterion(requireField(object, criterion.field), criterion);
  if (rule.sharedFrom === null && rule.criteria.length === 0) {
    throw new Error('A criteria-based sharing rule needs criteriaItems');
  }
  if (rule.booleanFilter) parseFilterLogic(rule.booleanFilter, rule.criteria.length);
}
