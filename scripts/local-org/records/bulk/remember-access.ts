import type { AccessService } from '../../access/access.ts';
import type { FieldSchema, ObjectPermissions, ObjectSchema, SqlFragment } from '../../contract.ts';

type FieldAccess = ReturnType<AccessService['field']>;

/**
 * The same access, asked only once for each question: for many saves by one user during which nobody's permissions
 * change unless the saves themselves do it, and then they say so with `forget`.
 */
export function rememberAccess(access: AccessService): AccessService {
  const objects = new Map<ObjectSchema, ObjectPermissions>();
  const fields = new Map<ObjectSchema, Map<FieldSchema, FieldAccess>>();
  const rows = new Map<ObjectSchema, Map<string, SqlFragment>>();

  function remembered<Key, Answer>(known: Map<Key, Answer>, key: Key, ask: () => Answer): Answer {
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = ask()));
    return answer;
  }

  return {
    grants: (userId) => access.grants(userId),
    globals: (userId) => access.globals(userId),
    forget() {
      for (const known of [objects, fields, rows]) known.clear();
      access.forget();
    },
    object: (user, object) => remembered(objects, object, () => access.object(user, object)),
    field(user, object, field) {
      // Objects may share a field's definition.
      const own = remembered(fields, object, () => new Map<FieldSchema, FieldAccess>());
      return remembered(own, field, () => access.field(user, object, field));
    },
    rows(user, object, alias, kind) {
      // The alias that nearly all conditions of saves are written for.
      if (alias !== 't') return access.rows(user, object, alias, kind);
      const own = remembered(rows, object, () => new Map<string, SqlFragment>());
      return remembered(own, kind, () => access.rows(user, object, alias, kind));
    }
  };
}
