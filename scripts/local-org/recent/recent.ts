import type { ObjectSchema, Org, Store, UserContext } from '../contract.ts';
import { OrgError } from '../errors.ts';

/** A record that a user looked at. */
interface Look {
  object: ObjectSchema;
  id: string;
}

/** A list of recent records holds at most this many; older looks are forgotten. */
export const MOST_RECENT = 200;

const TABLE = '"_recently_viewed"';

export function prepareRecentlyViewed(store: Store): void {
  store.run(
    `CREATE TABLE IF NOT EXISTS ${TABLE} ("place" INTEGER PRIMARY KEY AUTOINCREMENT,
      "user" TEXT NOT NULL, "object" TEXT NOT NULL, "id" TEXT NOT NULL, UNIQUE ("user", "id"))`
  );
}

/** Remembers that a user looked at records, the first of them last. */
export function noteViewed(store: Store, userId: string, object: string, ids: readonly string[]): void {
  store.transaction(() => {
    for (const id of ids.slice(0, MOST_RECENT).toReversed()) {
      store.run(`INSERT OR REPLACE INTO ${TABLE} ("user", "object", "id") VALUES (?, ?, ?)`, [
        userId,
        object,
        id
      ]);
    }
    store.run(
      `DELETE FROM ${TABLE} WHERE "user" = ? AND "place" <= coalesce(
        (SELECT "place" FROM ${TABLE} WHERE "user" = ? ORDER BY "place" DESC LIMIT 1 OFFSET ?), 0)`,
      [userId, userId, MOST_RECENT]
    );
  });
}

/** What a user looked at, the latest first, as far as it is still there for them; of one object or of all. */
export function recentlyViewed(org: Org, user: UserContext, limit: number, object?: ObjectSchema) {
  const rows = org.store.all(
    `SELECT "object", "id" FROM ${TABLE} WHERE "user" = ?${object ? ' AND "object" = ?' : ''} ORDER BY "place" DESC`,
    object ? [user.userId, object.name] : [user.userId]
  );
  return rows
    .flatMap(({ object: name, id }): Look[] => {
      const schema = org.schema.object(String(name));
      return schema ? [{ object: schema, id: String(id) }] : [];
    })
    .flatMap((look) => named(org, user, look) ?? [])
    .slice(0, limit);
}

/** The record's Id and name; undefined when it is gone or hidden by now. */
function named(org: Org, user: UserContext, { object, id }: Look) {
  const nameField = [...object.fields.values()].find((field) => field.nameField);
  try {
    const { Id, ...name } = org.records.retrieve(user, object.name, id, nameField ? [nameField.name] : []);
    return { object, values: { Id, ...name } };
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}
