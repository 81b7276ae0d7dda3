import { join } from 'node:path';
import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { countRecords } from './count-records.ts';
import { closeJob, createIngestJob, getIngestJob, isOver, uploadFile, waitUntilOver } from './ingest-job.ts';
import type { IngestJobInfo, NewIngestJob } from './ingest-job.ts';
import type { JobState } from './job-state.ts';

export interface LoadFileOptions extends NewIngestJob {
  client: OrgClient;
  state: JobState;
  /** What is being loaded, for the log and the names of results. */
  name: string;
  /** CSV in UTF-8 with LF, at most 100 MB. */
  file: string;
  /** How many records the file has, without its header. */
  rows: number;
  /** Folder for the results. */
  folder: string;
  /** Called with how many rows the org has processed, each time it says so. */
  onProcessed?: (rows: number) => void;
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
  const { id } = await startJob(options);
  const job = await waitUntilOver(client, async () => {
    const info = await getIngestJob(client, id);
    options.onProcessed?.(info.numberRecordsProcessed ?? 0);
    return info;
  });
  const loaded = await fetchResults(options, job);
  requireEveryRow(options, job, loaded);
  await state.forget(id);
  return loaded;
}

/**
 * Makes sure that a job of a killed run can no longer change anything behind our back: one that is still open is ended,
 * one under way is waited for. What it wrote then counts like anything else that the org has.
 */
export async function settleJob(client: OrgClient, state: JobState, id: string): Promise<void> {
  const job = await getIngestJob(client, id).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  });
  if (job?.state === 'Open') await closeJob(client, id, 'Aborted');
  else if (job && !isOver(job)) await waitUntilOver(client, () => getIngestJob(client, id));
  await state.forget(id);
}

/** Uploads that may leave it unknown what the org has, each in a job of its own. */
const JOBS_FOR_A_FILE = 3;

async function startJob(options: LoadFileOptions): Promise<IngestJobInfo> {
  const { client, state, name, object, operation, externalIdFieldName, file } = options;
  const wanted = { object, operation, ...(externalIdFieldName !== undefined && { externalIdFieldName }) };
  for (let jobs = 1; jobs <= JOBS_FOR_A_FILE; jobs += 1) {
    const job = await createIngestJob(client, wanted, (id) => state.jobs().some((kept) => kept.id === id));
    await state.keep({ id: job.id, name });
    if (await uploadFile(client, job.id, file)) return closeJob(client, job.id, 'UploadComplete');
    await settleJob(client, state, job.id);
  }
  throw new Failure('UPLOAD_FAILED', `The file ${name} could not be sent whole in ${JOBS_FOR_A_FILE} jobs.`, [
    'Look at the connection to the org, and run the same command again.'
  ]);
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
  const [successful, failed, unprocessed] = await Promise.all([
    fetchOne('successfulResults'),
    fetchOne('failedResults'),
    fetchOne('unprocessedrecords')
  ]);
  return { job: id, successful, failed, unprocessed };
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
