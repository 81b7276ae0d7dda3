/** The shapes of `c/criteria`; nothing here exists at run time. */

import type { OPERATORS } from './criteria.ts';

export type Operator = (typeof OPERATORS)[number];

export type Scalar = string | number | boolean | null;

export interface Criterion {
  /** API name, or a path over lookups such as `Account.Industry`. */
  field: string;
  operator: Operator;
  /** A list means "any of these"; under `notEqual`, `notContain` and `excludes` it means "none of these". */
  value?: Scalar | Scalar[];
}

export interface Criteria {
  /** Without it all items must hold. */
  logic?: string;
  items: Criterion[];
}

/** The logic as a tree; `item` counts from 1, as in the text. */
export type Logic = { item: number } | { and: Logic[] } | { or: Logic[] } | { not: Logic };

/** Criteria that `parseCriteria` has accepted. */
export interface ParsedCriteria extends Criteria {
  tree: Logic;
}

/** What is wrong, for the author: `item` counts from 1, `at` is the position in the logic, from 1. */
export interface Problem {
  item?: number;
  at?: number;
  message: string;
}

export type ParseResult =
  { criteria: ParsedCriteria; problems?: undefined } | { criteria?: undefined; problems: Problem[] };
