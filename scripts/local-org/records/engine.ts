import type { AccessService } from '../access/access.ts';
import type {
  ApiError,
  FieldSchema,
  ObjectSchema,
  RecordValues,
  Schema,
  Store,
  UserContext
} from '../contract.ts';
import type { Rows } from './rows.ts';

/** What saving and deleting stand on. */
export interface Engine {
  store: Store;
  rows: Rows;
  access: AccessService;
  schema(): Schema;
  now(): Date;
}

/** One save under way, handed through checks and behaviours. */
export interface Change {
  engine: Engine;
  user: UserContext;
  object: ObjectSchema;
  id: string | null;
  /** The row as it was, or null when it is new. */
  before: RecordValues | null;
  /** The row as it will be, all fields. */
  after: RecordValues;
  /** Names of the fields that the caller sent. */
  sent: ReadonlySet<string>;
  /** A unique field whose value is known to be nobody else's. */
  free?: FieldSchema | undefined;
}

/** What a standard object does by itself beside storing its fields. */
export interface Behaviour {
  /** Fills derived fields of `after`, before anything is checked. */
  derive?(change: Change): void;
  /** Rules that no field definition can tell. */
  check?(change: Change): ApiError[];
  /** After the row is written: `id` is set. */
  saved?(change: Change): void;
  /** After the row is deleted. */
  deleted?(engine: Engine, user: UserContext, row: RecordValues): void;
}

/** True when a field is new or differs from what it was. */
export function isChanged(change: Change, field: string): boolean {
  return change.before === null || change.before[field] !== change.after[field];
}

export function objectNamed(engine: Engine, name: string): ObjectSchema {
  const object = engine.schema().object(name);
  if (!object) throw new Error(`The catalogue lacks ${name}`);
  return object;
}

/** Finds an object by the first three characters of an id. */
export function objectByPrefix(schema: Schema, id: string): ObjectSchema | undefined {
  return schema.objects().find((object) => id.startsWith(object.keyPrefix));
}

export function fieldNamed(object: ObjectSchema, name: string): FieldSchema | undefined {
  return object.fields.get(name.toLowerCase());
}
