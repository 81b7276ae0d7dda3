import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Org } from '../contract.ts';
import { notSupported, OrgError, orgError } from '../errors.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { readJsonObject } from '../http/responses.ts';
import { RecordError } from '../ui-api/errors.ts';
import { layoutOf, layoutPaths } from '../ui-api/layout.ts';
import { objectInfo, requireObject } from '../ui-api/object-info.ts';
import { layoutModes, layoutTypes, listParameter } from '../ui-api/parameters.ts';
import { allPicklistValues, picklistValues } from '../ui-api/picklists.ts';
import { findRecord, readRecord } from '../ui-api/read-record.ts';
import { createReader, type RecordReader } from '../ui-api/reader.ts';
import { createDefaults } from '../ui-api/record-defaults.ts';
import type { RecordRepresentation } from '../ui-api/record.ts';
import { createRecord, deleteRecord, recordInput, updateRecord } from '../ui-api/save-record.ts';
import { withoutObject } from '../ui-api/field-paths.ts';
import { relatedListRoutes } from './ui-api-related-lists.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_get_started.htm */
export function uiApiRoutes(app: OrgApp, org: Org): void {
  const reader = (context: OrgContext): RecordReader => createReader(org, context.get('user'));
  recordRoutes(app, reader);
  metadataRoutes(app, reader);
  relatedListRoutes(app, reader);
  app.all(dataPath('ui-api/*'), (context) => {
    throw notSupported(`${context.req.method} ${context.req.path.replace(/^.*\/ui-api/, '/ui-api')}`);
  });
}

type ReaderOf = (context: OrgContext) => RecordReader;

function recordRoutes(app: OrgApp, reader: ReaderOf): void {
  app.get(dataPath('ui-api/records/batch/:recordIds'), (context) => {
    const ids = parameter(context, 'recordIds').split(',');
    return context.json(batch(ids, (id) => recordFor(context, reader(context), id)));
  });

  app.get(dataPath('ui-api/records/:recordId'), (context) =>
    context.json(recordFor(context, reader(context), parameter(context, 'recordId')))
  );

  app.post(dataPath('ui-api/records'), async (context) => {
    const input = recordInput(await readJsonObject(context), 'POST');
    return answerSave(context, 201, () =>
      createRecord(reader(context), input, includesFieldsInBody(context))
    );
  });

  app.patch(dataPath('ui-api/records/:recordId'), async (context) => {
    if (context.req.header('If-Unmodified-Since')) throw notSupported('The header If-Unmodified-Since');
    const input = recordInput(await readJsonObject(context), 'PATCH');
    return answerSave(context, 200, () =>
      updateRecord(reader(context), parameter(context, 'recordId'), input, includesFieldsInBody(context))
    );
  });

  app.delete(dataPath('ui-api/records/:recordId'), (context) =>
    answerSave(context, 204, () => deleteRecord(reader(context), parameter(context, 'recordId')))
  );
}

function metadataRoutes(app: OrgApp, reader: ReaderOf): void {
  app.get(dataPath('ui-api/object-info/batch/:objectNames'), (context) => {
    const view = reader(context);
    const names = parameter(context, 'objectNames').split(',');
    return context.json(batch(names, (name) => objectInfo(view, requireObject(view, name))));
  });

  app.get(dataPath('ui-api/object-info/:objectName'), (context) => {
    const view = reader(context);
    return context.json(objectInfo(view, requireObject(view, parameter(context, 'objectName'))));
  });

  app.get(dataPath('ui-api/object-info/:objectName/picklist-values/:recordTypeId'), (context) => {
    const view = reader(context);
    const object = requireObject(view, parameter(context, 'objectName'));
    const recordTypeId = parameter(context, 'recordTypeId');
    return context.json(allPicklistValues(view, object, recordTypeId, context.get('apiVersion')));
  });

  app.get(dataPath('ui-api/object-info/:objectName/picklist-values/:recordTypeId/:field'), (context) => {
    const view = reader(context);
    const object = requireObject(view, parameter(context, 'objectName'));
    const recordTypeId = parameter(context, 'recordTypeId');
    const field = parameter(context, 'field');
    return context.json(picklistValues(view, object, recordTypeId, field, context.get('apiVersion')));
  });

  app.get(dataPath('ui-api/layout/:objectName'), (context) => {
    const view = reader(context);
    const object = requireObject(view, parameter(context, 'objectName'));
    const [type = 'Full'] = layoutTypes(context, 'layoutType');
    const [mode] = layoutModes(context, 'mode');
    return context.json(layoutOf(view, object, type, mode));
  });

  app.get(dataPath('ui-api/record-defaults/create/:objectName'), (context) => {
    const view = reader(context);
    const object = requireObject(view, parameter(context, 'objectName'));
    const optional = listParameter(context, 'optionalFields')
      .map((name) => withoutObject(object, name))
      .filter((path) => path !== null);
    return context.json(createDefaults(view, object, optional));
  });
}

function parameter(context: OrgContext, name: string): string {
  return context.req.param(name) ?? '';
}

function includesFieldsInBody(context: OrgContext): boolean {
  return context.req.query('includeFieldsInBody') === 'true';
}

function recordFor(context: OrgContext, reader: RecordReader, recordId: string): RecordRepresentation {
  if (context.req.query('childRelationships')) throw notSupported('The parameter childRelationships');
  const fields = listParameter(context, 'fields');
  const optionalFields = listParameter(context, 'optionalFields');
  const types = layoutTypes(context, 'layoutTypes');
  const modes = layoutModes(context, 'modes');
  if (fields.length + optionalFields.length + types.length === 0) {
    throw orgError(400, 'INVALID_INPUT_COMBINATION', "Must provide either 'fields' or 'layoutTypes'.");
  }
  const found = findRecord(reader, recordId);
  const layoutFields = types.flatMap((type) =>
    modes.flatMap((mode) => layoutPaths(reader, found.object, layoutOf(reader, found.object, type, mode)))
  );
  return readRecord(reader, found, { fields, optionalFields, layoutFields });
}

/** Several reads in one answer; each has its own status, the answer's is always 200. */
function batch<T>(items: readonly string[], read: (item: string) => T) {
  const results = items.map((item) => {
    try {
      return { result: read(item), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { result: error.errors, statusCode: error.status };
    }
  });
  return { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results };
}

function answerSave(
  context: OrgContext,
  status: 200 | 201 | 204,
  save: () => RecordRepresentation | void
): Response {
  try {
    const record = save();
    return record && status !== 204 ? context.json(record, status) : context.body(null, 204);
  } catch (error) {
    if (error instanceof RecordError) return context.json(error.body, error.status as ContentfulStatusCode);
    throw error;
  }
}
