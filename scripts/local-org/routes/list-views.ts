import type { Org, QueryRow } from '../contract.ts';
import { notFound, notSupported } from '../errors.ts';
import type { Resource, ResourceRequest } from '../http/resource.ts';
import { normalizeId } from '../ids.ts';
import type { ViewColumn } from '../list-views/columns.ts';
import { listViewsOf, soqlOf, type ListView } from '../list-views/list-views.ts';
import { isSortable } from '../soql/capabilities.ts';
import { objectInPath } from './objects.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_listviews.htm */
export function listViewResources(org: Org): Resource[] {
  function viewInPath({ user, parameters }: ResourceRequest): ListView {
    const object = objectInPath(org, user, parameters.object);
    const wanted = normalizeId(parameters.view) ?? parameters.view;
    const view = listViewsOf(org, user, object).find(
      ({ id, developerName }) => id === wanted || developerName === wanted
    );
    if (!view) throw notFound();
    return view;
  }

  return [
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews',
      handle({ user, parameters, apiVersion }) {
        const object = objectInPath(org, user, parameters.object);
        const listviews = listViewsOf(org, user, object).map((view) => summaryOf(view, apiVersion));
        const body = {
          done: true,
          listviews,
          nextRecordsUrl: null,
          size: listviews.length,
          sobjectType: object.name
        };
        return { status: 200, body };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews/:view',
      handle: (request) => ({
        status: 200,
        body: summaryOf(viewInPath(request), request.apiVersion)
      })
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews/:view/describe',
      handle(request) {
        const view = requireRunnable(viewInPath(request));
        return {
          status: 200,
          body: {
            columns: columnsOf(view),
            id: view.id,
            orderBy: orderOf(view),
            query: soqlOf(view),
            relatedEntityId: null,
            scope: view.scope,
            scopeEntityId: null,
            sobjectType: view.object.name,
            whereCondition: null
          }
        };
      }
    },
    {
      method: 'GET',
      pattern: 'sobjects/:object/listviews/:view/results',
      handle(request) {
        const view = requireRunnable(viewInPath(request));
        const { user, apiVersion } = request;
        const { records, done, totalSize } = org.queries.run(user, soqlOf(view), { apiVersion });
        return {
          status: 200,
          body: {
            columns: columnsOf(view),
            developerName: view.developerName,
            done,
            id: view.id,
            label: view.label,
            records: records.map((record) => ({
              columns: columnsOf(view).map(({ fieldNameOrPath }) => ({
                fieldNameOrPath,
                value: valueAt(record, fieldNameOrPath)
              }))
            })),
            size: totalSize
          }
        };
      }
    }
  ];
}

function summaryOf({ id, developerName, label, object, problem }: ListView, apiVersion: string) {
  const url = `/services/data/v${apiVersion}/sobjects/${object.name}/listviews/${id}`;
  return {
    describeUrl: `${url}/describe`,
    developerName,
    id,
    label,
    resultsUrl: `${url}/results`,
    soqlCompatible: problem === null,
    url
  };
}

export function requireRunnable(view: ListView): ListView {
  if (view.problem === null) return view;
  throw notSupported(`The list view ${view.developerName} (${view.problem})`);
}

/** The view's columns, and hidden behind them what a client needs to open a record. */
function columnsOf({ columns, object }: ListView) {
  const shown = columns.map((column, index) => describeColumn(column, index === 0 ? 0 : null));
  const hidden = ['Id', 'CreatedDate', 'LastModifiedDate'].flatMap((name) => {
    const field = object.fields.get(name.toLowerCase());
    if (!field || columns.some(({ path }) => path === name)) return [];
    return [{ ...describeColumn({ path: name, label: field.label, field, object }, null), hidden: true }];
  });
  return [...shown, ...hidden];
}

function describeColumn({ path, label, field }: ViewColumn, sortIndex: number | null) {
  return {
    ascendingLabel: 'A-Z',
    descendingLabel: 'Z-A',
    fieldNameOrPath: path,
    hidden: false,
    label,
    searchable: false,
    selectListItem: path,
    sortDirection: sortIndex === null ? null : 'ascending',
    sortIndex,
    sortable: isSortable(field),
    type: field.type
  };
}

function orderOf({ object }: ListView) {
  const nameField = [...object.fields.values()].find((field) => field.nameField);
  return [...(nameField ? [nameField.name] : []), 'Id'].map((fieldNameOrPath) => ({
    fieldNameOrPath,
    nullsPosition: 'first',
    sortDirection: 'ascending'
  }));
}

/** `Owner.Alias` of a record; a list tells everything as text. */
function valueAt(record: QueryRow, path: string): string | null {
  const [first, second] = path.split('.');
  const value = record[first];
  const inner =
    second !== undefined && value && typeof value === 'object' ? (value as QueryRow)[second] : value;
  return inner === null || typeof inner === 'object' ? null : String(inner);
}
