import type { UserContext } from '../../contract.ts';
import { notFound } from '../../errors.ts';
import { normalizeId } from '../../ids.ts';
import { invalidJob, invalidUser } from '../errors.ts';
import type { Job } from './job.ts';
import type { JobTable } from './job-table.ts';

/** Data integrations are managed by those who may change all data. */
export function managesJobs({ systemPermissions }: UserContext): boolean {
  return systemPermissions.has('ModifyAllData');
}

/** The job of this id, one's own unless one manages those of others. Throws INVALIDJOB, NOT_FOUND or INVALIDUSER. */
export function findJob<Kind extends Job>(jobs: JobTable<Kind>, user: UserContext, text: string): Kind {
  const id = normalizeId(text);
  if (id === null) throw invalidJob(`Invalid job id: ${text}`);
  const job = jobs.get(id);
  if (!job) throw notFound();
  if (job.userId !== user.userId && !managesJobs(user)) throw invalidUser(id);
  return job;
}
