import type { FieldSchema, RestrictionRule, SharingRule } from '../contract.ts';
import { parseRecordFilter } from './record-filter.ts';
import { SUPPORTED_OPERATIONS } from './criteria-sql.ts';

interface CheckedObject {
  name: string;
  fields: readonly FieldSchema[];
}

function requireField(object: CheckedObject, name: string): void {
  if (!object.fields.some((field) => field.name.toLowerCase() === name.toLowerCase())) {
    throw new Error(`In field: field - no CustomField named ${object.name}.${name} found`);
  }
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
  if (rule.booleanFilter) throw new Error('booleanFilter is not supported by the local org');
  for (const { field, operation } of rule.criteria) {
    requireField(object, field);
    if (!SUPPORTED_OPERATIONS.has(operation)) {
      throw new Error(`The operation '${operation}' of a sharing rule is not supported by the local org`);
    }
  }
  if (rule.sharedFrom === null && rule.criteria.length === 0) {
    throw new Error('A criteria-based sharing rule needs criteriaItems');
  }
}
