import type { Schema, Store } from '../contract.ts';
import { GLOBAL_RECORDS, globalFields, permissionGlobal } from '../formula/globals.ts';
import { formulaValue, type Value } from '../formula/values.ts';

/** Where the record behind a global variable is found for a user. */
const WHERE: Readonly<Record<keyof typeof GLOBAL_RECORDS, string>> = {
  $organization: '1',
  $profile: '"Id" = (SELECT "ProfileId" FROM "User" WHERE "Id" = ?1)',
  $user: '"Id" = ?1',
  $userrole: '"Id" = (SELECT "UserRoleId" FROM "User" WHERE "Id" = ?1)'
};

/** Everything that `$User`, `$UserRole`, `$Profile`, `$Organization` and `$Permission` say in a user's formulas. */
export function readGlobals(
  store: Store,
  schema: Schema,
  userId: string,
  customPermissions: ReadonlySet<string>
): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [scope, name] of Object.entries(GLOBAL_RECORDS)) {
    const object = schema.object(name);
    const fields = object ? globalFields(object) : [];
    const where = WHERE[scope as keyof typeof GLOBAL_RECORDS];
    const [row] = store.all(
      `SELECT ${fields.map((field) => `"${field.name}"`).join(', ')} FROM "${name}" WHERE ${where} LIMIT 1`,
      where.includes('?') ? [userId] : []
    );
    if (!row) continue;
    for (const field of fields) {
      values.set(`${scope}.${field.name.toLowerCase()}`, formulaValue(field, row[field.name]));
    }
  }
  for (const permission of customPermissions) values.set(permissionGlobal(permission), true);
  return values;
}
