import { malformed } from '../refusals.ts';
import type { Statement } from '../statement.ts';
import { checkAggregation, isAggregateQuery } from './aggregation.ts';
import { checkFieldsKeyword, checkRange } from './clauses.ts';
import { checkSemiJoins } from './semi-joins.ts';
import { checkSubqueries } from './subqueries.ts';

/**
 * What an org refuses although it parses, as far as that shows without knowing the fields. Types, permissions and
 * names are checked where the compiler looks them up.
 */
export function checkStatement(statement: Statement, apiVersion: number): void {
  const { query } = statement;
  checkRange(query);
  checkFieldsKeyword(query);
  checkAggregation(query);
  checkSubqueries(statement, apiVersion);
  checkSemiJoins(query);
  if (query.lock && query.orderBy.length > 0) throw malformed('FOR UPDATE cannot be used with ORDER BY');
  if (query.lock && isAggregateQuery(query)) throw malformed('FOR UPDATE cannot be used with aggregates');
}
