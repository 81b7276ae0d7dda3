import { dateFunction } from '../date-functions.ts';
import { malformed } from '../refusals.ts';
import type { Expression, Query } from '../statement.ts';
import { isAggregate } from '../terms.ts';

/** `SELECT COUNT() FROM …`: it answers with a number and no rows. */
export function isCount({ select }: Query): boolean {
  return select.length === 1 && select[0].kind === 'expression' && isBareCount(select[0].expression);
}

function isBareCount(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'COUNT' && expression.arguments.length === 0;
}

/** Its rows are groups: it has GROUP BY, or selects what only groups have. */
export function isAggregateQuery(query: Query): boolean {
  const isOfGroups = (expression: Expression): boolean =>
    isAggregate(expression) || (expression.kind === 'call' && dateFunction(expression.name) !== undefined);
  return (
    query.groupBy.length > 0 ||
    query.select.some((item) => item.kind === 'expression' && isOfGroups(item.expression))
  );
}

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_group_by_considerations.htm */
export function checkAggregation(query: Query): void {
  const { select, groupBy, limit, orderBy } = query;
  if (isCount(query)) {
    if (groupBy.length > 0) throw malformed('COUNT() cannot be used with GROUP BY; use COUNT(fieldName)');
    if (orderBy.length > 0) throw malformed('COUNT() cannot be used with ORDER BY; use COUNT(fieldName)');
  } else if (select.some((item) => item.kind === 'expression' && isBareCount(item.expression))) {
    throw malformed('COUNT() must be the only element in the SELECT list');
  } else if (isAggregateQuery(query)) {
    if (groupBy.length === 0 && limit !== null) {
      throw malformed('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
    }
    if (select.some((item) => item.kind === 'expression' && isFieldsKeyword(item.expression))) {
      throw malformed('The SOQL FIELDS function is not supported with aggregates');
    }
  }
  if (!query.subtotals && groupingsOf(query).length > 0) {
    throw malformed('GROUPING() can only be used with GROUP BY ROLLUP or GROUP BY CUBE');
  }
}

function groupingsOf({ select, orderBy }: Query): Expression[] {
  return [...select, ...orderBy]
    .flatMap((item) => ('expression' in item ? [item.expression] : []))
    .filter((expression) => expression.kind === 'call' && expression.name === 'GROUPING');
}

function isFieldsKeyword(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'FIELDS';
}
