/**
 * How fast, beside a peer or a floor in the same run: `npm run bench`, or `npm run bench -- selection page`.
 * Ratios are what to compare: machines are shared and noisy. `--events` and `--rows` say of how many, where it matters:
 * `npm run bench -- usage --events 5000000`.
 */
import { parseArgs } from 'node:util';
import { benchmarks } from './bench/benchmarks.ts';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { events: { type: 'string', default: '1000000' }, rows: { type: 'string', default: '200000' } }
});
const sizes = { events: Number(values.events), rows: Number(values.rows) };
const unknown = wanted.find((name) => !(name in benchmarks));
if (unknown !== undefined) {
  process.stderr.write(
    `There is no benchmark "${unknown}". Benchmarks: ${Object.keys(benchmarks).join(', ')}\n`
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (wanted.length === 0 || wanted.includes(name)) {
    process.stdout.write(`\n── ${name}\n`);
    for (const line of await run(sizes)) {
      process.stdout.write(`${line}\n`);
    }
  }
}
