import { orgError, type OrgError } from '../../errors.ts';
import type { Query } from '../../soql/statement.ts';
import { isAggregateQuery, isCount } from '../../soql/semantics/aggregation.ts';

function refused(what: string): OrgError {
  return orgError(400, 'API_ERROR', `${what} not supported in Bulk Query`);
}

/**
 * Throws for what a query may have, but a bulk query may not.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_create_job.htm
 */
export function refuseInBulk(query: Query): void {
  if (query.groupBy.length > 0) throw refused('GROUP BY');
  if (isCount(query) || isAggregateQuery(query)) throw refused('Aggregate functions');
  if (query.offset !== null) throw refused('OFFSET');
  for (const item of query.select) {
    if (item.kind === 'children') {
      // https://github.com/OpenFn/adaptors/issues/395
      throw orgError(
        400,
        'API_ERROR',
        'Aggregate Relationships not supported in Bulk V2 Query with CSV content type'
      );
    }
    if (item.kind === 'typeOf') throw refused('TYPEOF');
    const { expression } = item;
    if (expression.kind === 'call' && expression.name === 'FIELDS') throw refused('Selecting compound data');
  }
}
