import { createHash } from 'node:crypto';
import type { FieldValue, ObjectSchema, RecordValues } from '../contract.ts';
import { displayValue, type DisplayContext } from './display.ts';
import { addPaths, emptyTree, type FieldTree } from './field-paths.ts';
import type { RecordReader } from './reader.ts';

/** The id of the master record type: every object without record types of its own has it. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

export interface FieldValueRepresentation {
  displayValue: string | null;
  value: FieldValue | RecordRepresentation;
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export interface RecordRepresentation {
  apiName: string;
  childRelationships: Record<string, never>;
  eTag: string;
  fields: Record<string, FieldValueRepresentation>;
  id: string | null;
  lastModifiedById: string | null;
  lastModifiedDate: string | null;
  recordTypeId: string | null;
  recordTypeInfo: null;
  systemModstamp: string | null;
  weakEtag: number;
}

/** A fingerprint of what is shown: the same content has the same eTag. */
export function eTagOf(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

function text(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function byName<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Users have no record type; the other objects have the master. */
export function recordTypeOf(object: ObjectSchema): string | null {
  return object.name === 'User' ? null : MASTER_RECORD_TYPE;
}

/** Wraps fields of a row (or of one to be created) as UI API sends a record. */
export function representation(
  object: ObjectSchema,
  row: RecordValues,
  fields: [string, FieldValueRepresentation][]
): RecordRepresentation {
  const systemModstamp = text(row.SystemModstamp);
  const content = {
    apiName: object.name,
    childRelationships: {},
    fields: byName(fields),
    id: text(row.Id),
    lastModifiedById: text(row.LastModifiedById),
    lastModifiedDate: text(row.LastModifiedDate),
    recordTypeId: recordTypeOf(object),
    recordTypeInfo: null,
    systemModstamp,
    weakEtag: systemModstamp ? Date.parse(systemModstamp) : 0
  };
  return { ...content, eTag: eTagOf(content) };
}

/** The record with the fields of the tree; a parent that this user can't see is null, as if it weren't there. */
export function recordRepresentation(
  reader: RecordReader,
  display: DisplayContext,
  object: ObjectSchema,
  row: RecordValues,
  tree: FieldTree
): RecordRepresentation {
  const fields: [string, FieldValueRepresentation][] = [];
  for (const field of tree.fields) {
    const value = row[field.name] ?? null;
    fields.push([field.name, { displayValue: displayValue(field, value, display), value }]);
  }
  for (const [reference, paths] of tree.parents) {
    const value = parentRepresentation(reader, display, row[reference.name] ?? null, paths);
    fields.push([reference.relationshipName ?? reference.name, value]);
  }
  return representation(object, row, fields);
}

function parentRepresentation(
  reader: RecordReader,
  display: DisplayContext,
  id: FieldValue,
  paths: ReadonlySet<string>
): FieldValueRepresentation {
  const object = typeof id === 'string' ? reader.objectOfId(id) : undefined;
  const row = object && typeof id === 'string' ? reader.row(object, id) : undefined;
  if (!object || !row) return { displayValue: null, value: null };

  const tree = emptyTree();
  // Each path exists in one of the objects that the reference may point at, not always in this one.
  addPaths(reader, object, tree, paths, 'optional');
  return {
    displayValue: recordName(object, row),
    value: recordRepresentation(reader, display, object, row, tree)
  };
}

/** What a record is called: the value of its name field. */
export function recordName(object: ObjectSchema, row: RecordValues): string | null {
  const nameField = [...object.fields.values()].find((field) => field.nameField);
  return nameField ? text(row[nameField.name]) : null;
}
