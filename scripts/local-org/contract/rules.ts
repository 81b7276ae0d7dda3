/** As deployed in `validationRules`; `formula` is the source that the evaluator has accepted. */
export interface ValidationRule {
  name: string;
  active: boolean;
  formula: string;
  errorMessage: string;
  errorDisplayField: string | null;
}

/** One `field operation value` of a rule's criteria; the value is as written in the metadata. */
export interface RuleCriterion {
  field: string;
  operation: string;
  value: string;
}

/** Who a rule shares with or from, as the metadata type SharedTo names them. */
export interface SharingPrincipal {
  kind: 'allInternalUsers' | 'group' | 'role' | 'roleAndSubordinates' | 'roleAndSubordinatesInternal';
  name: string;
}

export interface SharingRule {
  name: string;
  accessLevel: 'Read' | 'Edit';
  sharedTo: readonly SharingPrincipal[];
  /** Rows of these owners, or null when the criteria decide. */
  sharedFrom: readonly SharingPrincipal[] | null;
  criteria: readonly RuleCriterion[];
  booleanFilter: string | null;
}

/** Rows outside `recordFilter` vanish for the users that `userCriteria` names. */
export interface RestrictionRule {
  name: string;
  active: boolean;
  userCriteria: string;
  recordFilter: string;
}
