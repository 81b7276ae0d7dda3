import type { Org, QueryOptions } from '../contract.ts';
import { notSupported, orgError } from '../errors.ts';
import type { OrgApp } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { installResources, type Resource, type ResourceRequest } from '../http/resource.ts';
import { notAllowed } from '../http/method.ts';
import { queryColumns } from '../soql/columns.ts';
import { LARGEST_BATCH } from '../soql/index.ts';

const SMALLEST_BATCH = 200;

/**
 * `query` and `queryAll`, and their further batches: a cursor knows by itself whether it has deleted records, so
 * both paths take any locator.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export function queryResources(org: Org): Resource[] {
  return [...resourcesOf(org, 'query', false), ...resourcesOf(org, 'queryAll', true)];
}

/** The same on the app; other methods than GET are refused. */
export function queryRoutes(app: OrgApp, org: Org): void {
  const resources = queryResources(org);
  installResources(app, resources);
  for (const { pattern } of resources) app.all(dataPath(pattern), notAllowed(resources));
}

function resourcesOf(org: Org, pattern: string, includeDeleted: boolean): Resource[] {
  return [
    {
      method: 'GET',
      pattern,
      handle(request) {
        const soql = statementOf(request);
        const { user, apiVersion, query } = request;
        if (query.get('columns') === 'true') {
          const question = { soql, user, apiVersion, includeDeleted, now: org.now() };
          return { status: 200, body: queryColumns(question, org) };
        }
        const options = { ...optionsOf(request), includeDeleted };
        return { status: 200, body: org.queries.run(user, soql, options) };
      }
    },
    {
      method: 'GET',
      pattern: `${pattern}/:locator`,
      handle(request) {
        const { user, parameters } = request;
        return { status: 200, body: org.queries.more(user, parameters.locator, optionsOf(request)) };
      }
    }
  ];
}

function statementOf({ query }: ResourceRequest): string {
  if (query.has('explain')) throw notSupported('The query plan (explain)');
  const soql = query.get('q');
  if (!soql) throw orgError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  return soql;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm */
function optionsOf({ apiVersion, header }: ResourceRequest): QueryOptions {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(header('Sforce-Query-Options') ?? '');
  if (!asked) return { apiVersion };
  return { apiVersion, batchSize: Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(asked[1]))) };
}
