/**
 * How fast, beside a peer or a floor in the same run: `npm run bench`, or `npm run bench -- selection page`.
 * Ratios are what to compare: machines are shared and noisy.
 */
import { benchmarks } from './bench/benchmarks.ts';

const wanted = process.argv.slice(2);
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
    for (const line of await run()) {
      process.stdout.write(`${line}\n`);
    }
  }
}
