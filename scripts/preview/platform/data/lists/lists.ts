import { graphqlCache } from '../graphql/graphql.ts';
import { fieldPaths } from '../forms/fieldPaths.ts';
import { ask, query } from '../http/http.ts';
import { isNameItem, layout, layoutItems } from '../layouts/layouts.ts';
import type { FieldInfo, ObjectInfo } from '../objects/objects.ts';
import type { RecordRepresentation } from '../records/representation.ts';

/** A column of a list of records. */
export interface Column {
  key: string;
  label: string;
  info: FieldInfo;
}

export interface ListRequest {
  info: ObjectInfo;
  fields: readonly string[];
  /** A GraphQL filter, such as `{ IsClosed: { eq: false } }`. No text of a user may stand in it. */
  where?: string;
  /** A GraphQL order, such as `{ ActivityDate: { order: ASC } }`. */
  orderBy: string;
  limit: number;
}

interface Answer {
  uiapi: { query: Record<string, { edges: { node: { Id: string } }[] }> };
}

interface Batch {
  results: { statusCode: number; result: RecordRepresentation }[];
}

async function findIds({ info, where, orderBy, limit }: ListRequest): Promise<string[]> {
  const filter = where ? `where: ${where}` : '';
  const text = `query { uiapi { query { ${info.apiName}(first: ${limit} ${filter} orderBy: ${orderBy}) {
    edges { node { Id } }
  } } } }`;
  const { data, errors } = await graphqlCache.execute({ query: text });
  if (errors) {
    throw new Error(errors.map(({ message }) => message).join(' '));
  }
  return (data as Answer).uiapi.query[info.apiName].edges.map(({ node }) => node.Id);
}

/**
 * Records for a list, with their fields as the user reads them. GraphQL finds them; UI API brings the fields,
 * since it gives the names behind lookups to several objects in one way.
 * @throws Error or FetchResponse with what the org says against it
 */
export async function listRecords(request: ListRequest): Promise<RecordRepresentation[]> {
  const ids = await findIds(request);
  if (ids.length === 0) {
    return [];
  }
  const optionalFields = request.fields.flatMap((name) => fieldPaths(request.info, name));
  const batch = await ask<Batch>('GET', `/ui-api/records/batch/${ids.join(',')}${query({ optionalFields })}`);
  return batch.results.filter(({ statusCode }) => statusCode === 200).map(({ result }) => result);
}

/** For objects that have no compact layout of their own. */
const USUAL_COLUMNS: Readonly<Record<string, string[]>> = {
  CampaignMember: ['CampaignId', 'Status', 'FirstRespondedDate'],
  OpportunityContactRole: ['ContactId', 'Role', 'IsPrimary'],
  OpportunityLineItem: ['Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice']
};

/** Columns to show where nothing says which. */
export function usualColumns(info: ObjectInfo): Column[] {
  const keys = USUAL_COLUMNS[info.apiName] ?? [...info.nameFields.slice(-1), 'LastModifiedDate'];
  return keys
    .filter((key) => key in info.fields)
    .map((key) => ({ key, label: info.fields[key].label.replace(/ ID$/, ''), info: info.fields[key] }));
}

/** The columns of a list: the name and what the compact layout shows. */
export async function compactColumns(info: ObjectInfo): Promise<Column[]> {
  const items = layoutItems(await layout(info.apiName, 'Compact'));
  const name = info.nameFields.at(-1) ?? 'Name';
  const labels = new Map(
    items.map((item) => [
      isNameItem(item, info) ? name : (item.layoutComponents[0].apiName ?? ''),
      item.label
    ])
  );
  const keys = [...new Set([name, ...labels.keys()])].filter((key) => key in info.fields);
  return keys.map((key) => ({
    key,
    label: labels.get(key) ?? info.fields[key].label,
    info: info.fields[key]
  }));
}
