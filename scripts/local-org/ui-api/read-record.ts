import type { ObjectSchema, RecordValues } from '../contract.ts';
import { notFound } from '../errors.ts';
import { normalizeId } from '../ids.ts';
import { displayContext } from './display.ts';
import { insufficientAccess, invalidRecordId, noSuchColumn } from './errors.ts';
import { addPaths, emptyTree, withoutObject, type FieldTree } from './field-paths.ts';
import type { RecordReader } from './reader.ts';
import { recordRepresentation, type RecordRepresentation } from './record.ts';

/** What of a record is wanted; all names are qualified, as in `Opportunity.Account.Name`. */
export interface FieldRequest {
  fields: readonly string[];
  optionalFields: readonly string[];
  /** Paths without the object's name that a layout asks for. */
  layoutFields: readonly string[];
}

export interface FoundRecord {
  object: ObjectSchema;
  row: RecordValues;
}

/** The record behind an id of 15 or 18 characters; throws NOT_FOUND, or INSUFFICIENT_ACCESS when it is hidden. */
export function findRecord(reader: RecordReader, recordId: string): FoundRecord {
  const id = normalizeId(recordId);
  if (!id) throw invalidRecordId(recordId);
  const object = reader.objectOfId(id);
  if (!object) {
    const exists = reader.org.schema.objects().some((known) => known.keyPrefix === id.slice(0, 3));
    throw exists ? insufficientAccess() : notFound();
  }
  const row = reader.row(object, id);
  if (!row) throw isAlive(reader, object, id) ? insufficientAccess() : notFound();
  return { object, row };
}

function isAlive(reader: RecordReader, object: ObjectSchema, id: string): boolean {
  const alive = object.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
  return reader.org.store.all(`SELECT 1 FROM "${object.name}" WHERE "Id" = ?${alive}`, [id]).length > 0;
}

/** The fields of a request as a tree; throws INVALID_FIELD for one of `fields` that this user can't read. */
export function requestedTree(reader: RecordReader, object: ObjectSchema, request: FieldRequest): FieldTree {
  const tree = emptyTree();
  const required = request.fields.map((name) => {
    const path = withoutObject(object, name);
    if (path === null) throw noSuchColumn(object.name, name);
    return path;
  });
  const optional = request.optionalFields
    .map((name) => withoutObject(object, name))
    .filter((path) => path !== null);
  addPaths(reader, object, tree, required, 'required');
  addPaths(reader, object, tree, optional, 'optional');
  addPaths(reader, object, tree, request.layoutFields, 'optional');
  return tree;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_record_get.htm */
export function readRecord(
  reader: RecordReader,
  { object, row }: FoundRecord,
  request: FieldRequest
): RecordRepresentation {
  const tree = requestedTree(reader, object, request);
  return recordRepresentation(reader, displayContext(reader.org, reader.user), object, row, tree);
}
