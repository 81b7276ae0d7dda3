import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { GaveUp, retrying } from '../org/retry.ts';

export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete';
export type JobStateName = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export interface NewIngestJob {
  object: string;
  operation: IngestOperation;
  externalIdFieldName?: string;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_job_info.htm */
export interface IngestJobInfo extends NewIngestJob {
  id: string;
  state: JobStateName;
  createdById: string;
  createdDate: string;
  numberRecordsProcessed?: number;
  numberRecordsFailed?: number;
  errorMessage?: string;
}

const INGEST = 'jobs/ingest';

export function getIngestJob(client: OrgClient, id: string): Promise<IngestJobInfo> {
  return client.ask({ method: 'GET', path: `${INGEST}/${id}` });
}

/**
 * Creates a job once: when the answer to the request is lost, or is a 503, the org is asked for a job that came of it
 * before another one is created. Two open jobs for one file would be one too many.
 */
export async function createIngestJob(
  client: OrgClient,
  job: NewIngestJob,
  isKnown: (id: string) => boolean
): Promise<IngestJobInfo> {
  const json = { ...job, contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' };
  return retrying(client.clock, client.retry, async (failedBefore) => {
    const found = failedBefore > 0 ? await findOpenJob(client, job, isKnown) : undefined;
    if (found) return found;
    return client.askOnce<IngestJobInfo>({ method: 'POST', path: INGEST, json });
  });
}

interface JobPage {
  records: IngestJobInfo[];
  done: boolean;
  nextRecordsUrl: string | null;
}

/** An open job of this user that nobody knows of: the one whose answer was lost. */
async function findOpenJob(
  client: OrgClient,
  wanted: NewIngestJob,
  isKnown: (id: string) => boolean
): Promise<IngestJobInfo | undefined> {
  const me = await client.ask<{ user_id: string }>({ method: 'GET', path: '/services/oauth2/userinfo' });
  let path: string | null = `${INGEST}?jobType=V2Ingest`;
  while (path !== null) {
    const page: JobPage = await client.ask<JobPage>({ method: 'GET', path });
    const found = page.records.find(
      ({ id, state, object, operation, externalIdFieldName, createdById }) =>
        state === 'Open' &&
        createdById.slice(0, 15) === me.user_id.slice(0, 15) &&
        object === wanted.object &&
        operation === wanted.operation &&
        externalIdFieldName === wanted.externalIdFieldName &&
        !isKnown(id)
    );
    if (found) return found;
    path = page.done ? null : page.nextRecordsUrl;
  }
  return undefined;
}

/**
 * Sends the whole file, from its start again after a broken connection, a 503 or a session that ended. Answers false
 * when the org, asked again, refuses because it has the data of an earlier try: nobody knows whether all of it.
 */
export async function uploadFile(client: OrgClient, id: string, file: string): Promise<boolean> {
  const { size } = await stat(file);
  const body = { open: () => createReadStream(file), length: size, type: 'text/csv; charset=UTF-8' };
  let hasFailed = false;
  try {
    await retrying(client.clock, client.retry, async (failedBefore) => {
      hasFailed = failedBefore > 0;
      await client.askOnce({ method: 'PUT', path: `${INGEST}/${id}/batches`, body });
    });
    return true;
  } catch (error) {
    if (hasFailed && error instanceof Refusal && error.status === 400) return false;
    throw error;
  }
}

/** Says that the upload is whole, or that it is not wanted. Asked again only while the job is still open. */
export async function closeJob(
  client: OrgClient,
  id: string,
  state: 'UploadComplete' | 'Aborted'
): Promise<IngestJobInfo> {
  return retrying(client.clock, client.retry, async (failedBefore) => {
    if (failedBefore > 0) {
      const job = await getIngestJob(client, id);
      if (job.state !== 'Open') return job;
    }
    return client.askOnce<IngestJobInfo>({ method: 'PATCH', path: `${INGEST}/${id}`, json: { state } });
  });
}

export function isOver({ state }: { state: JobStateName }): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/** Polls in a row that may fail, each after the usual tries. */
const POLLS_THAT_MAY_FAIL = 5;
const FIRST_POLL_MS = 250;
const LONGEST_POLL_MS = 10_000;

/** Asks how the job stands until it is over. That a question goes unanswered says nothing about the job. */
export async function waitUntilOver<Job extends { state: JobStateName }>(
  client: OrgClient,
  ask: () => Promise<Job>
): Promise<Job> {
  let failed = 0;
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(LONGEST_POLL_MS, pause * 1.5)) {
    try {
      const job = await ask();
      if (isOver(job)) return job;
      failed = 0;
    } catch (error) {
      failed += 1;
      if (!(error instanceof GaveUp) || failed > POLLS_THAT_MAY_FAIL) throw error;
    }
    await client.clock.wait(pause);
  }
}
