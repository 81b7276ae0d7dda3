import { storedFields } from '../computed/columns.ts';
import type { FieldSchema, ObjectSchema, RecordValues, UserContext } from '../contract.ts';
import { orgError } from '../errors.ts';
import { behaviourOf } from './behaviours/index.ts';
import { fieldNamed, objectNamed, type Engine } from './engine.ts';
import { toValues } from './rows.ts';

interface Dependants {
  object: ObjectSchema;
  field: FieldSchema;
  rows: RecordValues[];
}

function dependantsOf(engine: Engine, object: ObjectSchema, id: string): Dependants[] {
  return object.children.flatMap((relationship) => {
    const child = objectNamed(engine, relationship.childObject);
    const field = fieldNamed(child, relationship.field);
    if (!field || field.relationshipName === 'CreatedBy' || field.relationshipName === 'LastModifiedBy')
      return [];
    const fields = storedFields(child);
    const rows = engine.store
      .all(
        `SELECT ${fields.map(({ name }) => `"${name}"`).join(', ')} FROM "${child.name}" WHERE "${field.name}" = ? AND "IsDeleted" = 0`,
        [id]
      )
      .map((row) => toValues(fields, row));
    return rows.length > 0 ? [{ object: child, field, rows }] : [];
  });
}

function nameOf(object: ObjectSchema, row: RecordValues): string {
  const nameField = [...object.fields.values()].find((field) => field.nameField);
  return String((nameField && row[nameField.name]) ?? row.Id);
}

/** A record that went into the recycle bin. */
export interface Removed {
  object: ObjectSchema;
  id: string;
}

function remove(engine: Engine, user: UserContext, object: ObjectSchema, row: RecordValues): Removed[] {
  const id = String(row.Id);
  // Marked first, so that records that refer to each other are each deleted once.
  if (object.setup) engine.store.run(`DELETE FROM "${object.name}" WHERE "Id" = ?`, [id]);
  else engine.rows.update(object, id, { IsDeleted: true }, user.userId);

  const removed: Removed[] = [{ object, id }];
  for (const { object: child, field, rows } of dependantsOf(engine, object, id)) {
    if (field.onParentDelete === 'Restrict') {
      throw orgError(
        400,
        'DELETE_FAILED',
        `Your attempt to delete ${nameOf(object, row)} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${rows.map((entry) => nameOf(child, entry)).join(', ')}`
      );
    }
    for (const entry of rows) {
      if (field.onParentDelete === 'Cascade') removed.push(...remove(engine, user, child, entry));
      else engine.rows.update(child, String(entry.Id), { [field.name]: null }, user.userId);
    }
  }
  behaviourOf(object)?.deleted?.(engine, user, row);
  if (object.setup) engine.access.forget();
  return removed;
}

/**
 * Deletes one record into the recycle bin, with its details; lookups to it are emptied. Set-up records are gone for
 * good. Answers all that went. Throws DELETE_FAILED when a restricting lookup points at it.
 */
export function deleteRecord(engine: Engine, user: UserContext, object: ObjectSchema, id: string): Removed[] {
  if (!engine.access.object(user, object).delete) {
    throw orgError(400, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
  }
  const row = engine.rows.read(object, id);
  if (!row) throw orgError(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (row.IsDeleted === true) throw orgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  const allowed = engine.access.rows(user, object, 't', 'delete');
  const [mine] = engine.store.all(`SELECT 1 FROM "${object.name}" t WHERE t."Id" = ? AND ${allowed.sql}`, [
    id,
    ...allowed.params
  ]);
  if (!mine) {
    throw orgError(400, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
  }
  return remove(engine, user, object, row);
}
