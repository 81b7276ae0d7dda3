import type { Org, Store, UserContext } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { COLUMN_DELIMITERS, LINE_ENDINGS } from '../../../lib/csv/dialect.ts';
import { quotedLine } from '../../../lib/csv/writer.ts';
import { already, invalidJobState } from '../errors.ts';
import { findJob } from '../jobs/find-job.ts';
import { isOver, type NewJob, type QueryJob } from '../jobs/job.ts';
import { createJobTable, prepareJobTables, type JobTable } from '../jobs/job-table.ts';
import { toLocator } from '../jobs/list-jobs.ts';
import { createRecordLines } from './record-lines.ts';
import { workOn } from './work.ts';

/** Records of one set of results when the client doesn't say how many it wants. */
const SET = 50_000;

/** One set of a job's results. */
export interface ResultSet {
  csv: Generator<string>;
  records: number;
  /** Where the next set begins, or null after the last one. */
  locator: string | null;
}

/** The query jobs of one org. What can't be done throws OrgError. */
export interface QueryJobs {
  readonly jobs: JobTable<QueryJob>;
  find(user: UserContext, id: string): QueryJob;
  /** Begins to work on a new job, and answers it as it is before. What fits in one slice has been read by then. */
  start(job: NewJob<QueryJob>): QueryJob;
  abort(user: UserContext, id: string): QueryJob;
  delete(user: UserContext, id: string): void;
  results(
    user: UserContext,
    id: string,
    page: { apiVersion: string; from: number; count: number | null }
  ): ResultSet;
}

const resumed = new WeakSet<Store>();

export function createQueryJobs(org: Org): QueryJobs {
  const { store } = org;
  prepareJobTables(store);
  const jobs = createJobTable<QueryJob>(org, 'query');
  const lines = createRecordLines(store);
  const work = { org, jobs, lines };

  function find(user: UserContext, id: string): QueryJob {
    jobs.purge();
    return findJob(jobs, user, id);
  }

  if (!resumed.has(store)) {
    resumed.add(store);
    for (const { id } of jobs.unfinished()) void workOn(work, id);
  }

  function* csv(job: QueryJob, from: number, to: number): Generator<string> {
    const ending = LINE_ENDINGS[job.lineEnding];
    yield quotedLine(job.header, COLUMN_DELIMITERS[job.columnDelimiter]) + ending;
    for (const some of lines.read(job.id, from, to)) yield some.map((line) => line + ending).join('');
  }

  return {
    jobs,
    find,

    start(job) {
      const created = jobs.create(job);
      void workOn(work, created.id);
      return created;
    },

    abort(user, id) {
      const job = find(user, id);
      if (isOver(job)) throw already('Aborting', job.state);
      const aborted: QueryJob = { ...job, state: 'Aborted', systemModstamp: org.now().toISOString() };
      jobs.save(aborted);
      return aborted;
    },

    delete(user, id) {
      const job = find(user, id);
      if (!isOver(job)) throw invalidJobState(`Deleting ${job.state} Job not allowed`);
      jobs.delete(job.id);
    },

    results(user, id, { apiVersion, from, count }) {
      const job = find(user, id);
      if (job.apiVersion !== apiVersion) {
        throw orgError(
          409,
          'INVALIDVERSION',
          `Job ${job.id} was created in version ${job.apiVersion}; its results are only there in that version`
        );
      }
      if (job.state !== 'JobComplete') {
        throw invalidJobState(`Job ${job.id} is ${job.state}; it has results only when it is complete`);
      }
      const to = Math.min(from + (count ?? SET), job.processed);
      return {
        csv: csv(job, from, to),
        records: Math.max(0, to - from),
        locator: to < job.processed ? toLocator(to) : null
      };
    }
  };
}
