import { inspect } from 'node:util';
import type { Org } from '../../contract.ts';
import { OrgError } from '../../errors.ts';
import { CsvProblem } from '../../../lib/csv/reader.ts';
import { isOver, type Job } from './job.ts';
import type { JobTable } from './job-table.ts';

/** Ends a job that can't go on. When the org itself has been closed meanwhile, the job stays as it is. */
export function failJob<Kind extends Job>(org: Org, jobs: JobTable<Kind>, id: string, error: unknown): void {
  if (isClosed(error)) return;
  const job = jobs.get(id);
  if (!job || isOver(job)) return;
  job.state = 'Failed';
  job.errorMessage = messageOf(error);
  job.systemModstamp = org.now().toISOString();
  jobs.save(job);
}

function messageOf(error: unknown): string {
  if (error instanceof CsvProblem) return error.message;
  if (error instanceof OrgError) return `${error.errors[0].errorCode} : ${error.errors[0].message}`;
  process.stderr.write(`${inspect(error)}\n`);
  return 'InternalServerError : The local org failed on this job; its log has the stack.';
}

function isClosed(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_INVALID_STATE';
}
