import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SERVER = join(import.meta.dirname, 'served-folder.ts');

/** A process that serves the org of a folder, and that a test may kill. */
export interface ServedFolder {
  child: ChildProcess;
  /** Resolves once it answers requests; the token is a seller's. */
  ready(): Promise<{ url: string; token: string }>;
}

/** Starts it, and answers when it begins to open the folder. */
export async function serveFolder(dataDir: string): Promise<ServedFolder> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dataDir, 'compiled') };
  const child = spawn(process.execPath, [SERVER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, 'opening');
  return {
    child,
    ready: async () => JSON.parse(String((await lines.next()).value)) as { url: string; token: string }
  };
}
