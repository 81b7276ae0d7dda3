import type { Org, QueryOptions, UserContext } from '../contract.ts';
import { notFound, orgError } from '../errors.ts';
import type { OrgApp } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { installResources, type Resource, type ResourceRequest } from '../http/resource.ts';
import { notAllowed } from '../http/method.ts';
import { listViewById, soqlOf } from '../list-views/list-views.ts';
import { queryColumns } from '../soql/columns.ts';
import { explainQuery } from '../soql/explain.ts';
import { LARGEST_BATCH } from '../soql/index.ts';
import { requireRunnable } from './list-views.ts';

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
        const { user, apiVersion, query } = request;
        const explained = query.get('explain');
        const soql = explained === null ? statementOf(request) : explainedStatement(org, user, explained);
        const question = { soql, user, apiVersion, includeDeleted, now: org.now() };
        if (explained !== null) {
          return { status: 200, body: { plans: explainQuery(question, org, org.store), sourceQuery: soql } };
        }
        if (query.get('columns') === 'true') return { status: 200, body: queryColumns(question, org) };
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

/** A statement, or the id of a list view that stands for one. */
function explainedStatement(org: Org, user: UserContext, explained: string): string {
  if (!/^00B\w{12}(?:\w{3})?$/.test(explained)) return explained;
  const view = listViewById(org, user, explained);
  if (!view) throw notFound();
  return soqlOf(requireRunnable(view));
}

function statementOf({ query }: ResourceRequest): string {
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
