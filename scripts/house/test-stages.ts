/** What `npm test` runs, and how the tests of each stage are counted from what its runner prints. */
export interface Stage {
  name: string;
  /** What it is, for the person who waits for it. */
  says: string;
  command: [string, ...string[]];
  /** Undefined for a stage that has no tests of its own. */
  count(output: string): { passed: number; failed: number } | undefined;
}

const noTests = (): undefined => undefined;

/** Jest ends on `Tests:  1 failed, 2 skipped, 30 passed, 33 total`. */
export function countJest(output: string): { passed: number; failed: number } {
  const line = /^Tests:.*$/m.exec(output)?.[0] ?? '';
  return { passed: numberBefore(line, 'passed'), failed: numberBefore(line, 'failed') };
}

/** Node's runner ends on lines such as `ℹ pass 30` (spec) or `# pass 30` (tap). */
export function countNode(output: string): { passed: number; failed: number } {
  const numberAfter = (word: string): number =>
    Number(new RegExp(`^[ℹ#] ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return { passed: numberAfter('pass'), failed: numberAfter('fail') + numberAfter('cancelled') };
}

function numberBefore(line: string, word: string): number {
  return Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
}

const node = (...files: string[]): [string, ...string[]] => [
  process.execPath,
  '--test',
  '--test-reporter=spec',
  ...files
];

export const stages: readonly Stage[] = [
  { name: 'types', says: 'TypeScript, components', command: ['tsc', '-p', 'tsconfig.json'], count: noTests },
  {
    name: 'node-types',
    says: 'TypeScript, scripts and browser tests',
    command: ['tsc', '-p', 'scripts/tsconfig.json'],
    count: noTests
  },
  { name: 'lint', says: 'ESLint', command: ['eslint', '.'], count: noTests },
  {
    name: 'format',
    says: 'Prettier',
    command: ['prettier', '--check', '--log-level', 'warn', '.'],
    count: noTests
  },
  {
    name: 'components',
    says: 'component tests',
    command: ['sfdx-lwc-jest', '--', '--config', 'jest.config.js'],
    count: countJest
  },
  {
    name: 'scripts',
    says: 'script, local org and command line tests',
    command: node('scripts/**/*.test.ts'),
    count: countNode
  },
  {
    name: 'browser',
    says: 'browser tests',
    command: node('--test-concurrency=1', 'e2e/**/*.test.ts'),
    count: countNode
  }
];
