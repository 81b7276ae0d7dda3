import type { FieldSchema, ObjectSchema } from '../contract.ts';
import { notFound } from '../errors.ts';
import { quoted } from '../soql/compilation.ts';
import { displayContext } from './display.ts';
import { illegalParameter, noSuchColumn } from './errors.ts';
import { compactFields } from './layout-draft.ts';
import { findRecord, requestedTree } from './read-record.ts';
import type { RecordReader } from './reader.ts';
import { eTagOf, recordRepresentation, type RecordRepresentation } from './record.ts';

export interface RelatedListRequest {
  fields: readonly string[];
  optionalFields: readonly string[];
  /** Field names, `-` before one for descending order. */
  sortBy: readonly string[];
  pageSize: number;
  /** The number of records before the page. */
  pageToken: number;
}

interface ListReference {
  id: null;
  inContextOfRecordId: string | null;
  listViewApiName: null;
  objectApiName: null;
  parentObjectApiName: string;
  recordTypeId: null;
  relatedListId: string;
  type: 'relatedList';
}

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_related_list_record_collection.htm */
export interface RelatedListRecords {
  count: number;
  currentPageToken: string;
  fields: string[];
  listInfoETag: null;
  listReference: ListReference;
  nextPageToken: string | null;
  optionalFields: string[];
  pageSize: number;
  previousPageToken: string | null;
  records: RecordRepresentation[];
  sortBy: string[];
}

interface RelatedList {
  child: ObjectSchema;
  reference: FieldSchema;
}

const LARGEST_PAGE = 1999;

function relatedList(reader: RecordReader, parent: ObjectSchema, relatedListId: string): RelatedList {
  const lower = relatedListId.toLowerCase();
  const found = parent.children.find((child) => child.relationshipName?.toLowerCase() === lower);
  const child = found && reader.object(found.childObject);
  const reference = child && reader.field(child, found.field);
  if (!child || !reference) throw notFound();
  return { child, reference };
}

function listReference(parent: ObjectSchema, relatedListId: string, recordId: string | null): ListReference {
  return {
    id: null,
    inContextOfRecordId: recordId,
    listViewApiName: null,
    objectApiName: null,
    parentObjectApiName: parent.name,
    recordTypeId: null,
    relatedListId,
    type: 'relatedList'
  };
}

/** `Name` and `Contact.Name` are both `Contact.Name` in a related list of contacts. */
function qualify(object: ObjectSchema, name: string): string {
  return name.toLowerCase().startsWith(`${object.name.toLowerCase()}.`) ? name : `${object.name}.${name}`;
}

function orderTerm(reader: RecordReader, object: ObjectSchema, sort: string): string {
  const path = qualify(object, sort.replace(/^-/, '')).slice(object.name.length + 1);
  const field = reader.field(object, path);
  if (!field) throw noSuchColumn(object.name, path);
  return `t.${quoted(field.name)} ${sort.startsWith('-') ? 'DESC' : 'ASC'}`;
}

/** One page of a record's children, as far as this user may see them. */
export function relatedListRecords(
  reader: RecordReader,
  parentId: string,
  relatedListId: string,
  request: RelatedListRequest
): RelatedListRecords {
  const { object: parent, row } = findRecord(reader, parentId);
  const { child, reference } = relatedList(reader, parent, relatedListId);
  if (!(request.pageSize >= 1 && request.pageSize <= LARGEST_PAGE)) {
    throw illegalParameter('pageSize', String(request.pageSize));
  }
  const fields = request.fields.map((name) => qualify(child, name));
  const optionalFields = request.optionalFields.map((name) => qualify(child, name));
  const tree = requestedTree(reader, child, { fields, optionalFields, layoutFields: [] });
  const where = { sql: `t.${quoted(reference.name)} = ?`, params: [String(row.Id)] };
  const orderBy = request.sortBy.map((sort) => orderTerm(reader, child, sort));
  const page = { where, orderBy, limit: request.pageSize + 1, offset: request.pageToken };
  const rows = reader.rows(child, page);
  const display = displayContext(reader.org, reader.user);
  const records = rows
    .slice(0, request.pageSize)
    .map((record) => recordRepresentation(reader, display, child, record, tree));
  const next = request.pageToken + request.pageSize;
  const previous = Math.max(0, request.pageToken - request.pageSize);
  return {
    count: records.length,
    currentPageToken: String(request.pageToken),
    fields,
    listInfoETag: null,
    listReference: listReference(parent, relatedListId, String(row.Id)),
    nextPageToken: rows.length > request.pageSize ? String(next) : null,
    optionalFields,
    pageSize: request.pageSize,
    previousPageToken: request.pageToken > 0 ? String(previous) : null,
    records,
    sortBy: [...request.sortBy]
  };
}

/** What a related list shows: the child's highlights as columns. */
export function relatedListInfo(reader: RecordReader, parent: ObjectSchema, relatedListId: string) {
  const { child, reference } = relatedList(reader, parent, relatedListId);
  const may = reader.org.access.object(reader.user, child);
  const columns = compactFields(reader.org, child)
    .map((name) => reader.field(child, name))
    .filter((field) => field !== undefined && field.name !== reference.name)
    .map((field) => displayColumn(field));
  const info = {
    cloneable: false,
    createable: child.createable && may.create,
    deletable: false,
    displayColumns: columns,
    fieldApiName: reference.name,
    filterLogicString: '',
    filteredByInfo: [],
    label: child.labelPlural,
    listReference: listReference(parent, relatedListId, null),
    objectApiNames: [child.name],
    orderedByInfo: [],
    updateable: false,
    visibility: 'Public',
    visibilityEditable: false
  };
  return { ...info, eTag: eTagOf(info) };
}

function displayColumn(field: FieldSchema | undefined) {
  const isLookup = field?.type === 'reference';
  return {
    fieldApiName: isLookup ? `${field.relationshipName}.Name` : field?.name,
    label: field?.label,
    lookupId: isLookup ? field.name : field?.nameField ? 'Id' : null,
    sortable: !isLookup
  };
}
