import { isText } from './capabilities.ts';
import { sql, type Compilation } from './compilation.ts';
import type { SqlFragment } from '../contract.ts';
import { refuseAt } from './refusals.ts';
import type { Expression, FunctionCall, Subtotals } from './statement.ts';
import type { Term } from './terms.ts';

const SETS = '_sets';

/** How a statement groups its rows at several levels at once. */
export interface GroupingSets {
  /** Joins every row to every level that it counts for. */
  join: SqlFragment;
  /** The terms of GROUP BY: per level a grouped value, or nothing where the level sums over it. */
  keys: SqlFragment[];
  /** A grouped term as it is on each level; undefined for another one. */
  leveled(term: Term): Term | undefined;
  /** GROUPING(field): 1 on the levels that sum over the field. */
  grouping(call: FunctionCall, find: (expression: Expression) => Term): Term;
}

/**
 * Which fields each level sums over, as 1: ROLLUP leaves them out from the right, CUBE in every combination.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-groupby-rollup.html
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-groupby-cube.html
 */
function levels(kind: Subtotals, fields: number): number[][] {
  const places = Array.from({ length: fields }, (_, place) => place);
  if (kind === 'ROLLUP') {
    return [...places, fields].map((kept) => places.map((place) => (place < fields - kept ? 0 : 1)));
  }
  return Array.from({ length: 2 ** fields }, (_, bits) => places.map((place) => (bits >> place) & 1));
}

/** SQLite groups at one level only, so the rows are joined to a small table of levels and grouped by level as well. */
export function groupingSets(
  compilation: Compilation,
  kind: Subtotals,
  terms: readonly Term[]
): GroupingSets {
  const flag = (place: number): string => `${SETS}."column${place + 1}"`;
  const rows = levels(kind, terms.length).map((level) => `(${level.join(', ')})`);
  const placeOf = (key: string): number => terms.findIndex((term) => term.key === key);
  const valueAt = (term: Term, place: number): string =>
    `CASE WHEN ${flag(place)} = 0 THEN ${term.sql} END${collation(term)}`;
  return {
    join: sql(`CROSS JOIN (VALUES ${rows.join(', ')}) ${SETS}`),
    keys: terms.flatMap((term, place) => [sql(flag(place)), sql(valueAt(term, place))]),
    leveled(term) {
      const place = placeOf(term.key);
      return place < 0 ? undefined : { ...term, sql: valueAt(term, place) };
    },
    grouping(call, find) {
      const [argument] = call.arguments;
      const term = argument && call.arguments.length === 1 ? find(argument) : undefined;
      const place = term ? placeOf(term.key) : -1;
      if (!term || place < 0) {
        const message = `GROUPING() takes one of the fields of GROUP BY ${kind}`;
        throw refuseAt('MALFORMED_QUERY', compilation.soql, call.at, message);
      }
      return { ...term, sql: flag(place), type: 'int', key: `GROUPING(${term.key})`, aggregate: true };
    }
  };
}

/** A CASE forgets how its column compares, so text is told again to compare without case. */
function collation({ type, column }: Term): string {
  return isText(type) && !column.field.caseSensitive ? ' COLLATE NOCASE' : '';
}
