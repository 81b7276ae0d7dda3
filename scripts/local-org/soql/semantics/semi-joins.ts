import { malformed } from '../refusals.ts';
import type { Condition, Query, SemiJoin } from '../statement.ts';
import { isAggregateQuery } from './aggregation.ts';

const MOST_SEMI_JOINS = 2;

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm */
export function checkSemiJoins(query: Query): void {
  if (!query.where) return;
  const found = semiJoinsOf(query.where);
  if (found.length > MOST_SEMI_JOINS) {
    throw malformed(`Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`);
  }
  checkPlace(query.where, 'top');
  for (const { query: inner } of found) checkInner(inner);
}

export function semiJoinsOf(condition: Condition): SemiJoin[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(semiJoinsOf);
    case 'not':
      return semiJoinsOf(condition.part);
    case 'semiJoin':
      return [condition];
    default:
      return [];
  }
}

/** Semi-joins narrow the whole result: only ANDs may stand above them. */
function checkPlace(condition: Condition, above: 'top' | 'or' | 'not' | 'nested'): void {
  switch (condition.kind) {
    case 'and':
      for (const part of condition.parts) checkPlace(part, above === 'top' ? 'top' : 'nested');
      break;
    case 'or':
      for (const part of condition.parts) checkPlace(part, above === 'top' ? 'or' : 'nested');
      break;
    case 'not':
      checkPlace(condition.part, above === 'top' ? 'not' : 'nested');
      break;
    case 'semiJoin':
      if (above === 'or' || above === 'not') {
        throw malformed(`Semi join sub-selects are not allowed with the '${above.toUpperCase()}' operator`);
      }
      if (above === 'nested') {
        throw malformed(
          'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
        );
      }
  }
}

function checkInner(inner: Query): void {
  if (inner.where && semiJoinsOf(inner.where).length > 0) {
    throw malformed('Nesting of semi join sub-selects is not supported');
  }
  const refused = {
    'ORDER BY': inner.orderBy.length > 0,
    LIMIT: inner.limit !== null,
    OFFSET: inner.offset !== null,
    'FOR UPDATE': inner.lock,
    'USING SCOPE': inner.scope !== null,
    'aggregate functions': isAggregateQuery(inner)
  };
  for (const [words, isUsed] of Object.entries(refused)) {
    if (isUsed) throw malformed(`Semi join sub-selects cannot use ${words}`);
  }
}
