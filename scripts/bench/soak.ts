/**
 * Many reps, many events, and everything that may go wrong, against a local org over HTTP:
 *
 *     node scripts/bench/soak.ts --reps 200 --events 1000000 --runs 20 --seed 1
 *
 * Ends with 1 when an event was lost or counted twice.
 */
import { parseArgs } from 'node:util';
import { runSoak } from './soak/run-soak.ts';

const { values } = parseArgs({
  options: {
    reps: { type: 'string', default: '200' },
    events: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' }
  }
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const started = performance.now();
const result = await runSoak({
  reps: Number(values.reps),
  events: Number(values.events),
  runs: Number(values.runs),
  seed: Number(values.seed),
  say
});
const number = (value: number): string => Math.round(value).toLocaleString('en-US');
say(
  `${number(result.accepted)} events taken by pages; ${number(result.arrived)} arrived, ` +
    `${number(result.dropped)} told as dropped, ${number(result.counted)} counted`
);
say(
  `${number(result.faults)} requests troubled, ${number(result.pagesKilled)} pages killed, ` +
    `${result.syncsKilled} runs of the sync killed, ${result.syncsFailed} given up; seed ${values.seed}`
);
say(`${number((performance.now() - started) / 1000)} s`);
for (const problem of result.problems) say(`WRONG: ${problem}`);
process.exitCode = result.problems.length === 0 ? 0 : 1;
