import { portFailure } from '../lib/local-org.ts';
import { startPreview } from '../preview/server.ts';
import type { RunningPreview, StartOptions } from '../preview/server.ts';

/** Starts the preview. Throws `PORT_IN_USE`. */
export async function servePreview(options: StartOptions): Promise<RunningPreview> {
  const before = process.listeners('SIGTERM');
  const running = await startPreview(options).catch((error: unknown) => {
    throw portFailure(error, options.port);
  });
  // Vite would end the process itself at SIGTERM, before the org has been closed, and with an exit code of its own.
  for (const listener of process.listeners('SIGTERM')) {
    if (!before.includes(listener)) {
      process.off('SIGTERM', listener);
    }
  }
  return running;
}
