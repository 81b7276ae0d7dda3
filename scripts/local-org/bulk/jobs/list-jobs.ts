import type { UserContext } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { managesJobs } from './find-job.ts';
import type { Job } from './job.ts';
import type { JobTable } from './job-table.ts';

const PAGE = 1000;

/** A place among jobs or records, as clients carry it around: the number in Base64, as orgs write it. */
export function toLocator(place: number): string {
  return Buffer.from(String(place)).toString('base64url');
}

/** Throws INVALID_QUERY_LOCATOR. */
export function fromLocator(locator: string): number {
  const text = Buffer.from(locator, 'base64url').toString();
  if (!/^\d{1,15}$/.test(text)) throw orgError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return Number(text);
}

export interface JobPage<Info> {
  done: boolean;
  records: Info[];
  nextRecordsUrl: string | null;
}

/**
 * A page of jobs, newest first.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/get_all_jobs.htm
 */
export function listJobs<Kind extends Job, Info>(
  jobs: JobTable<Kind>,
  user: UserContext,
  { locator, path, info }: { locator: string | undefined; path: string; info: (job: Kind) => Info }
): JobPage<Info> {
  const offset = locator === undefined ? 0 : fromLocator(locator);
  const found = jobs.list({ userId: managesJobs(user) ? null : user.userId, offset, limit: PAGE + 1 });
  const done = found.length <= PAGE;
  return {
    done,
    records: found.slice(0, PAGE).map(info),
    nextRecordsUrl: done ? null : `${path}?queryLocator=${toLocator(offset + PAGE)}`
  };
}
