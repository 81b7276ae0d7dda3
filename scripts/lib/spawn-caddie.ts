import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../caddie.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Spawned {
  /** Resolves with what the command has said once it matches; rejects when the command ends before. */
  saying(pattern: RegExp, stream?: 'stdout' | 'stderr'): Promise<string>;
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Finished>;
  finished: Promise<Finished>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left running; for a test file's `after`. */
export function killSpawned(): void {
  running.forEach((child) => child.kill('SIGKILL'));
}

/** Runs the command line as a process of its own from the repository's root, for tests. */
export function spawnCaddie(args: readonly string[], env: NodeJS.ProcessEnv = {}): Spawned {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: ROOT,
    env: { ...process.env, CADDIE_INSTANCE_URL: '', CADDIE_ACCESS_TOKEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text));
  }
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
  return {
    finished,
    saying: (pattern, stream = 'stdout') =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(said[stream])) {
            resolve(said[stream]);
          }
        };
        child[stream].on('data', look);
        child.once('close', () =>
          reject(new Error(`It ended without saying ${pattern}: ${said.stdout}${said.stderr}`))
        );
        look();
      }),
    stop(signal) {
      child.kill(signal);
      return finished;
    }
  };
}
