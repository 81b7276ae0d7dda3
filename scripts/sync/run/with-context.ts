import { makeProgress, silentProgress } from '../../lib/progress.ts';
import { openSession } from '../../lib/session.ts';
import { systemClock } from '../org/clock.ts';
import { stopSignal } from './exit-codes.ts';
import type { SyncCommand } from './lock.ts';
import { openContext } from './open-context.ts';
import type { OpenedContext } from './open-context.ts';

/** Options that all commands of the sync share. */
export interface SyncCommandOptions {
  targetOrg?: string;
  instanceUrl?: string;
  stateDir: string;
  apiReserve: number;
  json?: boolean;
  verbose?: boolean;
}

/** Opens what a command works with, does the work, and closes it. */
export async function withContext<T>(
  command: SyncCommand,
  options: SyncCommandOptions,
  work: (context: OpenedContext) => Promise<T>
): Promise<T> {
  const stop = stopSignal();
  const context = await openContext({
    command,
    session: await openSession(options),
    clock: systemClock(stop),
    stop,
    progress: options.json || options.verbose ? silentProgress : makeProgress(),
    stateDir: options.stateDir,
    apiReserve: options.apiReserve,
    ...(options.verbose && { verbose: (text: string) => void process.stderr.write(`${text}\n`) })
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
