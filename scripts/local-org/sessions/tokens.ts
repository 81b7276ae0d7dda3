import { randomBytes } from 'node:crypto';
import type { Sessions, Store, UserContext } from '../contract.ts';
import { invalidSession, notFound, orgError } from '../errors.ts';

/** A session lives two hours after its last use, as a new org sets it. */
const LIFETIME = 2 * 60 * 60 * 1000;
/** Uses within a minute don't rewrite the row. */
const TOUCH_AFTER = 60 * 1000;

export interface SessionDependencies {
  store: Store;
  organizationId: string;
  now(): Date;
  context(userId: string): UserContext;
}

export interface SessionService extends Sessions {
  authenticate(token: string | undefined): UserContext;
}

const TABLE =
  'CREATE TABLE IF NOT EXISTS "_session" ("token" TEXT PRIMARY KEY, "userId" TEXT NOT NULL, "usedAt" INTEGER NOT NULL)';

/** Access tokens `00D…!…`, kept with the org so that a restart doesn't end them. */
export function createSessions(dependencies: SessionDependencies): SessionService {
  const { store, organizationId, now, context } = dependencies;
  store.run(TABLE);

  function isActive(userId: string): boolean {
    const [row] = store.all('SELECT "IsActive" FROM "User" WHERE "Id" = ?', [userId]);
    if (!row) throw notFound(`There is no user ${userId}`);
    return row.IsActive === 1;
  }

  return {
    issue(userId) {
      if (!isActive(userId)) throw orgError(400, 'INACTIVE_OWNER_OR_USER', `The user ${userId} is inactive`);
      const token = `${organizationId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
      store.run('INSERT INTO "_session" VALUES (?, ?, ?)', [token, userId, now().getTime()]);
      return token;
    },

    revoke(token) {
      store.run('DELETE FROM "_session" WHERE "token" = ?', [token]);
    },

    authenticate(token) {
      const [session] = token
        ? store.all('SELECT "userId", "usedAt" FROM "_session" WHERE "token" = ?', [token])
        : [];
      if (!session || !token) throw invalidSession();
      const moment = now().getTime();
      const userId = String(session.userId);
      if (moment - Number(session.usedAt) > LIFETIME || !isActive(userId)) {
        store.run('DELETE FROM "_session" WHERE "token" = ?', [token]);
        throw invalidSession();
      }
      if (moment - Number(session.usedAt) > TOUCH_AFTER) {
        store.run('UPDATE "_session" SET "usedAt" = ? WHERE "token" = ?', [moment, token]);
      }
      return context(userId);
    }
  };
}
