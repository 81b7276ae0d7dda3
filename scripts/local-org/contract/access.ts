import type { Globals } from '../formula/globals.ts';
import type { FieldSchema, ObjectSchema } from './schema.ts';
import type { SqlFragment } from './store.ts';

export interface ObjectPermissions {
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
}

/** The person behind a request. */
export interface UserContext {
  userId: string;
  username: string;
  profileId: string;
  roleId: string | null;
  timeZone: string;
  locale: string;
  /** System permissions in force, as `PermissionSet` names them without `Permissions`: `ViewAllData`, `ApiEnabled` … */
  systemPermissions: ReadonlySet<string>;
}

export type RowAccess = 'read' | 'edit' | 'delete' | 'transfer';

export interface Access {
  object(user: UserContext, object: ObjectSchema): ObjectPermissions;
  field(user: UserContext, object: ObjectSchema, field: FieldSchema): { read: boolean; edit: boolean };
  /**
   * The condition that the rows of `alias` (a table alias of this object, a plain word) must meet for this user:
   * owner, role hierarchy, organisation-wide default, sharing rules, restriction rules, View/Modify All. `1` when
   * all rows, `0` when none. Deleted rows are not left out.
   */
  rows(user: UserContext, object: ObjectSchema, alias: string, access: RowAccess): SqlFragment;
  /** What `$User`, `$Permission` and their like say in formulas that are worked out for this user. */
  globals(userId: string): Globals;
}
