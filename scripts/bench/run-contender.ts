import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Performance {
  seconds: number;
  /** Of all threads. */
  processorSeconds: number;
  /** The most that was in memory at once. */
  megabytes: number;
}

/** Runs a script in a process of its own, so that its memory is its own; it prints its result as JSON. */
export async function runContender<Result>(
  script: URL,
  args: readonly string[]
): Promise<Result & Performance> {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=12000', script.pathname, ...args]);
  return JSON.parse(stdout) as Result & Performance;
}

export function performanceText({ seconds, processorSeconds, megabytes }: Performance): string {
  return `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processors), ${megabytes.toLocaleString('en-US')} MB`;
}
