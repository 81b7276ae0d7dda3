import type { SaveResult } from '../contract.ts';
import { notFound, OrgError, orgError } from '../errors.ts';
import { isJsonObject } from '../http/responses.ts';
import { normalizeId } from '../ids.ts';
import { invalidRecordId, RecordError } from './errors.ts';
import { layoutOf, layoutPaths } from './layout.ts';
import { requireObject } from './object-info.ts';
import { findRecord, readRecord } from './read-record.ts';
import type { RecordReader } from './reader.ts';
import type { RecordRepresentation } from './record.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_requests_record_input.htm */
export interface RecordInput {
  apiName: string | null;
  fields: Record<string, unknown>;
}

/** Reads a request body as a record input; throws ILLEGAL_QUERY_PARAMETER_VALUE when it has no fields. */
export function recordInput(body: Record<string, unknown>, method: 'POST' | 'PATCH'): RecordInput {
  if (!isJsonObject(body.fields)) {
    throw orgError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `Record input is required for ${method}.`);
  }
  return { apiName: typeof body.apiName === 'string' ? body.apiName : null, fields: body.fields };
}

/** What a save answers with: the fields of the layout, and with `includeFieldsInBody` those of the request. */
function savedRecord(
  reader: RecordReader,
  id: string,
  input: RecordInput,
  includeFieldsInBody: boolean
): RecordRepresentation {
  const found = findRecord(reader, id);
  const layout = layoutOf(reader, found.object, 'Full', 'View');
  const named = includeFieldsInBody ? Object.keys(input.fields) : [];
  return readRecord(reader, found, {
    fields: [],
    optionalFields: named.map((name) => `${found.object.name}.${name}`),
    layoutFields: layoutPaths(reader, found.object, layout)
  });
}

/** The id of a successful save; a refused one throws RecordError, a missing record NOT_FOUND. */
function requireSuccess(reader: RecordReader, objectName: string, save: () => SaveResult): string {
  const object = requireObject(reader, objectName);
  let errors;
  try {
    const result = save();
    if (result.success && result.id) return result.id;
    errors = result.errors;
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    errors = error.errors;
  }
  if (errors.some(({ errorCode }) => errorCode === 'NOT_FOUND' || errorCode === 'ENTITY_IS_DELETED')) {
    throw notFound();
  }
  throw new RecordError(object, errors);
}

/** Creates a record as this user. */
export function createRecord(
  reader: RecordReader,
  input: RecordInput,
  includeFieldsInBody: boolean
): RecordRepresentation {
  if (!input.apiName) throw orgError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', 'apiName is required for POST.');
  const object = requireObject(reader, input.apiName);
  const id = requireSuccess(reader, object.name, () =>
    reader.org.records.create(reader.user, object.name, input.fields)
  );
  return savedRecord(reader, id, input, includeFieldsInBody);
}

/** Changes the named fields of a record as this user. */
export function updateRecord(
  reader: RecordReader,
  recordId: string,
  input: RecordInput,
  includeFieldsInBody: boolean
): RecordRepresentation {
  const { object, row } = findRecord(reader, recordId);
  const fields = { ...input.fields };
  delete fields.Id;
  const id = requireSuccess(reader, object.name, () =>
    reader.org.records.update(reader.user, object.name, String(row.Id), fields)
  );
  return savedRecord(reader, id, input, includeFieldsInBody);
}

export function deleteRecord(reader: RecordReader, recordId: string): void {
  const id = normalizeId(recordId);
  if (!id) throw invalidRecordId(recordId);
  const { object } = findRecord(reader, id);
  requireSuccess(reader, object.name, () => reader.org.records.delete(reader.user, object.name, id));
}
