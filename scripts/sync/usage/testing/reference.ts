import type { RawBatch } from '../raw-batch.ts';
import { readBatch } from '../read-events.ts';

const CLOCK_TOLERANCE_MS = 60_000;

/** The roll-up once more, in the plainest way: `person:day:guidance` → events, from all batches that ever arrived. */
export function referenceDays(
  batches: readonly RawBatch[],
  zones: ReadonlyMap<string, string>
): Map<string, number> {
  const counted = new Set<string>();
  const days = new Map<string, number>();
  const byArrival = batches.toSorted(
    (a, b) => Date.parse(a.createdDate) - Date.parse(b.createdDate) || (a.id < b.id ? -1 : 1)
  );
  for (const batch of byArrival) {
    const created = Date.parse(batch.createdDate);
    const off = created - Date.parse(batch.sentAt);
    for (const event of readBatch(batch).events) {
      const copy = `${batch.ownerId} ${event.id.toLowerCase()}`;
      if (counted.has(copy)) continue;
      counted.add(copy);
      const happened = Math.min(
        created,
        Date.parse(event.at) + (Math.abs(off) > CLOCK_TOLERANCE_MS ? off : 0)
      );
      const key = `${batch.ownerId}:${dayIn(zones.get(batch.ownerId) ?? 'UTC', happened)}:${event.guidance}`;
      days.set(key, (days.get(key) ?? 0) + 1);
    }
  }
  return days;
}

/** `YYYY-MM-DD` where the clock shows that instant. */
export function dayIn(timeZone: string, time: number): string {
  // Swedish writes ISO dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
}
