/** The shapes of `c/qualificationVerdict`; nothing here exists at run time, so that scripts may import it too. */

import type { ParsedCriteria, Scalar } from '../../../core/lwc/criteria/types.ts';

/** Field path → value, of the account and its facts; `undefined` is unknown. */
export type JudgedRecord = Readonly<Record<string, Scalar | undefined>>;

export interface JudgeContext {
  now: Date;
  /** IANA name; days of relative dates begin there. */
  timeZone: string;
}

/** As `Criteria_Met__c` stores it. Without `actual` the value was unknown. */
export interface JudgedCriterion {
  field: string;
  operator: string;
  value?: Scalar | Scalar[];
  actual?: Scalar;
  met: boolean;
}

export interface Judgement {
  met: boolean | null;
  criteria: JudgedCriterion[];
}

export type Judge = (criteria: ParsedCriteria, record: JudgedRecord, context: JudgeContext) => Judgement;
