import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Org, UserContext } from '../../contract.ts';
import { COLUMN_DELIMITERS } from '../../../lib/csv/dialect.ts';
import { quotedLine } from '../../../lib/csv/writer.ts';
import { failJob } from '../jobs/fail-job.ts';
import type { QueryJob } from '../jobs/job.ts';
import type { JobTable } from '../jobs/job-table.ts';
import { listIds } from '../../soql/id-list.ts';
import { planQuery, type QueryPlan } from './plan.ts';
import type { RecordLines } from './record-lines.ts';

/** Records that are read at once; between two such reads other requests get their turn. */
const SLICE = 2000;

export interface QueryWork {
  org: Org;
  jobs: JobTable<QueryJob>;
  lines: RecordLines;
}

export function planJob(
  org: Org,
  user: UserContext,
  { query, operation, apiVersion }: Pick<QueryJob, 'query' | 'operation' | 'apiVersion'>,
  now: Date
): QueryPlan {
  const includeDeleted = operation === 'queryAll';
  return planQuery({ soql: query, user, apiVersion, includeDeleted, now }, org);
}

/** Finds out which records a job is about; an interrupted job begins anew. Never throws. */
export async function workOn({ org, jobs, lines }: QueryWork, id: string): Promise<void> {
  try {
    const job = jobs.get(id);
    if (!job) return;
    lines.remove(id);
    jobs.save({ ...job, processed: 0 });
    const plan = planJob(org, org.user(job.userId), job, new Date(job.createdDate));
    const ids = listIds(org.store, plan.records.ids());
    for (let from = 0; ; from += SLICE) {
      const current = jobs.get(id);
      if (current?.state !== 'UploadComplete' && current?.state !== 'InProgress') return;
      const isLast = from + SLICE >= ids.count;
      readSlice({ org, jobs, lines }, current, plan, { ids: ids.slice(from, from + SLICE), isLast });
      if (isLast) return;
      await nextTurn();
    }
  } catch (error) {
    failJob(org, jobs, id, error);
  }
}

function readSlice(
  { org, jobs, lines }: QueryWork,
  job: QueryJob,
  plan: QueryPlan,
  { ids, isLast }: { ids: string; isLast: boolean }
): void {
  const started = org.now().getTime();
  const delimiter = COLUMN_DELIMITERS[job.columnDelimiter];
  const page = plan.records.page(ids);
  const rows = org.store.all(page.sql, page.params);
  org.store.transaction(() => {
    rows.forEach((row, index) =>
      lines.add(job.id, job.processed + index, quotedLine(plan.cells(row), delimiter))
    );
    const end = org.now();
    jobs.save({
      ...job,
      processed: job.processed + rows.length,
      state: isLast ? 'JobComplete' : 'InProgress',
      systemModstamp: end.toISOString(),
      activeTime: job.activeTime + end.getTime() - started
    });
  });
}
