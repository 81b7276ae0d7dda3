/** What is recorded about one person: their raw events, each once, and the days that they make. */
import { dayOf } from 'c/calendar';
import { parseBatch, type UsageEvent } from 'c/usageEvent';

/** A `Usage_Batch__c` as the query answers it. */
export interface BatchNode {
  Id: string;
  Events__c?: { value: string | null };
  Format_Version__c?: { value: number | null };
  Dropped_Count__c?: { value: number | null };
}

/** A `Usage_Day__c` as the query answers it: one piece on one day. */
export interface UsageDayNode {
  Day__c?: { value: string | null };
  Guidance_Key__c?: { value: string | null };
  Event_Count__c?: { value: number | null };
  Shown_Count__c?: { value: number | null };
  Opened_Count__c?: { value: number | null };
  Completed_Count__c?: { value: number | null };
}

export interface Footprint {
  /** Newest first; an event that arrived twice is here once. */
  events: UsageEvent[];
  /** Stored lines that are no events. */
  unreadable: number;
  /** Events that the browser could not keep; it reports how many. */
  dropped: number;
}

export interface FootprintDay {
  /** `YYYY-MM-DD` in the person's time zone. */
  day: string;
  events: number;
  /** Different pieces. */
  pieces: number;
  shown: number;
  opened: number;
  completed: number;
}

const DAY_MS = 86_400_000;

export function readFootprint(batches: readonly BatchNode[]): Footprint {
  const events = new Map<string, UsageEvent>();
  let unreadable = 0;
  let dropped = 0;
  for (const { Events__c, Format_Version__c, Dropped_Count__c } of batches) {
    const batch = parseBatch(Events__c?.value, Format_Version__c?.value);
    batch.events.forEach((event) => events.set(event.id, event));
    unreadable += batch.problems.length;
    dropped += Dropped_Count__c?.value ?? 0;
  }
  return {
    events: [...events.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at)),
    unreadable,
    dropped
  };
}

/**
 * Days with something recorded, newest first. A day is counted from its raw events while they are kept; the counts of
 * the sync stand for days whose raw events are gone.
 */
export function footprintDays(
  events: readonly UsageEvent[],
  counted: readonly UsageDayNode[],
  timeZone: string
): FootprintDay[] {
  const raw = group(events, ({ at }) => isoDay(dayOf(at, timeZone)));
  const rolledUp = group(counted, ({ Day__c }) => Day__c?.value ?? '');
  rolledUp.delete('');
  const days = [
    ...[...raw].map(([day, ofDay]) => fromEvents(day, ofDay)),
    ...[...rolledUp].filter(([day]) => !raw.has(day)).map(([day, ofDay]) => fromCounts(day, ofDay))
  ];
  return days.sort((one, other) => other.day.localeCompare(one.day));
}

/** The last `length` days up to `today`, oldest first, the silent ones included. */
export function lastDays(days: readonly FootprintDay[], today: string, length: number): FootprintDay[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const last = Date.parse(today) / DAY_MS;
  return Array.from({ length }, (_none, index) => {
    const day = isoDay(last - length + 1 + index);
    return known.get(day) ?? { day, events: 0, pieces: 0, shown: 0, opened: 0, completed: 0 };
  });
}

function fromEvents(day: string, events: readonly UsageEvent[]): FootprintDay {
  const ofType = (type: UsageEvent['type']): number => events.filter((event) => event.type === type).length;
  return {
    day,
    events: events.length,
    pieces: new Set(events.map(({ guidance }) => guidance)).size,
    shown: ofType('shown'),
    opened: ofType('opened'),
    completed: ofType('completed')
  };
}

function fromCounts(day: string, rows: readonly UsageDayNode[]): FootprintDay {
  type Count = 'Event_Count__c' | 'Shown_Count__c' | 'Opened_Count__c' | 'Completed_Count__c';
  const sum = (name: Count): number => rows.reduce((total, row) => total + (row[name]?.value ?? 0), 0);
  return {
    day,
    events: sum('Event_Count__c'),
    pieces: new Set(rows.map(({ Guidance_Key__c }) => Guidance_Key__c?.value)).size,
    shown: sum('Shown_Count__c'),
    opened: sum('Opened_Count__c'),
    completed: sum('Completed_Count__c')
  };
}

function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) {
      known.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

/** A day of `c/calendar` as `YYYY-MM-DD`. */
function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
