import type { Store } from '../contract.ts';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** A Developer Edition's daily API requests. */
const DAILY_LIMIT = 15_000;

/** Counts API requests by hour, over the last 24 of them. */
export function createApiUsage(store: Store, now: () => Date) {
  store.run(
    'CREATE TABLE IF NOT EXISTS "_api_usage" ("hour" INTEGER PRIMARY KEY, "requests" INTEGER NOT NULL)'
  );
  return {
    limit: DAILY_LIMIT,
    count(): void {
      const hour = Math.floor(now().getTime() / HOUR) * HOUR;
      store.run(
        'INSERT INTO "_api_usage" VALUES (?, 1) ON CONFLICT ("hour") DO UPDATE SET "requests" = "requests" + 1',
        [hour]
      );
    },
    used(): number {
      const [row] = store.all(
        'SELECT coalesce(sum("requests"), 0) AS "used" FROM "_api_usage" WHERE "hour" > ?',
        [now().getTime() - DAY]
      );
      return Number(row.used);
    }
  };
}
