import type { ObjectDefinition } from '../../catalogue/object.ts';
import type {
  Access,
  ApiError,
  FieldValue,
  ObjectSchema,
  Queries,
  QueryOptions,
  QueryResult,
  QueryRow,
  Schema,
  Store,
  UserContext
} from '../../contract.ts';
import { OrgError } from '../../errors.ts';
import { normalizeId } from '../../ids.ts';
import { buildSchema } from '../../schema/build.ts';
import { migrate } from '../../schema/migrate.ts';
import { openStore } from '../../store/store.ts';
import { createQueries } from '../index.ts';

/** For tests of SOQL alone: the standard objects (and others), rows put there directly, and chosen limits to access. */
export interface Bench {
  store: Store;
  schema: Schema;
  queries: Queries;
  access: Access;
  user: UserContext;
  /** Puts a row into a table, with an id and false checkboxes unless told; answers the id. */
  insert(object: string, values?: Record<string, FieldValue>): string;
  run(soql: string, options?: Partial<QueryOptions>): QueryResult;
  /** The records without their `attributes`. */
  records(soql: string, options?: Partial<QueryOptions>): unknown[];
  /** The values of one field, in order. */
  values(soql: string, field: string): unknown[];
  /** The refusal that a statement meets. */
  refusal(soql: string, options?: Partial<QueryOptions>): ApiError;
  close(): void;
}

export interface BenchOptions {
  objects?: ObjectDefinition[];
  /** What this user can't read: `Account` or `Account.Phone`. */
  hidden?: string[];
  /** Conditions on the rows of an object, with `$` for the table's alias. */
  rows?: Record<string, string>;
  now?: string;
  user?: Partial<UserContext>;
}

export const USER_ID = '005000000000001AAA';

export function createBench({
  objects = [],
  hidden = [],
  rows = {},
  now,
  user = {}
}: BenchOptions = {}): Bench {
  const store = openStore();
  const schema = withObjects(
    buildSchema([], () => 'a00'),
    objects
  );
  migrate(store, schema);
  const can = (name: string): boolean => !hidden.includes(name);
  const access: Access = {
    object(_, { name }) {
      const yes = can(name);
      return { create: yes, read: yes, edit: yes, delete: yes, viewAll: false, modifyAll: false };
    },
    field(_, object, field) {
      const yes = can(`${object.name}.${field.name}`);
      return { read: yes, edit: yes };
    },
    rows: (_, { name }, alias) => ({ sql: (rows[name] ?? '1').replaceAll('$', alias), params: [] }),
    globals: () => new Map()
  };
  const context: UserContext = {
    userId: USER_ID,
    username: 'rep@example.com',
    profileId: '00e000000000001AAA',
    roleId: null,
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    systemPermissions: new Set(),
    ...user
  };
  const clock = (): Date => new Date(now ?? '2026-11-21T09:30:00.000Z');
  const queries = createQueries({ schema, store, access, now: clock });
  let inserted = 0;

  function run(soql: string, options: Partial<QueryOptions> = {}): QueryResult {
    return queries.run(context, soql, { apiVersion: '66.0', ...options });
  }

  return {
    store,
    schema,
    queries,
    access,
    user: context,
    run,
    insert(name, values = {}) {
      const object = schema.object(name);
      if (!object) throw new Error(`No object ${name}`);
      inserted += 1;
      const short = `${object.keyPrefix}${String(inserted).padStart(12, '0')}`;
      const row: Record<string, FieldValue> = { Id: normalizeId(short), ...falseFlags(object), ...values };
      const columns = Object.keys(row).map((column) => `"${column}"`);
      const marks = columns.map(() => '?').join(', ');
      store.run(
        `INSERT INTO "${object.name}" (${columns.join(', ')}) VALUES (${marks})`,
        Object.values(row).map((value) => (typeof value === 'boolean' ? Number(value) : value))
      );
      return String(row.Id);
    },
    close: () => store.close(),
    records: (soql, options) => run(soql, options).records.map(withoutAttributes),
    values: (soql, field) => run(soql).records.map((record) => record[field]),
    refusal(soql, options) {
      try {
        run(soql, options);
      } catch (error) {
        if (error instanceof OrgError) return error.errors[0];
        throw error;
      }
      throw new Error(`Not refused: ${soql}`);
    }
  };
}

function withObjects(schema: Schema, objects: ObjectDefinition[]): Schema {
  const added = objects.map((object): ObjectSchema => ({
    ...object,
    fields: new Map(object.fields.map((field) => [field.name.toLowerCase(), field])),
    children: [],
    validationRules: [],
    sharingRules: [],
    restrictionRules: []
  }));
  return {
    object: (name) =>
      added.find((object) => object.name.toLowerCase() === name.toLowerCase()) ?? schema.object(name),
    objects: () => [...schema.objects(), ...added]
  };
}

function falseFlags(object: ObjectSchema): Record<string, FieldValue> {
  const flags = [...object.fields.values()].filter(({ type }) => type === 'boolean');
  return Object.fromEntries(flags.map(({ name }) => [name, false]));
}

function withoutAttributes(record: QueryRow): unknown {
  const fields = Object.entries(record).filter(([key]) => key !== 'attributes');
  return Object.fromEntries(fields.map(([key, value]) => [key, plain(value)]));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('records' in value) return (value as QueryResult).records.map(withoutAttributes);
  return withoutAttributes(value as QueryRow);
}
