/**
 * Which pieces were marked as new today, so that the day's budget of new marks holds over all pages. Kept in this
 * browser only; where storage is blocked, each page has a budget of its own.
 */

/** Every component of an org shares the storage, hence the prefix. */
const NAME = 'caddie:new';

interface Stored {
  day: string;
  keys: string[];
}

export function readNewToday(day: string): Set<string> {
  try {
    const stored = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Stored | null;
    return new Set(stored?.day === day && Array.isArray(stored.keys) ? stored.keys : []);
  } catch {
    return new Set();
  }
}

export function addNewToday(day: string, keys: Iterable<string>): void {
  const known = readNewToday(day);
  const all = new Set([...known, ...keys]);
  if (all.size === known.size) {
    return;
  }
  try {
    localStorage.setItem(NAME, JSON.stringify({ day, keys: [...all] } satisfies Stored));
  } catch {
    // Blocked or full: the marks stay on the page.
  }
}
