/** How fast events are counted by day, beside plain JavaScript with a map and beside the bare parse of the same file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runContender } from './run-contender.ts';
import { performanceText } from './run-contender.ts';
import type { Performance } from './run-contender.ts';
import type { Counted } from './usage/contender.ts';
import { writeBatchFile } from './usage/make-batches.ts';

const CONTENDER = new URL('usage/contender.ts', import.meta.url);

export type UsageTimings = Record<'caddie' | 'map' | 'parse', Counted & Performance>;

/** Throws when they do not count the same. */
export async function measureUsage(events: number): Promise<UsageTimings> {
  const folder = await mkdtemp(join(tmpdir(), 'caddie-bench-'));
  try {
    const file = join(folder, 'batches.csv');
    await writeBatchFile(file, events);
    const of = (way: string): Promise<Counted & Performance> => runContender(CONTENDER, [way, file, folder]);
    const timings = { parse: await of('parse'), caddie: await of('caddie'), map: await of('map') };
    const { caddie, map, parse } = timings;
    if (
      caddie.events !== events ||
      map.events !== events ||
      parse.events !== events ||
      caddie.days !== map.days
    ) {
      throw new Error(`They do not count the same: ${JSON.stringify(timings)}`);
    }
    return timings;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Lines to print. */
export async function benchUsage(events: number): Promise<string[]> {
  const { caddie, map, parse } = await measureUsage(events);
  const times = (other: Performance): string => (other.seconds / caddie.seconds).toFixed(1);
  return [
    `${events.toLocaleString('en-US')} events to ${caddie.days.toLocaleString('en-US')} days of people, by piece`,
    `  Caddie                    ${performanceText(caddie)}`,
    `  JavaScript with a map     ${performanceText(map)}, ${times(map)} times as long`,
    `  bare JSON.parse, no count ${performanceText(parse)}, ${times(parse)} times as long`
  ];
}
