import type { IngestJob, Job, QueryJob } from './job.ts';

/** Date-times as the REST API writes them. */
function moment(date: string): string {
  return date.replace(/Z$/, '+0000');
}

function basics(job: Job & { operation: string }) {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: moment(job.createdDate),
    systemModstamp: moment(job.systemModstamp),
    state: job.state
  };
}

function settings({ apiVersion }: Job) {
  return { concurrencyMode: 'Parallel', contentType: 'CSV', apiVersion: Number(apiVersion) };
}

function dialect({ lineEnding, columnDelimiter }: Job) {
  return { lineEnding, columnDelimiter };
}

function contentUrl({ apiVersion, id, state }: Job) {
  return state === 'Open' && { contentUrl: `services/data/v${apiVersion}/jobs/ingest/${id}/batches` };
}

/** Which of a job's properties an answer has. */
export type InfoKind = 'created' | 'changed' | 'listed' | 'full';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_info.htm */
export function ingestInfo(job: IngestJob, kind: InfoKind) {
  const isFull = kind === 'full';
  return {
    ...basics(job),
    ...(job.externalIdFieldName !== null && { externalIdFieldName: job.externalIdFieldName }),
    ...settings(job),
    ...((isFull || kind === 'listed') && { jobType: 'V2Ingest' }),
    ...(kind !== 'changed' && { ...contentUrl(job), ...dialect(job) }),
    ...(isFull && {
      numberRecordsProcessed: job.processed,
      numberRecordsFailed: job.failed,
      retries: 0,
      totalProcessingTime: job.state === 'InProgress' ? 0 : job.activeTime,
      apiActiveProcessingTime: job.activeTime,
      apexProcessingTime: 0
    }),
    ...(isFull && job.errorMessage !== null && { errorMessage: job.errorMessage }),
    ...(isFull && { isPkChunkingSupported: false })
  };
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_one_job.htm */
export function queryInfo(job: QueryJob, kind: InfoKind) {
  const isFull = kind === 'full';
  return {
    ...basics(job),
    ...settings(job),
    ...((isFull || kind === 'listed') && { jobType: 'V2Query' }),
    ...dialect(job),
    ...(isFull && {
      numberRecordsProcessed: job.processed,
      retries: 0,
      totalProcessingTime: job.state === 'InProgress' ? 0 : job.activeTime
    }),
    ...(isFull && job.errorMessage !== null && { errorMessage: job.errorMessage }),
    ...((isFull || kind === 'listed') && { isPkChunkingSupported: false })
  };
}
