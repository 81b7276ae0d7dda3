import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { countRecords } from './csv-records.ts';
import { closeJob, createIngestJob, getIngestJob, isOver, uploadFile, waitUntilOver } from './ingest-job.ts';
import type { IngestJobInfo, NewIngestJob } from './ingest-job.ts';
import type { JobState } from './job-state.ts';

export interface LoadFileOptions extends NewIngestJob {
  client: OrgClient;
  state: JobState;
  /** What is being loaded; a job of this name is taken up again for the same rows. */
  name: string;
  /** CSV in UTF-8 with LF, at most 100 MB. */
  file: string;
  /** How many records the file has, without its header. */
  rows: number;
  /** Folder for the results. */
  folder: string;
}

/** Files with what became of each row, and how many each has. */
export interface LoadedFile {
  job: string;
  successful: ResultFile;
  failed: ResultFile;
  unprocessed: ResultFile;
}

export interface ResultFile {
  file: string;
  rows: number;
}

/**
 * Loads a CSV file by Bulk API 2.0 and fetches what became of each row. Throws `ROWS_LOST` when the org's counts and
 * results do not account for every row that was sent.
 */
export async function loadFile(options: LoadFileOptions): Promise<LoadedFile> {
  const { client, state } = options;
  const fingerprint = await hashOf(options.file);
  const running = await takeUp(options, fingerprint);
  const { id } = running ?? (await startJob(options, fingerprint));
  const job = await waitUntilOver(client, () => getIngestJob(client, id));
  const loaded = await fetchResults(options, job);
  requireEveryRow(options, job, loaded);
  await state.forget(id);
  return loaded;
}

/** The job that an earlier run began for these very rows, if it can still succeed. */
async function takeUp(options: LoadFileOptions, fingerprint: string): Promise<IngestJobInfo | undefined> {
  const { client, state, name } = options;
  for (const kept of state.jobs().filter((one) => one.name === name)) {
    const job = await settleJob(client, state, kept.id, kept.fingerprint === fingerprint);
    if (job) return job;
  }
  return undefined;
}

/**
 * Makes sure that a job left behind can no longer change anything behind our back: one that is still open is ended,
 * one under way is waited for, unless it is wanted. Answers the wanted job.
 */
export async function settleJob(
  client: OrgClient,
  state: JobState,
  id: string,
  isWanted = false
): Promise<IngestJobInfo | undefined> {
  const job = await getIngestJob(client, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  });
  if (isWanted && job && job.state !== 'Open' && job.state !== 'Aborted') return job;
  if (job?.state === 'Open') await closeJob(client, id, 'Aborted');
  else if (job && !isOver(job)) await waitUntilOver(client, () => getIngestJob(client, id));
  await state.forget(id);
  return undefined;
}

async function startJob(options: LoadFileOptions, fingerprint: string): Promise<IngestJobInfo> {
  const { client, state, name, object, operation, externalIdFieldName, file } = options;
  const wanted = { object, operation, ...(externalIdFieldName !== undefined && { externalIdFieldName }) };
  const given = new Set<string>();
  for (;;) {
    const isKnown = (id: string): boolean => given.has(id) || state.jobs().some((job) => job.id === id);
    const job = await createIngestJob(client, wanted, isKnown);
    given.add(job.id);
    await state.keep({ id: job.id, name, fingerprint });
    if (await uploadFile(client, job.id, file)) return closeJob(client, job.id, 'UploadComplete');
    await closeJob(client, job.id, 'Aborted');
    await state.forget(job.id);
  }
}

async function fetchResults(
  { client, folder, name }: LoadFileOptions,
  { id }: IngestJobInfo
): Promise<LoadedFile> {
  const fetchOne = async (resource: string): Promise<ResultFile> => {
    const file = join(folder, `${name}-${id}-${resource}.csv`);
    await client.download(
      { method: 'GET', path: `jobs/ingest/${id}/${resource}/`, accept: 'text/csv' },
      file
    );
    return { file, rows: await countRecords(file) };
  };
  return {
    job: id,
    successful: await fetchOne('successfulResults'),
    failed: await fetchOne('failedResults'),
    unprocessed: await fetchOne('unprocessedrecords')
  };
}

/** `sent = processed + unprocessed` and `sent = successful + failed + unprocessed`, or rows were lost on the way. */
function requireEveryRow(
  { rows, name }: LoadFileOptions,
  job: IngestJobInfo,
  { successful, failed, unprocessed }: LoadedFile
): void {
  const processed = job.numberRecordsProcessed ?? 0;
  const accounted = successful.rows + failed.rows + unprocessed.rows;
  if (processed + unprocessed.rows === rows && accounted === rows) return;
  const reason = job.errorMessage === undefined ? '' : ` The org says: ${job.errorMessage}`;
  throw new Failure(
    'ROWS_LOST',
    `Job ${job.id} (${name}) was sent ${rows} rows and ended as ${job.state} with ${processed} processed: ` +
      `${successful.rows} successful, ${failed.rows} failed, ${unprocessed.rows} unprocessed.${reason}`,
    [
      'Nothing was marked as done. Run the same command again; the job is listed in Setup, Bulk Data Load Jobs.'
    ]
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
