import { defaultOf } from '../computed/default.ts';
import type { FieldSchema, ObjectSchema, RecordValues } from '../contract.ts';
import { displayContext } from './display.ts';
import { addPaths, emptyTree } from './field-paths.ts';
import { layoutOf, layoutPaths, type Layout } from './layout.ts';
import { objectInfo, type ObjectInfo } from './object-info.ts';
import type { RecordReader } from './reader.ts';
import { recordRepresentation, type RecordRepresentation } from './record.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_defaults.htm */
export interface RecordDefaults {
  layout: Layout;
  objectInfos: Record<string, ObjectInfo>;
  record: RecordRepresentation;
}

const KEPT_BY_THE_ORG =
  /^(?:Id|IsDeleted|CreatedBy|CreatedDate|LastModifiedBy|LastModifiedDate|SystemModstamp)/;

/** What a form for a new record starts from: the layout's fields with their defaults, owned by this user. */
export function createDefaults(
  reader: RecordReader,
  object: ObjectSchema,
  optionalFields: readonly string[]
): RecordDefaults {
  const layout = layoutOf(reader, object, 'Full', 'Create');
  const paths = [...layoutPaths(reader, object, layout), ...optionalFields].filter(
    (path) => !KEPT_BY_THE_ORG.test(path)
  );
  const tree = emptyTree();
  addPaths(reader, object, tree, paths, 'optional');
  const display = displayContext(reader.org, reader.user);
  return {
    layout,
    objectInfos: { [object.name]: objectInfo(reader, object) },
    record: recordRepresentation(reader, display, object, defaultRow(reader, object), tree)
  };
}

function defaultRow(reader: RecordReader, object: ObjectSchema): RecordValues {
  const { org, user } = reader;
  const moment = { now: org.now(), user, globals: () => org.access.globals(user.userId) };
  const value = (field: FieldSchema): RecordValues[string] =>
    field.name === 'OwnerId' ? user.userId : defaultOf(field, moment);
  return Object.fromEntries(reader.fields(object).map((field) => [field.name, value(field)]));
}
