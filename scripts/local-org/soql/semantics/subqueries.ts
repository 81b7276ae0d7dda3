import { malformed } from '../refusals.ts';
import type { Query, Statement } from '../statement.ts';
import { isAggregateQuery } from './aggregation.ts';
import { checkFieldsKeyword, checkRange } from './clauses.ts';
import { checkSemiJoins } from './semi-joins.ts';

const MOST_SUBQUERIES = 20;
const LEVELS = 5;
const LEVELS_BEFORE_58 = 2;

/**
 * Subqueries over child relationships.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-relationships-query-limits.md
 */
export function checkSubqueries({ query }: Statement, apiVersion: number): void {
  const levels = apiVersion >= 58 ? LEVELS : LEVELS_BEFORE_58;
  const count = checkLevel(query, 1, levels);
  if (count > MOST_SUBQUERIES) {
    throw malformed(
      `No more than ${MOST_SUBQUERIES} parent-to-child relationships can be specified in a query.`
    );
  }
}

function checkLevel(parent: Query, level: number, levels: number): number {
  let count = 0;
  for (const item of parent.select) {
    if (item.kind !== 'children') continue;
    if (level >= levels) {
      throw malformed(
        `SOQL statements cannot query more than ${levels} levels of parent-to-child relationships`
      );
    }
    checkChild(item.query, parent);
    count += 1 + checkLevel(item.query, level + 1, levels);
  }
  return count;
}

function checkChild(child: Query, parent: Query): void {
  if (isAggregateQuery(child)) {
    throw malformed('Aggregate functions and GROUP BY are not allowed in relationship subqueries');
  }
  if (child.scope) throw malformed('USING SCOPE is not allowed in relationship subqueries');
  if (child.lock) throw malformed('FOR UPDATE is not allowed in relationship subqueries');
  if (child.offset !== null && parent.limit !== 1) {
    throw malformed('OFFSET is only allowed in a relationship subquery when the parent query has LIMIT 1');
  }
  checkRange(child);
  checkFieldsKeyword(child);
  checkSemiJoins(child);
}
