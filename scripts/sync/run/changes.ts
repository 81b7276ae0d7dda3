import type { FieldValues } from '../org/rest.ts';

/** What an object should hold after a run, and what it holds now. */
export interface Wanted {
  object: string;
  /** External id; each computed record has its own. */
  key: string;
  /** All records that are true now. */
  computed: readonly FieldValues[];
  /** What the org has, with `Id`, the key and every computed field. */
  stored: readonly (FieldValues & { Id: string })[];
  /** Fields that say when, not what: a difference in these alone is none. */
  stamps?: readonly string[];
  /** Deletes what is stored and was not computed. */
  isWhole?: boolean;
}

/** What has to be written so that the org holds what was computed. */
export interface Change {
  object: string;
  key: string;
  computed: number;
  /** Created or changed by the external id. */
  save: FieldValues[];
  /** Ids that are deleted. */
  remove: string[];
}

/** The records that differ, so that a second run writes nothing. */
export function changesFor({ object, key, computed, stored, stamps = [], isWhole = false }: Wanted): Change {
  const known = new Map(stored.map((record) => [record[key], record]));
  const keys = new Set(computed.map((record) => record[key]));
  return {
    object,
    key,
    computed: computed.length,
    save: computed.filter((record) => {
      const before = known.get(record[key] ?? null);
      return before === undefined || differs(record, before, stamps);
    }),
    remove: isWhole ? stored.filter((record) => !keys.has(record[key] ?? null)).map(({ Id }) => Id) : []
  };
}

function differs(record: FieldValues, before: FieldValues, stamps: readonly string[]): boolean {
  return Object.entries(record).some(
    ([field, value]) => !stamps.includes(field) && comparable(value) !== comparable(before[field] ?? null)
  );
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The org writes `2026-11-18T12:00:00.000+0000` for what was sent as `2026-11-18T12:00:00.000Z`, and blank for empty. */
function comparable(value: string | number | boolean | null): string | number | boolean | null {
  if (typeof value !== 'string') return value;
  if (DATE_TIME.test(value)) return Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return value === '' ? null : value;
}
