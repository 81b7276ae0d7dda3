/**
 * The whole test command: types, lint, formatting, component tests, script tests and browser tests, in this order of
 * cost. Every stage runs even when an earlier one failed, and the last line counts them all: `N passed, N failed`.
 *
 *     npm test                     all of it
 *     npm test -- scripts browser  some stages
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { stages, type Stage } from './house/test-stages.ts';

/** Hundreds of test processes load the same packages; this way each of these is compiled once. */
const COMPILE_CACHE = resolve('node_modules/.cache/node-compile');

interface Outcome {
  stage: Stage;
  passed: number;
  failed: number;
  seconds: number;
}

/** Runs a stage, shows what it prints, and counts its tests; a check without tests counts as one. */
async function run(stage: Stage): Promise<Outcome> {
  const started = performance.now();
  process.stdout.write(`\n── ${stage.name}: ${stage.says}\n`);
  const child = spawn(stage.command[0], stage.command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env, FORCE_COLOR: '0' }
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      process.stdout.write(chunk);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const counted = stage.count(output);
  const passed = counted?.passed ?? (code === 0 ? 1 : 0);
  const failed = Math.max(counted?.failed ?? 0, code === 0 ? 0 : 1);
  return { stage, passed, failed, seconds: (performance.now() - started) / 1000 };
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !stages.some((stage) => stage.name === name));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no stage "${unknown}". Stages: ${stages.map(({ name }) => name).join(', ')}\n`
  );
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  outcomes.push(await run(stage));
}

process.stdout.write('\n');
for (const { stage, passed, failed, seconds } of outcomes) {
  const verdict = failed === 0 ? 'ok    ' : 'FAILED';
  process.stdout.write(
    `${verdict} ${stage.name.padEnd(10)} ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)\n`
  );
}
const sum = (key: 'passed' | 'failed'): number =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
