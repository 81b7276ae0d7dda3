import { conclude } from '../../lib/command-line.ts';
import type { Outcome } from '../../lib/command-line.ts';
import { EXIT_CODES, toFailure } from '../../lib/failure.ts';

/** What `caddie sync` ends with, beside the codes that every command has. */
export const SYNC_EXIT_CODES = { ...EXIT_CODES, locked: 3, stopped: 4, apiLimit: 5 } as const;

const BY_FAILURE: Readonly<Record<string, number>> = {
  LOCKED: SYNC_EXIT_CODES.locked,
  STOPPED: SYNC_EXIT_CODES.stopped,
  API_LIMIT: SYNC_EXIT_CODES.apiLimit
};

export const EXIT_CODES_HELP = `
Exit codes:
  0  done; also when batches were quarantined or rows left out or refused, which the summary counts
  1  failed; nothing is lost, the next run goes on
  2  wrong usage
  3  another run is at work
  4  stopped by SIGINT or SIGTERM; the next run goes on
  5  stopped before the org's daily API limit; the next run goes on`;

/** `conclude` with the exit codes of the sync. */
export async function concludeSync(json: boolean | undefined, work: () => Promise<Outcome>): Promise<void> {
  let code: number | undefined;
  await conclude(json, async () => {
    try {
      return await work();
    } catch (error) {
      code = BY_FAILURE[toFailure(error).code];
      throw error;
    }
  });
  if (code !== undefined) process.exitCode = code;
}

/** Aborted by the first SIGINT or SIGTERM; a second one ends at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(SYNC_EXIT_CODES.stopped);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
