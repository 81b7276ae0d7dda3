import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../caddie.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Spawned {
  /** Resolves with the first lines of stdout that match; rejects when the command ends before. */
  saying(pattern: RegExp): Promise<string>;
  stop(signal: 'SIGINT' | 'SIGTERM'): Promise<Finished>;
  finished: Promise<Finished>;
}

/** Runs the command line as a process of its own from the repository's root, for tests. */
export function spawnCaddie(args: readonly string[], env: NodeJS.ProcessEnv = {}): Spawned {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd: ROOT,
    env: { ...process.env, CADDIE_INSTANCE_URL: '', CADDIE_ACCESS_TOKEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    finished,
    saying: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(stdout)) {
            resolve(stdout);
          }
        };
        child.stdout.on('data', look);
        child.once('close', () =>
          reject(new Error(`It ended without saying ${pattern}: ${stdout}${stderr}`))
        );
        look();
      }),
    stop(signal) {
      child.kill(signal);
      return finished;
    }
  };
}
