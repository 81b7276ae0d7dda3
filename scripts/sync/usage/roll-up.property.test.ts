import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { EVENT_TYPES } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { Database } from './database.ts';
import { expand } from './expand.ts';
import type { RawBatch } from './raw-batch.ts';
import { equationOf, rollUpDays, touchDays } from './roll-up.ts';
import { writeBatches } from './testing/batch-file.ts';
import { referenceDays } from './testing/reference.ts';
import { withDatabase } from './testing/temporary-database.ts';

const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago'
];
const PEOPLE = ZONES.map((zone, index) => [`00500000000000${index}AAA`, zone] as const);
/** Both ends of daylight-saving time in 2026 lie around here, for somebody. */
const STARTS = [
  '2026-03-07T00:00:00Z',
  '2026-03-28T00:00:00Z',
  '2026-10-24T00:00:00Z',
  '2026-10-31T00:00:00Z'
];
const HOUR = 3_600_000;

/** What a device sends: events of the last days, by a clock that may be off, arriving in one of a few runs. */
const sending = fc.record({
  person: fc.nat({ max: PEOPLE.length - 1 }),
  run: fc.nat({ max: 2 }),
  arrivesAfter: fc.integer({ min: 0, max: 9 * 24 * HOUR }),
  clockOff: fc.constantFrom(0, 0, 30_000, -5 * HOUR, 26 * HOUR),
  events: fc.array(
    fc.record({
      id: fc.nat({ max: 40 }),
      // Some by a clock that was set back between the event and its sending.
      before: fc.integer({ min: -60 * HOUR, max: 8 * 24 * HOUR }),
      type: fc.constantFrom(...EVENT_TYPES),
      guidance: fc.constantFrom('agree-the-close-plan', 'ask-for-the-buyer')
    }),
    { minLength: 1, maxLength: 6 }
  )
});
type Sending = typeof sending extends fc.Arbitrary<infer Value> ? Value : never;

function toBatch(
  start: number,
  index: number,
  { person, arrivesAfter, clockOff, events }: Sending
): RawBatch {
  const created = start + Math.floor(arrivesAfter / 1000) * 1000;
  const sent = created - clockOff;
  const lines = events.map(({ id, before, type, guidance }) => {
    // Copies of an event are the same wherever they turn up, so the id tells the time too.
    const at = new Date(sent - ((before + id * HOUR) % (8 * 24 * HOUR))).toISOString();
    const uuid = `00000000-0000-4000-8000-${String(id * 1000 + index).padStart(12, '0')}`;
    return JSON.stringify({
      id: uuid,
      at,
      type,
      guidance,
      version: 1,
      surface: 'panel',
      object: 'Opportunity'
    });
  });
  return {
    id: `a01${String(index).padStart(12, '0')}AAA`,
    ownerId: PEOPLE[person]![0],
    createdDate: new Date(created).toISOString(),
    sentAt: new Date(sent).toISOString(),
    timeZone: '',
    formatVersion: 1,
    eventCount: lines.length,
    droppedCount: 0,
    isPending: true,
    events: lines.join('\n')
  };
}

/** One run over what has arrived, as the sync does it; answers whether the row equation held. */
async function run(database: Database, folder: string, batches: readonly RawBatch[]): Promise<boolean> {
  for (const table of ['batch', 'placed', 'touched']) await database.execute(`DELETE FROM ${table}`);
  const file = join(folder, 'batches.csv');
  await writeBatches(file, batches);
  await expand(database, [file], folder);
  await touchDays(database, { closedBefore: '2026-01-01T00:00:00Z' });
  await rollUpDays(database);
  await database.execute('CREATE OR REPLACE TABLE refused (key VARCHAR)');
  await database.run('settle-days');
  return (await equationOf(database)).holds;
}

test('days computed run by run are the days of a plain count over everything that arrived', async () => {
  await withDatabase(async (database, folder) => {
    for (const [id, zone] of PEOPLE) {
      await database.execute('INSERT INTO person VALUES ($1, $2, $3)', [id, zone, 'none']);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...STARTS),
        fc.array(sending, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
        async (startText, sendings, twins) => {
          await database.execute('DELETE FROM stored_day');
          const start = Date.parse(startText);
          const arriving = sendings.map((one, index) => ({
            run: one.run,
            batch: toBatch(start, index, one)
          }));
          // The same events in another batch, as a second tab might send them.
          const copies = twins
            .filter((place) => place < arriving.length)
            .map((place, index) => {
              const { batch } = arriving[place]!;
              return { run: 2, batch: { ...batch, id: `a02${String(index).padStart(12, '0')}AAA` } };
            });
          const all = [...arriving, ...copies];
          for (const now of [0, 1, 2, 2]) {
            const there = all.filter(({ run: arrives }) => arrives <= now);
            const batches = there.map(({ run: arrives, batch }) => ({
              ...batch,
              isPending: arrives === now
            }));
            assert.equal(await run(database, folder, batches), true);
          }
          const stored = await database.rows<{ day_key: string; events: number; kinds: number }>(
            `SELECT day_key, events, shown + opened + completed + dismissed + snoozed + helpful + unhelpful
              + did_differently + copied AS kinds FROM stored_day`
          );
          const expected = referenceDays(
            all.map(({ batch }) => batch),
            new Map(PEOPLE)
          );
          assert.deepEqual(new Map(stored.map(({ day_key, events }) => [day_key, events])), expected);
          assert.deepEqual(
            stored.filter(({ events, kinds }) => events !== kinds),
            []
          );
          assert.equal(
            await database.value('SELECT count(*) FROM save_day'),
            0,
            'the second run saves nothing'
          );
          assert.equal(await database.value('SELECT count(*) FROM delete_day'), 0);
        }
      ),
      { numRuns: 12, seed: 20261118 }
    );
  });
});
