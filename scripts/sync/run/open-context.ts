import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '../../lib/progress.ts';
import type { Session } from '../../lib/session.ts';
import { openJobState } from '../bulk/job-state.ts';
import { createApiBudget } from '../org/api-budget.ts';
import type { Clock } from '../org/clock.ts';
import { createOrgClient } from '../org/org-client.ts';
import { databaseOnDemand } from '../usage/database.ts';
import type { SyncContext } from './context.ts';
import type { SyncCommand } from './lock.ts';
import { fileLog } from './log.ts';

export interface ContextOptions {
  /** Each command keeps its own jobs, so that none ends those of another. */
  command: SyncCommand;
  session: Session;
  clock: Clock;
  stop: AbortSignal;
  progress: Progress;
  /** Folder for the state and the log; each org has its own below it. */
  stateDir: string;
  /** API requests that are left to others. */
  apiReserve: number;
  /** Where the lines of the log go besides the file. */
  verbose?: (text: string) => void;
}

export interface OpenedContext extends SyncContext {
  logFile: string;
  close(): Promise<void>;
}

/** Everything that a run works with; `close` leaves only the state and the log behind. */
export async function openContext(options: ContextOptions): Promise<OpenedContext> {
  const { command, session, clock, stop, progress, apiReserve, verbose } = options;
  const home = join(options.stateDir, new URL(session.instanceUrl).host.replaceAll(':', '-'));
  const logFile = join(home, 'sync.log');
  const folder = await mkdtemp(join(tmpdir(), 'caddie-sync-'));
  const database = databaseOnDemand(folder);
  const client = createOrgClient({ session, clock, budget: createApiBudget(apiReserve) });
  return {
    client,
    database,
    folder,
    progress,
    stop,
    logFile,
    state: await openJobState(join(home, `jobs-${command}.json`)),
    log: fileLog(logFile, () => clock.now(), verbose),
    async close() {
      progress.end();
      await database.close();
      await client.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}
