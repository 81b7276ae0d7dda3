import type { Progress } from '../../lib/progress.ts';
import type { JobState } from '../bulk/job-state.ts';
import type { OrgClient } from '../org/org-client.ts';
import { Stopped } from '../org/stopped.ts';
import type { Database } from '../usage/database.ts';
import type { Log } from './log.ts';

/** What every step of a run works with. */
export interface SyncContext {
  client: OrgClient;
  database: Database;
  /** Jobs that outlive the process. */
  state: JobState;
  /** For files, gone after the run. */
  folder: string;
  log: Log;
  progress: Progress;
  /** Aborted by SIGINT and SIGTERM. */
  stop: AbortSignal;
}

/** Does one step and says so. A stop that was asked for takes effect before it, never in the middle of its writing. */
export async function step<T>(
  { log, progress, stop }: SyncContext,
  name: string,
  work: () => Promise<T>
): Promise<T> {
  if (stop.aborted) throw new Stopped('STOPPED', `Stopped on request before this step: ${name}.`);
  progress.begin(name);
  log.line(name);
  try {
    return await work();
  } catch (error) {
    log.line(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
}
