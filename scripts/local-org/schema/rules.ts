import type {
  RestrictionRule,
  RuleCriterion,
  SharingPrincipal,
  SharingRule,
  ValidationRule
} from '../contract.ts';
import { childOf, childrenOf, childFlag, childText, type XmlElement } from '../xml/document.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_validationformulas.htm */
export function parseValidationRule(element: XmlElement): ValidationRule {
  const formula = childText(element, 'errorConditionFormula');
  const errorMessage = childText(element, 'errorMessage');
  if (!formula) throw new Error("Must specify 'errorConditionFormula' for a ValidationRule");
  if (!errorMessage) throw new Error("Must specify 'errorMessage' for a ValidationRule");
  return {
    name: childText(element, 'fullName'),
    active: childFlag(element, 'active'),
    formula,
    errorMessage,
    errorDisplayField: childText(element, 'errorDisplayField') || null
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_restrictionrule.htm */
export function parseRestrictionRule(name: string, root: XmlElement): RestrictionRule & { target: string } {
  const target = childText(root, 'targetEntity');
  const recordFilter = childText(root, 'recordFilter');
  if (!target) throw new Error("Must specify 'targetEntity' for a RestrictionRule");
  if (!recordFilter) throw new Error("Must specify 'recordFilter' for a RestrictionRule");
  if (childText(root, 'enforcementType') !== 'Restrict') {
    throw new Error("Only the enforcementType 'Restrict' is supported by the local org");
  }
  return {
    name,
    target,
    active: childFlag(root, 'active'),
    userCriteria: childText(root, 'userCriteria'),
    recordFilter
  };
}

const PRINCIPALS = ['group', 'role', 'roleAndSubordinates', 'roleAndSubordinatesInternal'] as const;

function parsePrincipals(element: XmlElement | undefined): SharingPrincipal[] {
  if (!element) return [];
  return element.children.map((child) => {
    if (child.name === 'allInternalUsers') return { kind: 'allInternalUsers', name: '' };
    const kind = PRINCIPALS.find((known) => known === child.name);
    if (!kind) throw new Error(`Sharing with '${child.name}' is not supported by the local org`);
    return { kind, name: child.text.trim() };
  });
}

function parseCriteria(element: XmlElement): RuleCriterion[] {
  return childrenOf(element, 'criteriaItems').map((item) => {
    if (childText(item, 'valueField')) {
      throw new Error('Comparing two fields in a sharing rule is not supported by the local org');
    }
    return {
      field: childText(item, 'field'),
      operation: childText(item, 'operation'),
      value: childText(item, 'value')
    };
  });
}

/** A rule on accounts may share what belongs to them as well, which the org doesn't do. */
function refuseAccountSettings(element: XmlElement): void {
  const settings = childOf(element, 'accountSettings');
  const shared = settings?.children.find(({ text }) => text.trim() !== 'None');
  if (shared) throw new Error(`The ${shared.name} of a sharing rule is not supported by the local org`);
}

const RULE_ELEMENTS = ['sharingCriteriaRules', 'sharingOwnerRules'];

/** https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_sharingrules.htm */
export function parseSharingRules(root: XmlElement): SharingRule[] {
  return root.children
    .filter((child) => child.name.startsWith('sharing'))
    .map((element) => {
      if (!RULE_ELEMENTS.includes(element.name)) {
        throw new Error(`'${element.name}' is not supported by the local org`);
      }
      const accessLevel = childText(element, 'accessLevel');
      if (accessLevel !== 'Read' && accessLevel !== 'Edit') {
        throw new Error(`'${accessLevel}' is not a valid value for 'accessLevel'`);
      }
      refuseAccountSettings(element);
      const byOwner = element.name === 'sharingOwnerRules';
      return {
        name: childText(element, 'fullName'),
        accessLevel,
        sharedTo: parsePrincipals(childOf(element, 'sharedTo')),
        sharedFrom: byOwner ? parsePrincipals(childOf(element, 'sharedFrom')) : null,
        criteria: parseCriteria(element),
        booleanFilter: childText(element, 'booleanFilter') || null
      };
    });
}
