import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SfResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** What `--json` prints, as far as it is the same for every command. */
export interface SfJson<Result> {
  status: number;
  result: Result;
  name?: string;
  message?: string;
}

/** The Salesforce CLI of this project with a home folder of its own, so that no user's log-ins are seen or touched. */
export interface Sf {
  /** Runs `sf <args>` in a folder, with these environment variables beside its own. */
  run(
    cwd: string,
    args: readonly string[],
    environment?: Readonly<Record<string, string>>
  ): Promise<SfResult>;
  /** Runs `sf <args> --json` and reads what it prints. */
  json<Result>(cwd: string, args: readonly string[]): Promise<SfJson<Result>>;
  close(): void;
}

/** Run with this process's own Node: the `sf` beside it would take whichever the machine has. */
const PROGRAM = fileURLToPath(new URL('../../../node_modules/@salesforce/cli/bin/run.js', import.meta.url));
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/sf', import.meta.url));
const LONGEST_RUN_MS = 60_000;
const MOST_OUTPUT_BYTES = 32 * 1024 * 1024;

/** `accessToken` is what `sf org login access-token` reads from its environment. */
export function createSf(accessToken: string): Sf {
  const home = mkdtempSync(join(tmpdir(), 'local-org-sf-'));
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    USERPROFILE: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    // Reading its thousand modules is most of what a call costs.
    NODE_COMPILE_CACHE: COMPILED,
    // Plain output, whatever runs the tests.
    CI: 'true',
    NO_COLOR: '1',
    SF_USE_PROGRESS_BAR: 'false',
    // Nothing leaves the machine, and secrets stay in the home above.
    SF_ACCESS_TOKEN: accessToken,
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_DISABLE_LOG_FILE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
  };

  const run: Sf['run'] = (cwd, args, environment) => {
    const options = {
      cwd,
      env: { ...env, ...environment },
      timeout: LONGEST_RUN_MS,
      maxBuffer: MOST_OUTPUT_BYTES
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [PROGRAM, ...args], options, (error, stdout, stderr) => {
        const exitCode = error ? Number(error.code ?? 1) : 0;
        resolve({ exitCode, stdout, stderr });
      });
    });
  };

  return {
    run,
    async json<Result>(cwd: string, args: readonly string[]) {
      const { stdout, stderr } = await run(cwd, [...args, '--json']);
      if (!stdout.trimStart().startsWith('{'))
        throw new Error(`sf ${args.join(' ')} printed no JSON: ${stderr}`);
      return JSON.parse(stdout) as SfJson<Result>;
    },
    close: () => rmSync(home, { recursive: true, force: true })
  };
}
