import type { FieldSchema, FieldValue, ObjectSchema, QueryRow, RecordValues } from '../contract.ts';
import type { DisplayContext } from '../ui-api/display.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver of one request shares. */
export interface GraphqlContext {
  reader: RecordReader;
  display: DisplayContext;
  loaders: Loaders;
  /** All rows of a SOQL query as this user. */
  query(soql: string): QueryRow[];
  /** The request's variables as sent. */
  variables: Record<string, unknown>;
}

/** The source of a record's resolvers. */
export interface RecordSource {
  object: ObjectSchema;
  row: RecordValues;
  /** True below a mutation, where relationships can't be followed. */
  saved: boolean;
}

/** The source of a value type's resolvers. */
export interface ValueSource {
  field: FieldSchema;
  value: FieldValue;
}
