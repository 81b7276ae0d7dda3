/** What a night's run costs the org: API requests, storage and time for so many waiting events, on a local org. */
import { withSyncOrg } from '../sync/testing/sync-org.ts';
import { makeBatches } from './usage/make-batches.ts';

/** Salesforce counts about 2 KB for a record, whatever it holds. */
const KILOBYTES_A_RECORD = 2;
const PEOPLE = ['rep', 'rep2', 'manager', 'author', 'extra1', 'extra2', 'extra3', 'extra4'];

export interface WholeRun {
  events: number;
  batches: number;
  days: number;
  weeks: number;
  /** API requests of the run. */
  calls: number;
  /** Of the run alone. */
  seconds: number;
}

/** Throws when an event is not counted. */
export async function measureWholeRun(events: number): Promise<WholeRun> {
  let measured: WholeRun | undefined;
  await withSyncOrg(async ({ send, sync, rows }) => {
    let batches = 0;
    for (const { events: lines } of makeBatches(events, Date.parse('2026-11-04T08:00:00Z'))) {
      send(PEOPLE[batches % PEOPLE.length]!, { events: lines.split('\n') });
      batches += 1;
    }
    const started = performance.now();
    const { equation, days, weeks, api } = await sync();
    const seconds = (performance.now() - started) / 1000;
    if (equation.counted !== events) throw new Error(`Not all are counted: ${equation.text}`);
    const [[stored]] = rows('SELECT count(*) FROM "Usage_Batch__c"') as [[number]];
    measured = { events, batches: stored, days: days.saved, weeks: weeks.saved, calls: api.calls, seconds };
  });
  return measured!;
}

/** Lines to print. */
export async function benchWholeRun(events: number): Promise<string[]> {
  const { batches, days, weeks, calls, seconds } = await measureWholeRun(events);
  const number = (value: number): string => value.toLocaleString('en-US');
  const megabytes = (records: number): string =>
    `${number(Math.round((records * KILOBYTES_A_RECORD) / 1000))} MB`;
  return [
    `${number(events)} waiting events in ${number(batches)} batches`,
    `  one run                 ${calls} API requests, ${seconds.toFixed(1)} s; ${number(days)} days and ${number(weeks)} weeks written`,
    `  storage                 ${megabytes(batches)} of batches, ${megabytes(days + weeks)} of days and weeks`,
    `  with a record an event  ${megabytes(events)}, ${(events / (batches + days + weeks)).toFixed(1)} times as much`
  ];
}
