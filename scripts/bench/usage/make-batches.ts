import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { EVENT_TYPES, serializeEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { RawBatch } from '../../sync/usage/raw-batch.ts';
import { BATCH_HEADER, batchLine } from '../../sync/usage/testing/batch-file.ts';

export const PEOPLE = 2000;
export const ZONE = 'Europe/Berlin';
const EVENTS_A_BATCH = 50;
const HOUR = 3_600_000;

export function personId(index: number): string {
  return `005${String(index).padStart(12, '0')}AAA`;
}

/** Batches as browsers send them: fifty events, 2,000 people, two hundred pieces, an hour of work each. */
export function* makeBatches(
  events: number,
  first = Date.parse('2026-11-02T08:00:00Z')
): Generator<RawBatch> {
  for (let index = 0; index * EVENTS_A_BATCH < events; index += 1) {
    const start = first + Math.floor(index / PEOPLE) * HOUR;
    const created = new Date(start + HOUR).toISOString();
    const lines = Array.from(
      { length: Math.min(EVENTS_A_BATCH, events - index * EVENTS_A_BATCH) },
      (_none, line) => {
        const number = index * EVENTS_A_BATCH + line;
        return serializeEvent({
          id: crypto.randomUUID(),
          at: new Date(start + line * 60_000).toISOString(),
          type: EVENT_TYPES[number % EVENT_TYPES.length]!,
          guidance: `piece-${(index + (line % 8)) % 200}`,
          version: 3,
          surface: 'panel',
          object: 'Opportunity',
          recordId: '006000000000001AAA',
          stage: 'Negotiation/Review'
        });
      }
    );
    yield {
      id: `a01${String(index).padStart(12, '0')}AAA`,
      ownerId: personId(index % PEOPLE),
      createdDate: created,
      sentAt: created,
      timeZone: '',
      formatVersion: 1,
      eventCount: lines.length,
      droppedCount: 0,
      isPending: true,
      events: lines.join('\n')
    };
  }
}

export async function writeBatchFile(file: string, events: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${BATCH_HEADER}\n`);
  for (const batch of makeBatches(events)) {
    if (!stream.write(`${batchLine(batch)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}
