import { SYSTEM_PERMISSIONS } from '../catalogue/system-permissions.ts';
import { storedFields } from '../computed/columns.ts';
import type { Access, ObjectPermissions, ObjectSchema, Schema, Store, UserContext } from '../contract.ts';
import type { Globals } from '../formula/globals.ts';
import { readGlobals } from './global-values.ts';
import { NO_PERMISSIONS, readGrants, type Grants } from './grants.ts';
import { readPeople, type People } from './people.ts';
import { securedName } from './secured-fields.ts';
import { rowsFor } from './sharing.ts';

/** Access with the one thing that only the org's own parts may do. */
export interface AccessService extends Access {
  /** What a user holds, cached until `forget`. */
  grants(userId: string): Grants;
  /** Forgets everything cached, after people, roles, permissions or the schema changed. */
  forget(): void;
}

const SYSTEM_COLUMNS = Object.keys(SYSTEM_PERMISSIONS).map((name) => `Permissions${name}`);

/** Which system permissions let a user write a set-up object; any of them suffices. */
const SETUP_WRITERS: Readonly<Record<string, readonly string[]>> = {
  PermissionSetAssignment: ['AssignPermissionSets'],
  Organization: ['CustomizeApplication']
};
const SETUP_WRITER = ['ManageUsers', 'ManageInternalUsers'];

/** Activities have no object permissions of their own. https://help.salesforce.com/s/articleView?id=sf.activities_access.htm */
const ACTIVITY_EDITORS: Readonly<Record<string, string>> = { Task: 'EditTask', Event: 'EditEvent' };

function writable(can: boolean): ObjectPermissions {
  return { ...NO_PERMISSIONS, create: can, read: true, edit: can, delete: can };
}

/** `closedToHierarchy` names the objects whose rows are not shown up the role hierarchy. */
export function createAccess(
  store: Store,
  schema: () => Schema,
  closedToHierarchy: ReadonlySet<string> = new Set()
): AccessService {
  const cache = new Map<string, Grants>();
  const userRows = new Map<string, Record<string, string | number | null>>();
  const globals = new Map<string, Globals>();
  let people: People | null = null;

  function grants(userId: string): Grants {
    let known = cache.get(userId);
    if (!known) cache.set(userId, (known = readGrants(store, userId, SYSTEM_COLUMNS)));
    return known;
  }

  function userRow(userId: string): Record<string, string | number | null> {
    let known = userRows.get(userId);
    if (!known) {
      const table = schema().object('User');
      const columns = (table ? storedFields(table) : []).map(({ name }) => `"${name}"`);
      [known = {}] = store.all(`SELECT ${columns.join(', ')} FROM "User" WHERE "Id" = ?`, [userId]);
      userRows.set(userId, known);
    }
    return known;
  }

  function base(user: UserContext, object: ObjectSchema): ObjectPermissions {
    const { systemPermissions, objects } = grants(user.userId);
    if (object.setup) {
      const writers = SETUP_WRITERS[object.name] ?? SETUP_WRITER;
      return writable(writers.some((name) => systemPermissions.has(name)));
    }
    const editor = ACTIVITY_EDITORS[object.name];
    if (editor) return writable(systemPermissions.has(editor));
    const parent = object.permissionsFrom && schema().object(object.permissionsFrom);
    if (parent) {
      const { read, edit } = permissions(user, parent);
      return { ...NO_PERMISSIONS, read, create: edit, edit, delete: edit };
    }
    return objects.get(object.name) ?? NO_PERMISSIONS;
  }

  function permissions(user: UserContext, object: ObjectSchema): ObjectPermissions {
    const own = base(user, object);
    const { systemPermissions } = grants(user.userId);
    const modifyAll = own.modifyAll || (!object.setup && systemPermissions.has('ModifyAllData'));
    const viewAll = own.viewAll || modifyAll || (!object.setup && systemPermissions.has('ViewAllData'));
    return {
      create: (own.create || modifyAll) && object.createable,
      read: own.read || viewAll,
      edit: (own.edit || modifyAll) && object.updateable,
      delete: (own.delete || modifyAll) && object.deletable,
      viewAll,
      modifyAll
    };
  }

  return {
    grants,
    forget() {
      cache.clear();
      userRows.clear();
      globals.clear();
      people = null;
    },
    object: permissions,
    globals(userId) {
      let known = globals.get(userId);
      if (!known) {
        known = readGlobals(store, schema(), userId, grants(userId).customPermissions);
        globals.set(userId, known);
      }
      return known;
    },
    field(user, object, field) {
      const { read, create, edit } = permissions(user, object);
      const writes = (create || edit) && !field.calculated;
      if (!field.permissionable) return { read, edit: writes };
      const { readableFields, editableFields } = grants(user.userId);
      const name = `${object.name}.${securedName(field)}`.toLowerCase();
      return {
        read: read && readableFields.has(name),
        edit: writes && editableFields.has(name)
      };
    },
    rows(user, object, alias, access) {
      people ??= readPeople(store);
      const scope = {
        schema: schema(),
        people,
        user,
        closedToHierarchy,
        permissions: (other: ObjectSchema) => permissions(user, other),
        userField: (name: string) => userRow(user.userId)[name] ?? null
      };
      return rowsFor(scope, object, alias, access);
    }
  };
}
