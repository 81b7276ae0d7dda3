import type { Org, Store, UserContext } from '../../contract.ts';
import { already, invalidJob, invalidJobState } from '../errors.ts';
import { findJob } from '../jobs/find-job.ts';
import { isOver, type IngestJob, type JobState } from '../jobs/job.ts';
import { createJobTable, prepareJobTables, type JobTable } from '../jobs/job-table.ts';
import { createJobText } from '../jobs/job-text.ts';
import { readResults, type ResultKind } from './results.ts';
import { storeUpload } from './upload.ts';
import { workOn } from './work.ts';

/** Data up to this many characters is worked on before the request that closes the job is answered. */
const SMALL = 1024 * 1024;

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/delete_job.htm */
const DELETABLE: readonly JobState[] = ['UploadComplete', 'JobComplete', 'Aborted', 'Failed'];

/** The ingest jobs of one org. What can't be done throws OrgError. */
export interface IngestJobs {
  readonly jobs: JobTable<IngestJob>;
  find(user: UserContext, id: string): IngestJob;
  /** Keeps the data of an open job; it can be sent only once. */
  upload(user: UserContext, id: string, body: ReadableStream<Uint8Array> | null): Promise<void>;
  /**
   * Says that all data is there. Small data has been worked on when the promise resolves, larger data is worked on in
   * the background. Answers the job as it was when the work began.
   */
  close(user: UserContext, id: string): Promise<IngestJob>;
  abort(user: UserContext, id: string): IngestJob;
  delete(user: UserContext, id: string): void;
  /** A CSV file, piece by piece. */
  results(user: UserContext, id: string, kind: ResultKind): Generator<string>;
}

/** Orgs whose interrupted jobs have been taken up again. */
const resumed = new WeakSet<Store>();

export function createIngestJobs(org: Org): IngestJobs {
  const { store } = org;
  prepareJobTables(store);
  const jobs = createJobTable<IngestJob>(org, 'ingest');
  const text = createJobText(store);

  function find(user: UserContext, id: string): IngestJob {
    jobs.purge();
    return findJob(jobs, user, id);
  }

  function change(job: IngestJob, changes: Partial<IngestJob>): IngestJob {
    const changed = { ...job, ...changes, systemModstamp: org.now().toISOString() };
    jobs.save(changed);
    return changed;
  }

  if (!resumed.has(store)) {
    resumed.add(store);
    for (const { id } of jobs.unfinished()) void workOn({ org, jobs, text }, id);
  }

  return {
    jobs,
    find,

    async upload(user, id, body) {
      const job = find(user, id);
      if (job.state !== 'Open') {
        throw invalidJobState(`Data can only be uploaded to an Open job; job ${job.id} is ${job.state}`);
      }
      if (job.upload) throw multipleContents(job);
      const upload = await storeUpload(text, job.id, body);
      // Much may have happened while the data came.
      const now = jobs.get(job.id);
      if (now?.state === 'Open' && !now.upload) {
        change(now, { upload });
        return;
      }
      text.remove(job.id, upload.kind);
      throw multipleContents(job);
    },

    async close(user, id) {
      const job = find(user, id);
      if (job.state !== 'Open') throw already('Closing', job.state);
      if (!job.upload) throw invalidJobState(`No data has been uploaded to job ${job.id}`);
      const closed = change(job, { state: 'UploadComplete' });
      const work = workOn({ org, jobs, text }, job.id);
      if (job.upload.characters <= SMALL) await work;
      return closed;
    },

    abort(user, id) {
      const job = find(user, id);
      if (isOver(job)) throw already('Aborting', job.state);
      return change(job, { state: 'Aborted' });
    },

    delete(user, id) {
      const job = find(user, id);
      if (!DELETABLE.includes(job.state)) {
        throw invalidJobState(`Deleting ${job.state} Job not allowed`);
      }
      jobs.delete(job.id);
    },

    results(user, id, kind) {
      const job = find(user, id);
      if (!isOver(job)) throw invalidJobState(`Job ${job.id} is ${job.state}; its results aren't there yet`);
      return readResults(text, job, kind);
    }
  };
}

/** https://salesforce.stackexchange.com/q/231917 */
function multipleContents({ id }: IngestJob): Error {
  return invalidJob(
    `Found multiple contents for job: <${id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`
  );
}
