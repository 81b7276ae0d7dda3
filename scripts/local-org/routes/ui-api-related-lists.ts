import type { OrgApp, OrgContext } from '../http/env.ts';
import { dataPath } from '../http/paths.ts';
import { readJsonObject } from '../http/responses.ts';
import { notSupported, orgError } from '../errors.ts';
import { requireObject } from '../ui-api/object-info.ts';
import { listParameter, numberParameter } from '../ui-api/parameters.ts';
import type { RecordReader } from '../ui-api/reader.ts';
import { relatedListInfo, relatedListRecords, type RelatedListRequest } from '../ui-api/related-lists.ts';

const DEFAULT_PAGE = 50;

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_resources_related_lists.htm */
export function relatedListRoutes(app: OrgApp, reader: (context: OrgContext) => RecordReader): void {
  app.get(dataPath('ui-api/related-list-info/:parentObject/:relatedListId'), (context) => {
    const view = reader(context);
    const parent = requireObject(view, context.req.param('parentObject') ?? '');
    return context.json(relatedListInfo(view, parent, context.req.param('relatedListId') ?? ''));
  });

  const path = dataPath('ui-api/related-list-records/:parentId/:relatedListId');
  const answer = (context: OrgContext, request: RelatedListRequest): Response => {
    const parentId = context.req.param('parentId') ?? '';
    const relatedListId = context.req.param('relatedListId') ?? '';
    return context.json(relatedListRecords(reader(context), parentId, relatedListId, request));
  };

  app.get(path, (context) =>
    answer(context, {
      fields: listParameter(context, 'fields'),
      optionalFields: listParameter(context, 'optionalFields'),
      sortBy: listParameter(context, 'sortBy'),
      pageSize: numberParameter(context, 'pageSize', DEFAULT_PAGE),
      pageToken: numberParameter(context, 'pageToken', 0)
    })
  );

  app.post(path, async (context) => answer(context, requestOf(await readJsonObject(context))));
}

function requestOf(body: Record<string, unknown>): RelatedListRequest {
  if (body.where !== undefined) throw notSupported('The property where of a related list');
  return {
    fields: names(body, 'fields'),
    optionalFields: names(body, 'optionalFields'),
    sortBy: names(body, 'sortBy'),
    pageSize: Number(body.pageSize ?? DEFAULT_PAGE),
    pageToken: Number(body.pageToken ?? 0)
  };
}

function names(body: Record<string, unknown>, property: string): string[] {
  const value = body[property] ?? [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw orgError(
    400,
    'POST_BODY_PARSE_ERROR',
    `Value for property '${property}' should be a list of Strings.`
  );
}
