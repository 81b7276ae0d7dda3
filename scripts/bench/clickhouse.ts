/**
 * Whether ClickHouse counts as DuckDB does, by the same `roll-up.sql`: at once, and with the people split over parts that
 * know nothing of each other, as the machines of a cluster would.
 *
 *     node scripts/bench/clickhouse.ts --chdb FOLDER/node_modules --events 200000 --seed 1
 *
 * ClickHouse's engine is not among the dependencies, for its half gigabyte: `npm install --prefix FOLDER chdb@3.4.0`
 * puts it elsewhere. `--keep FOLDER` leaves the Parquet files there, for a cluster of your own. Ends with 1 when a day
 * differs.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { differences } from './clickhouse/days.ts';
import { loadClickHouse } from './clickhouse/engine.ts';
import { placeSample } from './clickhouse/placed-sample.ts';

const PARTS = 4;
const DIFFERENCES_SHOWN = 10;
const ROLL_UP = new URL('../sync/usage/sql/roll-up.sql', import.meta.url);

const { values } = parseArgs({
  options: {
    chdb: { type: 'string' },
    events: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' }
  }
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const number = (value: number): string => value.toLocaleString('en-US');

const clickHouse = loadClickHouse(values.chdb ?? 'node_modules');
const rollUp = await readFile(ROLL_UP, 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'caddie-clickhouse-'));
try {
  const sample = await placeSample(Number(values.events), Number(values.seed), folder);
  if (sample.days.length === 0)
    throw new Error(`Nothing is counted of --events ${values.events}; ask for more`);
  say(`${sample.equation}; seed ${values.seed}`);
  for (const parts of [1, PARTS]) {
    const into = join(values.keep === undefined ? folder : resolve(values.keep), `${parts}`);
    const counted = (await sample.writeParts(into, parts)).map((part) => clickHouse.rollUp(rollUp, part));
    const found = differences(sample.days, counted.flat());
    const sizes = counted.map((days) => number(days.length)).join(' + ');
    const how = `ClickHouse ${clickHouse.version}, ${parts === 1 ? 'at once' : `in ${parts} parts of ${sizes}`}`;
    if (found.length === 0) say(`${how}: ${number(sample.days.length)} rows, the same`);
    else {
      say(`${how}: ${number(found.length)} of ${number(sample.days.length)} rows differ`);
      for (const line of found.slice(0, DIFFERENCES_SHOWN)) say(`  ${line}`);
      process.exitCode = 1;
    }
  }
  await sample.close();
} finally {
  await rm(folder, { recursive: true });
}
