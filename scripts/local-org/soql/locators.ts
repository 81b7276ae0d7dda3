import { randomBytes } from 'node:crypto';
import { orgError } from '../errors.ts';
import { normalizeId } from '../ids.ts';
import type { IdList } from './id-list.ts';
import type { RecordsQuery } from './records-query.ts';

/** A query whose records are fetched batch by batch: which records they are stays as it was when it ran. */
export interface Cursor {
  userId: string;
  ids: IdList;
  query: RecordsQuery;
  batchSize: number;
}

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm */
const CURSORS_OF_A_USER = 10;

/** The open cursors, by locator: `01g…` and, after a hyphen, how many records have been handed out. */
export interface Locators {
  open(cursor: Cursor): string;
  /** The cursor and the place that a locator such as `01gxx0000000001AAA-2000` means; throws. */
  find(locator: string, userId: string): { cursor: Cursor; id: string; from: number };
}

export function createLocators(): Locators {
  const cursors = new Map<string, Cursor>();

  function newId(): string {
    const id = normalizeId(`01g${randomBytes(6).toString('hex')}`);
    if (id === null) throw new Error('A cursor id must be a record id');
    return id;
  }

  return {
    open(cursor) {
      const own = [...cursors].filter(([, other]) => other.userId === cursor.userId);
      if (own.length >= CURSORS_OF_A_USER) cursors.delete(own[0][0]);
      const id = newId();
      cursors.set(id, cursor);
      return id;
    },
    find(locator, userId) {
      const [, id, from] = /^(01g\w{15})-(\d+)$/.exec(locator) ?? [];
      const cursor = cursors.get(id ?? '');
      // Another user's cursor is no more known than one that has been closed.
      if (!cursor || cursor.userId !== userId || Number(from) > cursor.ids.count) {
        throw orgError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
      }
      return { cursor, id, from: Number(from) };
    }
  };
}
