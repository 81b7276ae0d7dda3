import type { Org, QueryOptions } from '../contract.ts';
import { notSupported, orgError } from '../errors.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { queryColumns } from '../soql/columns.ts';
import { LARGEST_BATCH } from '../soql/index.ts';

const SMALLEST_BATCH = 200;

/**
 * `query` and `queryAll`, their further batches, and the columns that a query would have.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export function queryRoutes(app: OrgApp, org: Org): void {
  for (const [resource, includeDeleted] of [
    ['query', false],
    ['queryAll', true]
  ] as const) {
    app.get(dataPath(resource), (context) => {
      const soql = statementOf(context);
      const user = context.get('user');
      const options = { ...optionsOf(context), includeDeleted };
      if (context.req.query('columns') === 'true') {
        const question = { soql, user, apiVersion: options.apiVersion, includeDeleted, now: org.now() };
        return context.json(queryColumns(question, org));
      }
      return context.json(org.queries.run(user, soql, options));
    });

    // A cursor knows by itself whether it has deleted records; both resources take it.
    app.get(dataPath(`${resource}/:locator`), (context) =>
      context.json(
        org.queries.more(context.get('user'), context.req.param('locator') ?? '', optionsOf(context))
      )
    );

    app.all(dataPath(resource), ({ req }) => {
      throw orgError(
        405,
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${req.method}' not allowed. Allowed are GET,HEAD`
      );
    });
  }
}

function statementOf(context: OrgContext): string {
  if (context.req.query('explain') !== undefined) throw notSupported('The query plan (explain)');
  const soql = context.req.query('q');
  if (!soql) throw orgError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  return soql;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm */
function optionsOf(context: OrgContext): QueryOptions {
  const apiVersion = context.get('apiVersion');
  const asked = /batchSize\s*=\s*(\d+)/i.exec(context.req.header('Sforce-Query-Options') ?? '');
  if (!asked) return { apiVersion };
  return { apiVersion, batchSize: Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(asked[1]))) };
}
