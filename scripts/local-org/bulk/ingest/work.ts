import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Org } from '../../contract.ts';
import { wrongLineEnding } from '../../../lib/csv/reader.ts';
import type { IngestJob } from '../jobs/job.ts';
import type { JobTable } from '../jobs/job-table.ts';
import type { JobText } from '../jobs/job-text.ts';
import { failJob } from '../jobs/fail-job.ts';
import { openData, type JobData } from './data.ts';
import { createResultLines } from './result-lines.ts';

/** Records that are saved in one transaction; between two of them other requests get their turn. */
const SLICE = 1000;

/** Records that an org takes as one, as to which of them are twins. https://salesforce.stackexchange.com/q/296121 */
const CHUNK = 200;

export interface IngestWork {
  org: Org;
  jobs: JobTable<IngestJob>;
  text: JobText;
}

/**
 * Works on a job until it is over, from where it stands. The records of a slice, their results and how far the job
 * has come are written as one, so that a job that was interrupted goes on where it was. Never throws.
 */
export async function workOn(work: IngestWork, id: string): Promise<void> {
  let data: JobData | null = null;
  try {
    for (;;) {
      const job = work.jobs.get(id);
      if (job?.state !== 'UploadComplete' && job?.state !== 'InProgress') return;
      data ??= openUpload(work.text, job);
      saveSlice(work, job, data);
      await nextTurn();
    }
  } catch (error) {
    failJob(work.org, work.jobs, id, error);
  }
}

function openUpload(text: JobText, job: IngestJob): JobData {
  if (job.upload?.lineEndings.some((found) => found !== job.lineEnding)) {
    throw wrongLineEnding(job.lineEnding);
  }
  const data = openData(text, job);
  data.seek(job.position);
  return data;
}

/** Saves the next records; when there are none, the job is complete. */
function saveSlice({ org, jobs, text }: IngestWork, job: IngestJob, data: JobData): void {
  const started = org.now().getTime();
  const rows = data.take(SLICE);
  org.store.transaction(() => {
    const lines = createResultLines(job);
    if (data.header.length > 0) {
      const { operation, object, externalIdFieldName } = job;
      const saver = org.records.bulk(org.user(job.userId), {
        operation,
        object,
        columns: data.header,
        ...(externalIdFieldName !== null && { externalIdField: externalIdFieldName })
      });
      for (let from = 0; from < rows.length; from += CHUNK) {
        const chunk = rows.slice(from, from + CHUNK);
        lines.add(chunk, saver.save(chunk));
      }
    }
    text.append(job.id, 'successes', lines.successes());
    text.append(job.id, 'failures', lines.failures());
    job.processed += rows.length;
    job.failed += lines.failed();
    job.position = data.position();
    job.state = rows.length === 0 ? 'JobComplete' : 'InProgress';
    job.systemModstamp = org.now().toISOString();
    job.activeTime += org.now().getTime() - started;
    jobs.save(job);
  });
}
