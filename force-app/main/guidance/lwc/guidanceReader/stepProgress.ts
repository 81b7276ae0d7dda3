/**
 * Which steps of a piece a rep has ticked on a record. Kept in this browser only: it is a note to oneself, not
 * something the company learns. Where storage is blocked, ticks last as long as the page.
 */

/** Every component of an org shares the storage, hence the prefix. */
const PREFIX = 'caddie:steps';

export function readTicks(recordId: string, key: string, version: number): Set<number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(nameOf(recordId, key, version)) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((step) => typeof step === 'number') : []);
  } catch {
    return new Set();
  }
}

export function writeTicks(recordId: string, key: string, version: number, ticks: ReadonlySet<number>): void {
  try {
    localStorage.setItem(nameOf(recordId, key, version), JSON.stringify([...ticks]));
  } catch {
    // Blocked or full: the ticks stay on the page.
  }
}

function nameOf(recordId: string, key: string, version: number): string {
  return [PREFIX, recordId, key, version].join(':');
}
