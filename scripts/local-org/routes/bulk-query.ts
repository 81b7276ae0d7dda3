import type { Org } from '../contract.ts';
import { orgError } from '../errors.ts';
import { readQueryJob } from '../bulk/query/create-job.ts';
import { createQueryJobs } from '../bulk/query/query-jobs.ts';
import { queryInfo } from '../bulk/jobs/job-info.ts';
import { fromLocator, listJobs } from '../bulk/jobs/list-jobs.ts';
import { csvAnswer, refuseOtherMethods } from '../bulk/responses.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { readJsonObject } from '../http/responses.ts';

const JOBS = dataPath('jobs/query');
const JOB = dataPath('jobs/query/:id');

/**
 * Bulk API 2.0: queries whose records are fetched as CSV.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm
 */
export function bulkQueryRoutes(app: OrgApp, org: Org): void {
  const queries = createQueryJobs(org);

  app.post(JOBS, async (context) => {
    const body = await readJsonObject(context);
    const job = readQueryJob(org, context.get('user'), context.get('apiVersion'), body);
    return context.json(queryInfo(queries.start(job), 'created'));
  });
  app.get(JOBS, (context) => {
    const locator = context.req.query('queryLocator');
    const path = `/services/data/v${context.get('apiVersion')}/jobs/query`;
    queries.jobs.purge();
    return context.json(
      listJobs(queries.jobs, context.get('user'), { locator, path, info: (job) => queryInfo(job, 'listed') })
    );
  });
  app.all(JOBS, refuseOtherMethods('GET,POST'));

  app.get(JOB, (context) =>
    context.json(queryInfo(queries.find(context.get('user'), idOf(context)), 'full'))
  );
  app.patch(JOB, async (context) => {
    const { state } = await readJsonObject(context);
    if (state !== 'Aborted') {
      throw orgError(400, 'INVALIDJOBSTATE', `A query job can be set to Aborted, not to ${state}`);
    }
    return context.json(queryInfo(queries.abort(context.get('user'), idOf(context)), 'changed'));
  });
  app.delete(JOB, (context) => {
    queries.delete(context.get('user'), idOf(context));
    return context.body(null, 204);
  });
  app.all(JOB, refuseOtherMethods('DELETE,GET,PATCH'));

  app.get(`${JOB}/results`, (context) => {
    const { csv, records, locator } = queries.results(context.get('user'), idOf(context), {
      apiVersion: context.get('apiVersion'),
      from: placeOf(context.req.query('locator')),
      count: countOf(context.req.query('maxRecords'))
    });
    return csvAnswer(context, csv, {
      'Sforce-NumberOfRecords': String(records),
      // At the end it is the word, not an absent header.
      'Sforce-Locator': locator ?? 'null'
    });
  });
  app.all(`${JOB}/results`, refuseOtherMethods('GET'));
}

function idOf(context: OrgContext): string {
  return context.req.param('id') ?? '';
}

function placeOf(locator: string | undefined): number {
  return locator === undefined ? 0 : fromLocator(locator);
}

function countOf(maxRecords: string | undefined): number | null {
  if (maxRecords === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(maxRecords)) return Number(maxRecords);
  throw orgError(400, 'INVALID_QUERY_LOCATOR', `maxRecords must be a positive number, not ${maxRecords}`);
}
