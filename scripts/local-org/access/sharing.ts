import type {
  ObjectPermissions,
  ObjectSchema,
  RowAccess,
  Schema,
  SharingModel,
  SqlFragment,
  UserContext
} from '../contract.ts';
import { criteriaSql } from './criteria-sql.ts';
import type { People } from './people.ts';
import { parseRecordFilter } from './record-filter.ts';

export const ALL_ROWS: SqlFragment = { sql: '1', params: [] };
export const NO_ROWS: SqlFragment = { sql: '0', params: [] };

/** What the sharing rules are read from; `userField` is a `$User` field of the person asking. */
export interface SharingScope {
  schema: Schema;
  people: People;
  user: UserContext;
  /** Names of objects whose rows are not shown up the role hierarchy. */
  closedToHierarchy: ReadonlySet<string>;
  permissions(object: ObjectSchema): ObjectPermissions;
  userField(name: string): string | number | null;
}

function anyOf(parts: readonly SqlFragment[]): SqlFragment {
  if (parts.some(({ sql }) => sql === '1')) return ALL_ROWS;
  const some = parts.filter(({ sql }) => sql !== '0');
  if (some.length === 0) return NO_ROWS;
  return {
    sql: `(${some.map(({ sql }) => sql).join(' OR ')})`,
    params: some.flatMap(({ params }) => params)
  };
}

function allOf(parts: readonly SqlFragment[]): SqlFragment {
  if (parts.some(({ sql }) => sql === '0')) return NO_ROWS;
  const some = parts.filter(({ sql }) => sql !== '1');
  if (some.length === 0) return ALL_ROWS;
  return {
    sql: `(${some.map(({ sql }) => sql).join(' AND ')})`,
    params: some.flatMap(({ params }) => params)
  };
}

/** Rows owned by the user, by a queue of theirs, or, where the object lets them, by someone below them. */
function ownedBelow(scope: SharingScope, object: ObjectSchema, alias: string): SqlFragment {
  const { user, people } = scope;
  const owners = [user.userId, ...people.groupsOf(user.userId)];
  const own: SqlFragment = {
    sql: `${alias}."OwnerId" IN (${owners.map(() => '?').join(', ')})`,
    params: owners
  };
  const roles = scope.closedToHierarchy.has(object.name) ? [] : people.rolesBelow(user.roleId);
  if (roles.length === 0) return own;
  return anyOf([
    own,
    {
      sql: `${alias}."OwnerId" IN (SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT "value" FROM json_each(?)))`,
      params: [JSON.stringify(roles)]
    }
  ]);
}

function sharedByRules(
  scope: SharingScope,
  object: ObjectSchema,
  alias: string,
  access: RowAccess
): SqlFragment[] {
  if (access !== 'read' && access !== 'edit') return [];
  return object.sharingRules
    .filter((rule) => access === 'read' || rule.accessLevel === 'Edit')
    .filter((rule) => rule.sharedTo.some((principal) => scope.people.reaches(principal, scope.user)))
    .map((rule) => {
      if (rule.sharedFrom === null) return criteriaSql(object, alias, rule);
      const members = rule.sharedFrom.map((principal) => scope.people.membersOf(principal));
      if (members.includes(null)) return ALL_ROWS;
      return {
        sql: `${alias}."OwnerId" IN (SELECT "value" FROM json_each(?))`,
        params: [JSON.stringify(members.flat())]
      };
    });
}

/** Rows whose parent the user can reach; a parent of several types is tried as each of them. */
function throughParent(
  scope: SharingScope,
  object: ObjectSchema,
  alias: string,
  fieldName: string,
  access: RowAccess
): SqlFragment {
  const field = object.fields.get(fieldName.toLowerCase());
  const column = `${alias}."${fieldName}"`;
  const parents = (field?.referenceTo ?? []).map((name) => scope.schema.object(name));
  return anyOf(
    parents
      .filter((parent) => parent !== undefined)
      .map((parent): SqlFragment => {
        const parentAlias = `${alias}_${fieldName}_${parent.name}`;
        const reach = rowsFor(scope, parent, parentAlias, access);
        if (reach.sql === '0') return NO_ROWS;
        if (reach.sql !== '1') {
          return {
            sql: `EXISTS (SELECT 1 FROM "${parent.name}" ${parentAlias} WHERE ${parentAlias}."Id" = ${column} AND ${reach.sql})`,
            params: reach.params
          };
        }
        if (field?.required) return ALL_ROWS;
        return { sql: `substr(${column}, 1, 3) = ?`, params: [parent.keyPrefix] };
      })
  );
}

const OPEN_TO: Readonly<Record<RowAccess, readonly SharingModel[]>> = {
  read: ['Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess'],
  edit: ['ReadWrite', 'ReadWriteTransfer', 'FullAccess'],
  transfer: ['ReadWriteTransfer', 'FullAccess'],
  delete: ['FullAccess']
};

function restricted(scope: SharingScope, object: ObjectSchema, alias: string): SqlFragment {
  const rules = object.restrictionRules.filter(
    (rule) =>
      rule.active &&
      parseRecordFilter(rule.userCriteria).every(({ left, right }) => {
        const value = scope.userField(left.replace('$User.', ''));
        const wanted = 'literal' in right ? right.literal : scope.userField(right.userField);
        return typeof wanted === 'boolean' ? value === Number(wanted) : value === wanted;
      })
  );
  return allOf(
    rules.flatMap((rule) =>
      parseRecordFilter(rule.recordFilter).map(({ left, right }): SqlFragment => {
        const value = 'literal' in right ? right.literal : scope.userField(right.userField);
        const param = typeof value === 'boolean' ? Number(value) : value;
        return { sql: `${alias}."${left}" IS ?`, params: [param] };
      })
    )
  );
}

function byOwnership(
  scope: SharingScope,
  object: ObjectSchema,
  alias: string,
  access: RowAccess
): SqlFragment {
  if (OPEN_TO[access].includes(object.sharingModel)) return ALL_ROWS;
  if (access === 'transfer' && scope.user.systemPermissions.has('TransferAnyEntity')) {
    return byOwnership(scope, object, alias, 'edit');
  }
  const through =
    access === 'read'
      ? object.readableThrough.map((field) => throughParent(scope, object, alias, field, access))
      : [];
  const owned = object.fields.has('ownerid') ? ownedBelow(scope, object, alias) : NO_ROWS;
  return anyOf([owned, ...sharedByRules(scope, object, alias, access), ...through]);
}

/** A detail follows its masters, each of them; a row without one (a contact without an account) is its owner's alone. */
function byParent(scope: SharingScope, object: ObjectSchema, alias: string, access: RowAccess): SqlFragment {
  const masters = [...object.fields.values()].filter(({ masterDetail }) => masterDetail);
  if (masters.length > 0) {
    return allOf(
      masters.map(({ name, writeRequiresMasterRead }) =>
        throughParent(
          scope,
          object,
          alias,
          name,
          writeRequiresMasterRead || access === 'read' ? 'read' : 'edit'
        )
      )
    );
  }
  const field = object.controllingField ?? '';
  const reach = throughParent(scope, object, alias, field, access === 'read' ? 'read' : 'edit');
  if (object.fields.get(field.toLowerCase())?.required || !object.fields.has('ownerid')) return reach;
  const orphan: SqlFragment = {
    sql: `(${alias}."${field}" IS NULL AND ${alias}."OwnerId" = ?)`,
    params: [scope.user.userId]
  };
  return anyOf([orphan, reach]);
}

/** The condition for one object; see `Access.rows` in the contract. */
export function rowsFor(
  scope: SharingScope,
  object: ObjectSchema,
  alias: string,
  access: RowAccess
): SqlFragment {
  const permissions = scope.permissions(object);
  const needed = access === 'transfer' ? 'edit' : access;
  if (!permissions[needed]) return NO_ROWS;
  if (object.setup || permissions.modifyAll) return ALL_ROWS;
  if (access === 'read' && permissions.viewAll) return ALL_ROWS;
  const shared =
    object.sharingModel === 'ControlledByParent'
      ? byParent(scope, object, alias, access)
      : byOwnership(scope, object, alias, access);
  return allOf([shared, permissions.viewAll ? ALL_ROWS : restricted(scope, object, alias)]);
}
