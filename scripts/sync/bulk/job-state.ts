import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A job that may be under way in the org. */
export interface KeptJob {
  id: string;
  /** What is being loaded, such as `save_day-0`. */
  name: string;
}

/**
 * Jobs that are not over yet, kept outside the process: a run that was killed finds its jobs again. Without a file
 * (a container that forgets) a killed run's jobs are simply not waited for.
 */
export interface JobState {
  jobs(): readonly KeptJob[];
  keep(job: KeptJob): Promise<void>;
  forget(id: string): Promise<void>;
}

/** Reads the file, which need not exist; one that is damaged counts as empty. */
export async function openJobState(file: string): Promise<JobState> {
  let jobs = await readJobs(file);
  async function write(next: KeptJob[]): Promise<void> {
    jobs = next;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, JSON.stringify(jobs));
    await rename(`${file}.part`, file);
  }
  return {
    jobs: () => jobs,
    keep: (job) => write([...jobs.filter(({ id }) => id !== job.id), job]),
    forget: (id) => write(jobs.filter((job) => job.id !== id))
  };
}

async function readJobs(file: string): Promise<KeptJob[]> {
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as unknown;
    return Array.isArray(value) ? (value as KeptJob[]) : [];
  } catch {
    return [];
  }
}
