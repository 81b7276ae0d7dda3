import { storedFields } from '../computed/columns.ts';
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
  /** All fields of the rows that carry one of these values, at most 200, in a field; in the order of their ids. */
  find(
    object: ObjectSchema,
    field: FieldSchema,
    values: readonly FieldValue[],
    which: 'all' | 'living'
  ): RecordValues[];
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

/** So many values every search has, so that one statement serves all of them; what is missing is repeated. */
const SEARCHED = 200;

interface ObjectStatements {
  fields: readonly FieldSchema[];
  /** A record without any values. */
  blank: RecordValues;
  insert: string;
  select: string;
  /** By field and by what is searched. */
  finds: Map<string, string>;
  /** By the names of what they change; many updates in a row change the same. */
  updates: Map<string, string>;
  latestUpdate: { names: readonly string[]; update: string };
}

const statements = new WeakMap<ObjectSchema, ObjectStatements>();

function statementsOf(object: ObjectSchema): ObjectStatements {
  let known = statements.get(object);
  if (!known) {
    const fields = storedFields(object);
    const columns = fields.map(({ name }) => `"${name}"`).join(', ');
    known = {
      fields,
      blank: Object.fromEntries(fields.map(({ name }) => [name, null])),
      insert: `INSERT INTO "${object.name}" (${columns}) VALUES (${fields.map(() => '?').join(', ')})`,
      select: `SELECT ${columns} FROM "${object.name}" WHERE "Id" = ?`,
      finds: new Map(),
      updates: new Map(),
      latestUpdate: { names: [], update: '' }
    };
    statements.set(object, known);
  }
  return known;
}

function updateOf(object: ObjectSchema, names: readonly string[]): string {
  const statements = statementsOf(object);
  const { latestUpdate, updates } = statements;
  const isSame =
    names.length === latestUpdate.names.length &&
    names.every((name, index) => name === latestUpdate.names[index]);
  if (isSame) return latestUpdate.update;
  const key = names.join();
  let update = updates.get(key);
  if (update === undefined) {
    const assignments = names.map((name) => `"${name}" = ?`).join(', ');
    updates.set(key, (update = `UPDATE "${object.name}" SET ${assignments} WHERE "Id" = ?`));
  }
  statements.latestUpdate = { names, update };
  return update;
}

function findOf(object: ObjectSchema, { name }: FieldSchema, which: 'all' | 'living'): string {
  const { fields, finds } = statementsOf(object);
  const key = `${name} ${which}`;
  let known = finds.get(key);
  if (known === undefined) {
    const columns = fields.map((field) => `"${field.name}"`).join(', ');
    const marks = Array(SEARCHED).fill('?').join(', ');
    const living = which === 'living' ? ' AND "IsDeleted" = 0' : '';
    known = `SELECT ${columns} FROM "${object.name}" WHERE "${name}" IN (${marks})${living} ORDER BY "Id"`;
    finds.set(key, known);
  }
  return known;
}

/** A stored row as a whole record: of one shape with all others of its object, which makes them quick to work with. */
function whole({ fields, blank }: ObjectStatements, row: StoredRow): RecordValues {
  const values = { ...blank };
  for (const { name, type } of fields) values[name] = type === 'boolean' ? row[name] === 1 : row[name];
  return values;
}

/** A stored row as values of its fields. */
export function toValues(fields: readonly FieldSchema[], row: StoredRow): RecordValues {
  const values: RecordValues = {};
  for (const field of fields) values[field.name] = fromColumn(field, row[field.name]);
  return values;
}

export function createRows({ store, ids, now }: RowsDependencies): Rows {
  let latest = { time: NaN, text: '' };

  /** The clock's time; many saves share a millisecond. */
  function moment(): string {
    const date = now();
    const time = date.getTime();
    if (time !== latest.time) latest = { time, text: date.toISOString() };
    return latest.text;
  }

  return {
    insert(object, values, userId) {
      const id = typeof values.Id === 'string' ? values.Id : ids.next(object.keyPrefix, object.name);
      const time = moment();
      const { fields, insert } = statementsOf(object);
      const params = fields.map(({ name, type }) => {
        const value = values[name] ?? ownValue(name, id, time, userId);
        return value === null && type === 'boolean' ? 0 : toParam(value);
      });
      store.run(insert, params);
      return id;
    },

    update(object, id, changes, userId) {
      const time = moment();
      const all: RecordValues = { ...changes, SystemModstamp: time };
      if (object.fields.has('lastmodifieddate')) {
        all.LastModifiedDate = time;
        all.LastModifiedById = userId;
      }
      const names = Object.keys(all);
      const params = names.map((name) => toParam(all[name]));
      params.push(id);
      store.run(updateOf(object, names), params);
    },

    read(object, id) {
      const statements = statementsOf(object);
      const [row] = store.all(statements.select, [id]);
      return row && whole(statements, row);
    },

    find(object, field, values, which) {
      if (values.length === 0) return [];
      const params = values.map(toParam);
      while (params.length < SEARCHED) params.push(params[0]);
      const statements = statementsOf(object);
      return store.all(findOf(object, field, which), params).map((row) => whole(statements, row));
    }
  };
}

/** What the org itself writes into a new row where nobody gave a value. */
function ownValue(name: string, id: string, time: string, userId: string): Param {
  switch (name) {
    case 'Id':
      return id;
    case 'CreatedDate':
    case 'LastModifiedDate':
    case 'SystemModstamp':
      return time;
    case 'CreatedById':
    case 'LastModifiedById':
      return userId;
    default:
      return null;
  }
}
