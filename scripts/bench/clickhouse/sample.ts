import { EVENT_TYPES, serializeEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { RawBatch } from '../../sync/usage/raw-batch.ts';
import { createRandom } from '../soak/random.ts';
import type { Random } from '../soak/random.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-02T00:00:00Z');
const DAYS = 14;
const EVENTS_A_BATCH = 50;
const COPIES = 0.05;

const ZONES = [
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago'
] as const;

/** Days that began before are closed: what arrives for them now is late. */
export const CLOSED_BEFORE = new Date(START + 3 * DAY).toISOString();

/** Person → time zone. */
export const PEOPLE: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 200 }, (_none, index) => [
    `005${String(index).padStart(12, '0')}AAA`,
    ZONES[index % ZONES.length]!
  ])
);

/**
 * Two weeks of batches in which everything occurs that the roll-up decides on: events sent again, other events
 * under the id of one before, mostly somebody else's, clocks that are off, days that are closed, batches that were
 * counted before.
 */
export function* makeSample(events: number, seed: number): Generator<RawBatch> {
  const random = createRandom(seed);
  const owners = [...PEOPLE.keys()];
  const sent = new Map<string, UsageEvent[]>();
  let latest: UsageEvent | undefined;
  for (let index = 0; index * EVENTS_A_BATCH < events; index += 1) {
    const ownerId = random.pick(owners);
    const created = START + random.whole((DAYS * DAY) / 1000) * 1000;
    const clockOff = random.pick([0, 0, 0, 20_000, -5 * HOUR, 26 * HOUR]);
    const earlier = sent.get(ownerId) ?? [];
    sent.set(ownerId, earlier);
    const count = Math.min(EVENTS_A_BATCH, events - index * EVENTS_A_BATCH);
    const lines = Array.from({ length: count }, () => {
      if (earlier.length > 0 && random.chance(COPIES)) return serializeEvent(random.pick(earlier));
      const event = makeEvent(random, created - clockOff);
      if (latest !== undefined && random.chance(COPIES)) event.id = latest.id;
      earlier.push(event);
      latest = event;
      return serializeEvent(event);
    });
    yield {
      id: `a01${String(index).padStart(12, '0')}AAA`,
      ownerId,
      createdDate: new Date(created).toISOString(),
      sentAt: new Date(created - clockOff).toISOString(),
      timeZone: '',
      formatVersion: 1,
      eventCount: count,
      droppedCount: 0,
      isPending: random.chance(created < START + (DAYS / 2) * DAY ? 0.05 : 1),
      events: lines.join('\n')
    };
  }
}

function makeEvent(random: Random, sentAt: number): UsageEvent {
  return {
    id: random.uuid(),
    at: new Date(sentAt - random.whole(2 * DAY)).toISOString(),
    type: random.pick(EVENT_TYPES),
    guidance: `piece-${random.whole(40)}`,
    version: 1,
    surface: 'panel',
    object: 'Opportunity'
  };
}
