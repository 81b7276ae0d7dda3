import type { BulkOperation, ObjectSchema, RecordValues, SaveResult, UserContext } from '../../contract.ts';
import { orgError } from '../../errors.ts';
import { fieldNamed, type Engine } from '../engine.ts';
import type { Known } from '../save.ts';
import { columnNotFound, type Column } from './columns.ts';

export type Rows = readonly (readonly string[])[];

/** What all rows of a bulk job have in common. */
export interface Scene {
  engine: Engine;
  user: UserContext;
  object: ObjectSchema;
  operation: BulkOperation;
  columns: readonly Column[];
  /** Does the work of one row; what it refuses becomes the row's result. */
  row(id: string | null, work: () => SaveResult): SaveResult;
  /** A record that was read before the chunk's first save, unless one save may have changed another's record. */
  known(before: RecordValues | undefined): Known;
}

/** The place of the column for this field; throws InvalidBatch when the data lacks it. */
export function placeOf({ object, columns }: Scene, name: string): number {
  const field = fieldNamed(object, name);
  const place = columns.findIndex((column) => column.field === field && column.relationship === null);
  if (place === -1) throw columnNotFound(name);
  return place;
}

/** Rows of one chunk that are about the same record are all refused. */
export function twin(what: 'id' | 'external id', shown: string, field: string): Error {
  return orgError(400, 'DUPLICATE_VALUE', `Duplicate ${what} specified: ${shown}`, [field]);
}
