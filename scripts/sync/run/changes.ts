import type { FieldValues } from '../org/rest.ts';

export type Stored = FieldValues & { Id: string };

/** What an object should hold after a run, and what it holds now. */
export interface Wanted {
  object: string;
  /** External id; each computed record has its own. */
  key: string;
  /** All records that are true now. */
  computed: readonly FieldValues[];
  /** What the org has, with `Id`, the key and every computed field. */
  stored: readonly Stored[];
  /** Fields that say when, not what: a difference in these alone is none. */
  stamps?: readonly string[];
  /** Fields that only a new record is given, such as its master: the org refuses them in a change. */
  fixed?: readonly string[];
  /** Deletes what is stored and was not computed. */
  isWhole?: boolean;
}

/** What has to be written so that the org holds what was computed. */
export interface Change {
  object: string;
  key: string;
  computed: number;
  /** Both are saved by the external id, so that a record whose answer was lost is not made twice. */
  create: FieldValues[];
  update: FieldValues[];
  /** Ids that are deleted. */
  remove: string[];
}

/** The records that differ, so that a second run writes nothing. */
export function changesFor(wanted: Wanted): Change {
  const { object, key, computed, stored, stamps = [], fixed = [], isWhole = false } = wanted;
  const known = new Map(stored.map((record) => [record[key], record]));
  const keys = new Set(computed.map((record) => record[key]));
  const before = (record: FieldValues): Stored | undefined => known.get(record[key] ?? null);
  return {
    object,
    key,
    computed: computed.length,
    create: computed.filter((record) => before(record) === undefined),
    update: computed
      .filter((record) => {
        const stands = before(record);
        return stands !== undefined && differs(record, stands, [...stamps, ...fixed]);
      })
      .map((record) => without(record, fixed)),
    remove: isWhole ? stored.filter((record) => !keys.has(record[key] ?? null)).map(({ Id }) => Id) : []
  };
}

function differs(record: FieldValues, before: FieldValues, stamps: readonly string[]): boolean {
  return Object.entries(record).some(
    ([field, value]) => !stamps.includes(field) && comparable(value) !== comparable(before[field] ?? null)
  );
}

function without(record: FieldValues, fields: readonly string[]): FieldValues {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The org writes `2026-11-18T12:00:00.000+0000` for what was sent as `2026-11-18T12:00:00.000Z`, and blank for empty. */
function comparable(value: string | number | boolean | null): string | number | boolean | null {
  if (typeof value !== 'string') return value;
  if (DATE_TIME.test(value)) return Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return value === '' ? null : value;
}
