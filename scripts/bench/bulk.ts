/** How fast bulk jobs of the local org save records, beside the same rows into bare SQLite in the same run. */
import { parse } from 'csv-parse/sync';
import { createCsvReader } from '../lib/csv/reader.ts';
import { bareTable, COLUMNS, load, loadOrg, processorTime, row } from './bulk-load.ts';

const ROWS = 200_000;
/** Rows of one job. */
const FILE = 20_000;

export interface BulkTiming {
  name: string;
  /** Rows a second. */
  ours: number;
  other: number;
  /** What `other` is. */
  beside: string;
}

function readCsv(csv: string): number {
  const reader = createCsvReader({ columnDelimiter: 'COMMA', lineEnding: 'LF' });
  reader.push(csv);
  reader.end();
  let records = 0;
  while (reader.next()) records += 1;
  return records;
}

function seconds(work: () => number, expected: number): number {
  const started = processorTime();
  const found = work();
  if (found !== expected) throw new Error(`Read ${found} records instead of ${expected}`);
  return processorTime() - started;
}

function measureReading(rows: number): BulkTiming {
  const table = Array.from({ length: rows }, (_, index) => row(index, 0));
  const csv = [COLUMNS, ...table].map((cells) => cells.join(',')).join('\n');
  const ours = rows / seconds(() => readCsv(csv), rows + 1);
  const other = rows / seconds(() => parse(csv).length, rows + 1);
  return { name: 'reading the CSV', ours, other, beside: 'csv-parse' };
}

/** Throws when a row is missing anywhere. */
export async function measureBulk(rows: number): Promise<BulkTiming[]> {
  const org = loadOrg();
  const bare = bareTable(org);
  const timings = [measureReading(rows)];
  try {
    for (const [round, name] of ['upsert, all new', 'upsert, all there'].entries()) {
      const total = { ours: 0, other: 0 };
      // In turns, so that what else the machine does slows both.
      for (let from = 0; from < rows; from += FILE) {
        const table = Array.from({ length: Math.min(FILE, rows - from) }, (_, index) =>
          row(from + index, round)
        );
        const csv = [COLUMNS, ...table].map((cells) => cells.join(',')).join('\n');
        total.other += bare.upsert(table);
        total.ours += await load(org, csv, table.length);
      }
      timings.push({ name, ours: rows / total.ours, other: rows / total.other, beside: 'bare SQLite' });
    }
    const [{ count } = {}] = org.org.store.all('SELECT count(*) AS "count" FROM "Load__c"');
    if (count !== rows || bare.count() !== rows)
      throw new Error(`There are ${count} and ${bare.count()} rows`);
    return timings;
  } finally {
    bare.close();
    org.close();
  }
}

/** Lines to print. */
export async function benchBulk(): Promise<string[]> {
  const words = (rate: number): string =>
    `${Math.round(rate / 1000).toLocaleString('en-US')},000 rows a second`;
  return (await measureBulk(ROWS)).map(
    ({ name, ours, other, beside }) =>
      `${ROWS.toLocaleString('en-US')} rows, ${name.padEnd(18)} ${words(ours)}, ${(other / ours).toFixed(2)} times as long as ${beside}`
  );
}

if (import.meta.main) {
  for (const line of await benchBulk()) process.stdout.write(`${line}\n`);
}
