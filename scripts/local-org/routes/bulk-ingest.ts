import type { Org } from '../contract.ts';
import { notFound, orgError } from '../errors.ts';
import { readIngestJob } from '../bulk/ingest/create-job.ts';
import { createIngestJobs } from '../bulk/ingest/ingest-jobs.ts';
import type { ResultKind } from '../bulk/ingest/results.ts';
import { readMultipartJob } from '../bulk/ingest/multipart.ts';
import { LARGEST_UPLOAD, uploadTooLarge } from '../bulk/ingest/upload.ts';
import { ingestInfo } from '../bulk/jobs/job-info.ts';
import { listJobs } from '../bulk/jobs/list-jobs.ts';
import { csvAnswer, refuseOtherMethods } from '../bulk/responses.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { readJsonObject } from '../http/responses.ts';

const RESULTS: Readonly<Record<string, ResultKind>> = {
  successfulResults: 'successes',
  failedResults: 'failures',
  unprocessedrecords: 'unprocessed'
};

const JOBS = dataPath('jobs/ingest');
const JOB = dataPath('jobs/ingest/:id');

/**
 * Bulk API 2.0: jobs that save or delete many records.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_ingest.htm
 */
export function bulkIngestRoutes(app: OrgApp, org: Org): void {
  const ingest = createIngestJobs(org);

  app.post(JOBS, async (context) => {
    const user = context.get('user');
    const read = (body: Record<string, unknown>) => readIngestJob(org, user, context.get('apiVersion'), body);
    if (!isMultipart(context)) {
      return context.json(ingestInfo(ingest.jobs.create(read(await readJsonObject(context))), 'created'));
    }
    const { job, content } = await readMultipartJob(context);
    const { id } = ingest.jobs.create(read(job));
    await ingest.upload(user, id, content);
    return context.json(ingestInfo(await ingest.close(user, id), 'created'));
  });

  app.get(JOBS, (context) => {
    const { queryLocator: locator, jobType = 'V2Ingest' } = context.req.query();
    const path = `/services/data/v${context.get('apiVersion')}/jobs/ingest`;
    // The only type of job that this org knows.
    if (jobType !== 'V2Ingest') return context.json({ done: true, records: [], nextRecordsUrl: null });
    ingest.jobs.purge();
    return context.json(
      listJobs(ingest.jobs, context.get('user'), { locator, path, info: (job) => ingestInfo(job, 'listed') })
    );
  });
  app.all(JOBS, refuseOtherMethods('GET,POST'));

  app.get(JOB, (context) =>
    context.json(ingestInfo(ingest.find(context.get('user'), idOf(context)), 'full'))
  );
  app.patch(JOB, async (context) => {
    const { state } = await readJsonObject(context);
    const user = context.get('user');
    if (state === 'UploadComplete') {
      return context.json(ingestInfo(await ingest.close(user, idOf(context)), 'changed'));
    }
    if (state === 'Aborted') return context.json(ingestInfo(ingest.abort(user, idOf(context)), 'changed'));
    throw orgError(400, 'INVALIDJOBSTATE', `A job can be set to UploadComplete or Aborted, not to ${state}`);
  });
  app.delete(JOB, (context) => {
    ingest.delete(context.get('user'), idOf(context));
    return context.body(null, 204);
  });
  app.all(JOB, refuseOtherMethods('DELETE,GET,PATCH'));

  app.put(`${JOB}/batches`, async (context) => {
    checkUpload(context);
    await ingest.upload(context.get('user'), idOf(context), context.req.raw.body);
    return context.body(null, 201);
  });
  app.all(`${JOB}/batches`, refuseOtherMethods('PUT'));

  app.get(`${JOB}/:results`, (context) => {
    const kind = RESULTS[context.req.param('results') ?? ''];
    if (!kind) throw notFound();
    return csvAnswer(context, ingest.results(context.get('user'), idOf(context), kind));
  });
}

function idOf(context: OrgContext): string {
  return context.req.param('id') ?? '';
}

function isMultipart(context: OrgContext): boolean {
  return context.req.header('Content-Type')?.startsWith('multipart/form-data') ?? false;
}

/** Refuses what isn't plain CSV before it comes, and what is too long as far as its head tells. */
function checkUpload({ req }: OrgContext): void {
  const type = req.header('Content-Type') ?? '';
  const encoding = req.header('Content-Encoding') ?? 'identity';
  if (!/^text\/csv\b/i.test(type) || encoding !== 'identity') {
    throw orgError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      `A job's data has to come as text/csv, not as ${type} in the encoding ${encoding}`
    );
  }
  const length = Number(req.header('Content-Length') ?? 0);
  if (length > LARGEST_UPLOAD) throw uploadTooLarge(length);
}
