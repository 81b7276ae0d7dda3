/**
 * A SOQL statement as this org understands it: what the parser found, without parentheses and spelling variants,
 * and with the place of every name in the text (`at`, an offset) so that a refusal can point at it.
 */
export interface Statement {
  /** The text that every `at` counts in. */
  soql: string;
  query: Query;
  allRows: boolean;
}

export interface Query {
  select: SelectItem[];
  from: Source;
  scope: { name: string; at: number } | null;
  where: Condition | null;
  groupBy: Expression[];
  /** Adds rows that sum over some of the groups. */
  subtotals: Subtotals | null;
  having: Condition | null;
  orderBy: Ordering[];
  limit: number | null;
  offset: number | null;
  lock: boolean;
  /** FOR VIEW: what it finds counts as looked at. */
  view: boolean;
}

export type Subtotals = 'ROLLUP' | 'CUBE';

/** An object, or in a child subquery a relationship of the outer object. */
export interface Source {
  name: string;
  at: number;
  alias: string | null;
  /** `Account` in `FROM Account.Contacts`. */
  prefix: string | null;
}

export type SelectItem =
  | { kind: 'expression'; expression: Expression; alias: string | null }
  | { kind: 'children'; query: Query }
  | TypeOf;

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: fields of a parent by what it is. */
export interface TypeOf {
  kind: 'typeOf';
  /** The path of relationships that leads to the parent. */
  path: FieldPath;
  cases: { object: string; at: number; fields: FieldPath[] }[];
  /** Of the pseudo-object Name; null without ELSE. */
  otherwise: FieldPath[] | null;
}

export interface FieldPath {
  kind: 'field';
  names: string[];
  at: number;
}

export interface FunctionCall {
  kind: 'call';
  /** In capitals. */
  name: string;
  arguments: Expression[];
  at: number;
}

export type Expression = FieldPath | FunctionCall;

export type ComparisonOperator =
  '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Literal =
  /** `pattern`: the same for LIKE, where a backslash takes `%` and `_` literally. */
  | { kind: 'string'; text: string; pattern: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'null' }
  | { kind: 'date'; text: string }
  | { kind: 'datetime'; text: string }
  | { kind: 'range'; name: string; count: number | null }
  | { kind: 'currency'; text: string };

export interface Comparison {
  kind: 'comparison';
  left: Expression;
  operator: ComparisonOperator;
  /** One for the plain operators. */
  values: Literal[];
}

export interface SemiJoin {
  kind: 'semiJoin';
  left: Expression;
  negated: boolean;
  query: Query;
}

export type Condition =
  Comparison | SemiJoin | { kind: 'and' | 'or'; parts: Condition[] } | { kind: 'not'; part: Condition };

export interface Ordering {
  expression: Expression;
  descending: boolean;
  nullsLast: boolean;
}
