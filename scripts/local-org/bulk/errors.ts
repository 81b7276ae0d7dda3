import { orgError, type OrgError } from '../errors.ts';
import type { JobState } from './jobs/job.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/bulk_api_2_0_errors.htm */
export function invalidJob(message: string): OrgError {
  return orgError(400, 'INVALIDJOB', message);
}

export function invalidJobState(message: string): OrgError {
  return orgError(400, 'INVALIDJOBSTATE', message);
}

export function clientInputError(message: string): OrgError {
  return orgError(400, 'CLIENTINPUTERROR', message);
}

export function invalidUser(id: string): OrgError {
  return orgError(400, 'INVALIDUSER', `The job ${id} was created by another user`);
}

/** How orgs call what a job is already. */
const ALREADY: Readonly<Record<JobState, string>> = {
  Open: 'Open',
  UploadComplete: 'Closed',
  InProgress: 'Closed',
  JobComplete: 'Completed',
  Aborted: 'Aborted',
  Failed: 'Failed'
};

/** A change that comes too late: `Aborting already Completed Job not allowed`. */
export function already(doing: 'Aborting' | 'Closing', state: JobState): OrgError {
  return invalidJobState(`${doing} already ${ALREADY[state]} Job not allowed`);
}
