import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export type Outcome = 'passed' | 'failed' | 'pending';

/** One test of the suite as Jest tells of it. */
export interface SuiteTest {
  /** Such as `query.test.ts`. */
  file: string;
  name: string;
  outcome: Outcome;
  /** What went wrong, without colours; empty unless it failed. */
  message: string;
}

export interface SuiteOptions {
  checkout: string;
  /** Names of test files; all of them when there are none. */
  files: readonly string[];
  /** What the suite's configuration reads. */
  environment: Readonly<Record<string, string>>;
  /** Only tell which tests there are. */
  listOnly?: boolean;
}

interface JestReport {
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Matches no test, so that Jest lists all of them as pending. */
const NO_TEST = '(?!)';
const OUR_JSFORCE = dirname(createRequire(import.meta.url).resolve('jsforce/package.json'));

/**
 * Runs the tests with the checkout's own Jest. `jsforce` means the package that this project depends on, so that the
 * client under test is the one in use and nothing of the checkout has to be built.
 */
export async function runSuite({
  checkout,
  files,
  environment,
  listOnly
}: SuiteOptions): Promise<SuiteTest[]> {
  const jest = join(checkout, 'node_modules/jest/bin/jest.js');
  if (!existsSync(jest)) {
    throw new Error(`${checkout} has no Jest of its own: install its dependencies first, as its README says`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'local-org-jsforce-'));
  const report = join(folder, 'report.json');
  const args = [
    ...['--rootDir', checkout, '--config', JSON.stringify(configuration(checkout))],
    ...['--json', '--outputFile', report, '--runInBand', '--forceExit'],
    ...(listOnly ? ['--testNamePattern', NO_TEST] : []),
    ...files.map((file) => `/test/${file.replaceAll('.', '\\.')}$`)
  ];
  try {
    const output = await run(process.execPath, [jest, ...args], checkout, environment);
    if (!existsSync(report)) throw new Error(`Jest wrote no report:\n${output}`);
    return testsOf(JSON.parse(readFileSync(report, 'utf8')) as JestReport);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configuration(checkout: string): object {
  return {
    rootDir: checkout,
    testMatch: ['<rootDir>/test/*.test.ts'],
    setupFilesAfterEnv: ['<rootDir>/jest.setup.js'],
    moduleNameMapper: { '^jsforce$': OUR_JSFORCE, '^jsforce/(.+)$': `${OUR_JSFORCE}/$1` }
  };
}

function testsOf(report: JestReport): SuiteTest[] {
  return report.testResults.flatMap(({ name, message, assertionResults }): SuiteTest[] => {
    const file = basename(name);
    // A file that can't even be loaded has no tests to tell of.
    if (assertionResults.length === 0) {
      return [{ file, name: '(the file itself)', outcome: 'failed', message: plain(message) }];
    }
    return assertionResults.map(({ fullName, status, failureMessages }) => ({
      file,
      name: fullName,
      outcome: status === 'passed' || status === 'failed' ? status : 'pending',
      message: plain(failureMessages.join('\n'))
    }));
  });
}

function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- that is what a colour is
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>
): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...environment, CI: '', FORCE_COLOR: '0' },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}
