/** One way of counting a file of batches, in a process of its own: `node contender.ts <way> <file> <folder>`. */
import { csvRecords } from '../../sync/bulk/csv-records.ts';
import { openDatabase } from '../../sync/usage/database.ts';
import { expand } from '../../sync/usage/expand.ts';
import { readBatch } from '../../sync/usage/read-events.ts';
import { rollUpDays, touchDays } from '../../sync/usage/roll-up.ts';
import { readBatches } from '../../sync/usage/testing/batch-file.ts';
import { dayIn } from '../../sync/usage/testing/reference.ts';
import { PEOPLE, personId, ZONE } from './make-batches.ts';

export interface Counted {
  /** Days of people, by piece. */
  days: number;
  events: number;
}

/** As the sync does it. */
async function caddie(file: string, folder: string): Promise<Counted> {
  const database = await openDatabase(folder);
  await database.run('tables');
  await database.execute(`INSERT INTO person SELECT unnest(CAST($1 AS VARCHAR[])), '${ZONE}', 'none'`, [
    JSON.stringify(Array.from({ length: PEOPLE }, (_none, index) => personId(index)))
  ]);
  await expand(database, [file], folder);
  await touchDays(database, { closedBefore: '2026-01-01T00:00:00Z' });
  await rollUpDays(database);
  const [counted] = await database.rows<{ days: number; events: number }>(
    'SELECT count(*) AS days, sum(events)::BIGINT AS events FROM usage_day'
  );
  await database.close();
  return counted!;
}

/** The same in plain JavaScript: a set of what was seen, and a map of counts. */
async function map(file: string): Promise<Counted> {
  const seen = new Set<string>();
  const days = new Map<string, Record<string, number>>();
  const dayOf = new Map<number, string>();
  let events = 0;
  for await (const batch of readBatches(file)) {
    const created = Date.parse(batch.createdDate);
    const off = created - Date.parse(batch.sentAt);
    for (const { id, at, type, guidance } of readBatch(batch).events) {
      const copy = `${batch.ownerId} ${id}`;
      if (seen.has(copy)) continue;
      seen.add(copy);
      const time = Math.min(created, Date.parse(at) + (Math.abs(off) > 60_000 ? off : 0));
      const quarter = Math.floor(time / 900_000);
      let day = dayOf.get(quarter);
      if (day === undefined) dayOf.set(quarter, (day = dayIn(ZONE, time)));
      const key = `${batch.ownerId}:${day}:${guidance}`;
      let counts = days.get(key);
      if (counts === undefined) days.set(key, (counts = {}));
      counts[type] = (counts[type] ?? 0) + 1;
      events += 1;
    }
  }
  return { days: days.size, events };
}

/** Only what nobody gets around in JavaScript: the lines of the file through `JSON.parse`. */
async function parse(file: string): Promise<Counted> {
  let events = -1;
  for await (const cells of csvRecords(file)) {
    if (events === -1) events = 0;
    else
      for (const line of (cells[9] ?? '').split('\n')) events += typeof JSON.parse(line) === 'object' ? 1 : 0;
  }
  return { days: 0, events };
}

const WAYS: Record<string, (file: string, folder: string) => Promise<Counted>> = { caddie, map, parse };
const [way = '', file = '', folder = ''] = process.argv.slice(2);
const started = performance.now();
const counted = await WAYS[way]!(file, folder);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    ...counted,
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: Math.round(maxRSS / 1000)
  })
);
