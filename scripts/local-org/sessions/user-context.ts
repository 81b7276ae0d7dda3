import type { AccessService } from '../access/access.ts';
import type { Store, UserContext } from '../contract.ts';
import { notFound } from '../errors.ts';

/** Who a user is, read afresh: role, profile and permissions may have changed since the last request. */
export function readUserContext(store: Store, access: AccessService, userId: string): UserContext {
  const [row] = store.all(
    'SELECT "Username", "ProfileId", "UserRoleId", "TimeZoneSidKey", "LocaleSidKey" FROM "User" WHERE "Id" = ?',
    [userId]
  );
  if (!row) throw notFound(`There is no user ${userId}`);
  return {
    userId,
    username: String(row.Username),
    profileId: String(row.ProfileId),
    roleId: row.UserRoleId === null ? null : String(row.UserRoleId),
    timeZone: String(row.TimeZoneSidKey),
    locale: String(row.LocaleSidKey),
    systemPermissions: access.grants(userId).systemPermissions
  };
}
