import { DatabaseSync } from 'node:sqlite';
import type { UsageEvent } from '../../../force-app/main/core/lwc/usageEvent/usageEvent.ts';
import type { FoundUser } from './find-users.ts';
import type { Unmatched } from './unmatched-file.ts';

/** A row that is an event of somebody, by the name that people are looked up by. */
export interface MappedRow {
  number: number;
  row: unknown;
  name: string;
  event: UsageEvent;
}

/**
 * Rows on their way from a file to the org, kept in a file of their own: however many they are, few are in memory.
 * First all rows are added, then the people; after that it tells what became of them.
 */
export interface Spool {
  add(row: MappedRow): void;
  leaveOut(row: Unmatched): void;
  /** The different names. */
  names(): Iterable<string>;
  addPerson(name: string, person: FoundUser): void;
  /** Once all people are there. */
  settle(): void;
  /** Rows that were left out, and those of nobody, in the order of the file. */
  unmatched(): Iterable<Unmatched>;
  /** Each event once: the days of people in the order in which the file comes to them, each day by time. */
  events(): Iterable<{ userId: string; event: UsageEvent }>;
  counts(): { events: number; repeated: number; paused: number; people: number };
  close(): void;
}

const TABLES = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  CREATE TABLE source_row (number INTEGER PRIMARY KEY, name TEXT, at TEXT, id TEXT, event TEXT, row TEXT, reason TEXT);
  CREATE TABLE person (name TEXT PRIMARY KEY, user_id TEXT, paused_at TEXT, reason TEXT) WITHOUT ROWID;
  CREATE TABLE event (id TEXT PRIMARY KEY, number INTEGER, user_id TEXT, at TEXT, event TEXT) WITHOUT ROWID;
  CREATE TABLE person_day (user_id TEXT, day TEXT, first INTEGER, PRIMARY KEY (user_id, day)) WITHOUT ROWID;
  BEGIN`;

/** Of two rows with the same event the first counts; the day of a batch is a day of UTC. */
const SETTLE = `
  INSERT OR IGNORE INTO event
  SELECT id, number, user_id, at, event FROM source_row JOIN person USING (name)
  WHERE user_id IS NOT NULL AND (paused_at IS NULL OR at < paused_at)
  ORDER BY number;
  INSERT INTO person_day SELECT user_id, substr(at, 1, 10), min(number) FROM event GROUP BY 1, 2`;

const UNMATCHED = `
  SELECT number, coalesce(source_row.reason, person.reason) AS reason, row
  FROM source_row LEFT JOIN person USING (name)
  WHERE source_row.reason IS NOT NULL OR person.reason IS NOT NULL
  ORDER BY number`;

const EVENTS = `
  SELECT user_id, event FROM event JOIN person_day USING (user_id)
  WHERE day = substr(at, 1, 10) ORDER BY first, at, id`;

const COUNTS = `
  SELECT (SELECT count(*) FROM event) AS events,
    (SELECT count(DISTINCT user_id) FROM event) AS people,
    count(*) FILTER (WHERE user_id IS NOT NULL) AS matched,
    count(*) FILTER (WHERE user_id IS NOT NULL AND at >= paused_at) AS paused
  FROM source_row JOIN person USING (name)`;

export function openSpool(file: string): Spool {
  const database = new DatabaseSync(file);
  database.exec(TABLES);
  const addRow = database.prepare('INSERT INTO source_row VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addPerson = database.prepare('INSERT INTO person VALUES (?, ?, ?, ?)');
  return {
    add({ number, row, name, event }) {
      addRow.run(number, name, event.at, event.id, JSON.stringify(event), JSON.stringify(row), null);
    },
    leaveOut({ number, row, reason }) {
      addRow.run(number, null, null, null, null, JSON.stringify(row), reason);
    },
    *names() {
      const rows = database.prepare('SELECT DISTINCT name FROM source_row WHERE name IS NOT NULL').iterate();
      for (const { name } of rows) yield String(name);
    },
    addPerson(name, person) {
      if (person.reason !== undefined) addPerson.run(name, null, null, person.reason);
      else addPerson.run(name, person.id, instant(person.pausedAt), null);
    },
    settle() {
      database.exec(SETTLE);
    },
    *unmatched() {
      for (const { number, reason, row } of database.prepare(UNMATCHED).iterate()) {
        yield { number: Number(number), reason: String(reason), row: JSON.parse(String(row)) as unknown };
      }
    },
    *events() {
      for (const { user_id: userId, event } of database.prepare(EVENTS).iterate()) {
        yield { userId: String(userId), event: JSON.parse(String(event)) as UsageEvent };
      }
    },
    counts() {
      const { events, matched, paused, people } = database.prepare(COUNTS).get() as Record<string, number>;
      return { events, people, paused, repeated: matched - paused - events } as ReturnType<Spool['counts']>;
    },
    close: () => database.close()
  };
}

/** In the form of an event's time, so that the two compare as texts. */
function instant(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
