import type { FieldSchema, FieldValue, ObjectSchema, RecordValues, Store } from '../contract.ts';
import type { IdGenerator } from '../ids.ts';

type Param = string | number | null;
type StoredRow = Record<string, Param>;

/** Reads and writes whole rows without asking anyone: what is above it has checked, or is the org itself. */
export interface Rows {
  /** Writes a new row with its id and audit fields, and answers the id. */
  insert(object: ObjectSchema, values: RecordValues, userId: string): string;
  /** Writes the named fields; `LastModified…` too when the object keeps them. */
  update(object: ObjectSchema, id: string, changes: RecordValues, userId: string): void;
  /** All fields of one row, deleted ones included. */
  read(object: ObjectSchema, id: string): RecordValues | undefined;
}

export interface RowsDependencies {
  store: Store;
  ids: IdGenerator;
  now(): Date;
}

export function toParam(value: FieldValue | undefined): Param {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Booleans come out of SQLite as 0 and 1. */
export function fromColumn(field: FieldSchema, value: Param): FieldValue {
  return field.type === 'boolean' ? value === 1 : value;
}

interface ObjectStatements {
  fields: FieldSchema[];
  insert: string;
  select: string;
  /** By the names of what they change. */
  updates: Map<string, string>;
}

const statements = new WeakMap<ObjectSchema, ObjectStatements>();

function statementsOf(object: ObjectSchema): ObjectStatements {
  let known = statements.get(object);
  if (!known) {
    const fields = [...object.fields.values()];
    const columns = fields.map(({ name }) => `"${name}"`).join(', ');
    known = {
      fields,
      insert: `INSERT INTO "${object.name}" (${columns}) VALUES (${fields.map(() => '?').join(', ')})`,
      select: `SELECT ${columns} FROM "${object.name}" WHERE "Id" = ?`,
      updates: new Map()
    };
    statements.set(object, known);
  }
  return known;
}

function updateOf(object: ObjectSchema, names: readonly string[]): string {
  const { updates } = statementsOf(object);
  const key = names.join();
  let known = updates.get(key);
  if (known === undefined) {
    const assignments = names.map((name) => `"${name}" = ?`).join(', ');
    updates.set(key, (known = `UPDATE "${object.name}" SET ${assignments} WHERE "Id" = ?`));
  }
  return known;
}

/** A stored row as values of its fields. */
export function toValues(fields: readonly FieldSchema[], row: StoredRow): RecordValues {
  const values: RecordValues = {};
  for (const field of fields) values[field.name] = fromColumn(field, row[field.name]);
  return values;
}

export function createRows({ store, ids, now }: RowsDependencies): Rows {
  return {
    insert(object, values, userId) {
      const id = typeof values.Id === 'string' ? values.Id : ids.next(object.keyPrefix, object.name);
      const moment = now().toISOString();
      const audit: RecordValues = {
        CreatedDate: moment,
        CreatedById: userId,
        LastModifiedDate: moment,
        LastModifiedById: userId,
        SystemModstamp: moment
      };
      const { fields, insert } = statementsOf(object);
      const params = fields.map((field) => {
        if (field.name === 'Id') return id;
        const value = values[field.name] ?? audit[field.name] ?? null;
        return value === null && field.type === 'boolean' ? 0 : toParam(value);
      });
      store.run(insert, params);
      return id;
    },

    update(object, id, changes, userId) {
      const moment = now().toISOString();
      const all: RecordValues = { ...changes, SystemModstamp: moment };
      if (object.fields.has('lastmodifieddate')) {
        all.LastModifiedDate = moment;
        all.LastModifiedById = userId;
      }
      const names = Object.keys(all);
      const params = names.map((name) => toParam(all[name]));
      params.push(id);
      store.run(updateOf(object, names), params);
    },

    read(object, id) {
      const { fields, select } = statementsOf(object);
      const [row] = store.all(select, [id]);
      return row && toValues(fields, row);
    }
  };
}
