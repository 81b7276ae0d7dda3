import type { SqlFragment } from '../contract.ts';
import { isSortable } from './capabilities.ts';
import { joinSql, sql, type Compilation } from './compilation.ts';
import { refuseAt } from './refusals.ts';
import type { Ordering } from './statement.ts';
import type { Term } from './terms.ts';

/**
 * The keys of an ORDER BY, without the words. Nulls come first unless told otherwise, whatever the direction.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_orderby.htm
 */
export function compileOrder(
  compilation: Compilation,
  orderings: readonly Ordering[],
  termFor: (ordering: Ordering) => Term
): SqlFragment[] {
  return orderings.map((ordering) => {
    const term = termFor(ordering);
    const { field } = term.column;
    if (!isSortable(field)) {
      const message = `field '${field.name}' can not be sorted in a query call`;
      throw refuseAt('MALFORMED_QUERY', compilation.soql, term.at, message);
    }
    const direction = ordering.descending ? 'DESC' : 'ASC';
    const nulls = ordering.nullsLast ? 'LAST' : 'FIRST';
    const keys = [sql(`${term.sql} ${direction} NULLS ${nulls}`)];
    if (term.type === 'picklist' && !term.aggregate) {
      const empty = sql(`${term.sql} IS NULL ${ordering.nullsLast ? 'ASC' : 'DESC'}`);
      keys.unshift(empty, picklistKey(term, direction));
    }
    return joinSql(keys, ', ');
  });
}

/** Picklists sort in the order of their values in Setup; values that aren't there any more come after them. */
function picklistKey(term: Term, direction: string): SqlFragment {
  const values = term.column.field.picklist?.values.map(({ value }) => value) ?? [];
  if (values.length === 0) return sql(`0 ${direction}`);
  const cases = values.map((_, place) => `WHEN ? THEN ${place}`).join(' ');
  return sql(`CASE ${term.sql} ${cases} ELSE ${values.length} END ${direction}`, values);
}
