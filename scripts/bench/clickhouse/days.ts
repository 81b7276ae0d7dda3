import { COUNT_FIELDS } from '../../sync/usage/steps/load-days.ts';

/** Every day that was counted, understood by DuckDB and ClickHouse; its key comes first. */
export const DAYS_QUERY = `SELECT day_key, person_id, CAST(day AS VARCHAR) AS day_text, guidance, ${Object.values(COUNT_FIELDS).join(', ')} FROM usage_day`;

type Day = readonly unknown[];

/** How two counts of the same days differ, a line each; none when they are the same. */
export function differences(ours: readonly Day[], theirs: readonly Day[]): string[] {
  const [left, right] = [byKey(ours), byKey(theirs)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => left.get(key) !== right.get(key))
    .sort()
    .map((key) => `${left.get(key) ?? 'nothing'} became ${right.get(key) ?? 'nothing'}`);
}

/** A day that is there twice, as when two parts have the same person, does not hide. */
function byKey(days: readonly Day[]): Map<unknown, string> {
  const found = new Map<unknown, string>();
  for (const day of days) {
    const before = found.get(day[0]);
    found.set(day[0], `${before === undefined ? '' : `${before} and `}${JSON.stringify(day)}`);
  }
  return found;
}
