import { at } from '../ui-api/testing.ts';
import { loaded, queried } from './channels/bulk.ts';
import { ABSENT, OK, send, verdictOf, type Values, type Verdict } from './channels/channel.ts';
import { asked } from './channels/lightning.ts';
import { org, sheet, top } from './field-scene.ts';

/** Whether the answer has the field at a path, when it was answered at all. */
function shown(verdict: Verdict, holder: unknown): Verdict {
  if (verdict !== OK) return verdict;
  return typeof holder === 'object' && holder !== null && 'Pay__c' in holder ? OK : ABSENT;
}

/** What somebody gets who names the field there. */
export type Place = (persona: string) => Promise<Verdict>;

function rest(path: string, options?: { method?: string; json?: unknown }, holder?: string): Place {
  return async (persona) => {
    const answer = await send(org, persona, path, options);
    const verdict = verdictOf(answer);
    return holder === undefined ? verdict : shown(verdict, at(answer.body, holder));
  };
}

/** A save whose answer has results; `results` leads to the first one. */
function saved(path: string, options: { method?: string; json: unknown }, results: string): Place {
  return async (persona) => {
    const { status, body } = await send(org, persona, path, options);
    const error = at(body, `${results}.errors.0`);
    return error ? String(at(error, 'statusCode')) : verdictOf({ status, body });
  };
}

function soql(statement: string, holder?: string): Place {
  return rest(`query?q=${encodeURIComponent(statement)}`, undefined, holder);
}

function exported(statement: string): Place {
  return (persona) => queried(org, persona, statement, sheet);
}

function imported(operation: string, row: Values): Place {
  return (persona) => loaded(org, persona, { object: 'Sheet__c', operation }, row);
}

function graphql(query: string, holder?: string): Place {
  return async (persona) => {
    const { data, verdict } = await asked(org, persona, query);
    return holder === undefined ? verdict : shown(verdict, at(data, holder));
  };
}

async function listed(persona: string): Promise<Verdict> {
  const { body } = await send(org, persona, 'sobjects/Sheet__c/describe');
  const fields = at(body, 'fields');
  return Array.isArray(fields) && fields.some((entry) => at(entry, 'name') === 'Pay__c') ? OK : ABSENT;
}

const nodes = (selection: string, of = '') =>
  `{ uiapi { query { Sheet__c${of} { edges { node { Id ${selection} } } } } } }`;
const NODE = 'query.Sheet__c.edges.0.node';
const VALUES = { Name: 'New', Pay__c: 'x' };
const ATTRIBUTES = { type: 'Sheet__c', referenceId: 'new' };

/** Every place where a request can name a field. */
export const PLACES: Readonly<Record<string, Place>> = {
  'REST: get it': rest(`sobjects/Sheet__c/${sheet}?fields=Pay__c`),
  'REST: get all fields': rest(`sobjects/Sheet__c/${sheet}`, undefined, ''),
  'REST: create with it': rest('sobjects/Sheet__c', { json: VALUES }),
  'REST: edit it': rest(`sobjects/Sheet__c/${sheet}`, { method: 'PATCH', json: { Pay__c: 'sheet' } }),
  'REST: find a record by it': rest('sobjects/Sheet__c/Pay__c/sheet'),
  'REST: upsert by it': rest('sobjects/Sheet__c/Pay__c/sheet', { method: 'PATCH', json: { Name: 'Sheet' } }),
  'REST: describe': listed,
  'REST: point at a record by it': rest('sobjects/Sheet__c', {
    json: { Name: 'New', Above__r: { Pay__c: 'top' } }
  }),
  'collections: get it': rest(`composite/sobjects/Sheet__c?ids=${sheet}&fields=Pay__c`),
  'collections: create with it': saved(
    'composite/sobjects',
    { json: { records: [{ attributes: ATTRIBUTES, ...VALUES }] } },
    '0'
  ),
  'collections: edit it': saved(
    'composite/sobjects',
    { method: 'PATCH', json: { records: [{ attributes: ATTRIBUTES, id: sheet, Pay__c: 'sheet' }] } },
    '0'
  ),
  'tree: create with it': saved(
    'composite/tree/Sheet__c',
    { json: { records: [{ attributes: ATTRIBUTES, ...VALUES }] } },
    'results.0'
  ),
  'SOQL: select': soql('SELECT Pay__c FROM Sheet__c'),
  'SOQL: where': soql("SELECT Id FROM Sheet__c WHERE Pay__c = 'sheet'"),
  'SOQL: order by': soql('SELECT Id FROM Sheet__c ORDER BY Pay__c'),
  'SOQL: group by': soql('SELECT COUNT(Id) FROM Sheet__c GROUP BY Pay__c'),
  'SOQL: aggregate': soql('SELECT MAX(Pay__c) FROM Sheet__c'),
  'SOQL: all fields': soql('SELECT FIELDS(ALL) FROM Sheet__c LIMIT 1', 'records.0'),
  'SOQL: of a parent': soql('SELECT Above__r.Pay__c FROM Sheet__c'),
  'SOQL: of children': soql('SELECT Id, (SELECT Pay__c FROM Below__r) FROM Sheet__c'),
  'SOQL: in a semi-join': soql(
    "SELECT Id FROM Account WHERE Id IN (SELECT Account__c FROM Sheet__c WHERE Pay__c = 'sheet')"
  ),
  'Bulk: select': exported('SELECT Id, Pay__c FROM Sheet__c'),
  'Bulk: where': exported("SELECT Id FROM Sheet__c WHERE Pay__c = 'sheet'"),
  'Bulk: insert with it': imported('insert', VALUES),
  'Bulk: edit it': imported('update', { Id: sheet, Pay__c: 'sheet' }),
  'Bulk: upsert by it': (persona) =>
    loaded(
      org,
      persona,
      { object: 'Sheet__c', operation: 'upsert', externalIdFieldName: 'Pay__c' },
      { Name: 'Sheet', Pay__c: 'sheet' }
    ),
  'Bulk: point at a record by it': imported('insert', { Name: 'New', 'Above__r.Pay__c': 'top' }),
  'UI API: fields': rest(`ui-api/records/${sheet}?fields=Sheet__c.Pay__c`),
  'UI API: optionalFields': rest(
    `ui-api/records/${sheet}?fields=Sheet__c.Name&optionalFields=Sheet__c.Pay__c`,
    undefined,
    'fields'
  ),
  'UI API: object info': rest('ui-api/object-info/Sheet__c', undefined, 'fields'),
  'UI API: create with it': rest('ui-api/records', { json: { apiName: 'Sheet__c', fields: VALUES } }),
  'UI API: edit it': rest(`ui-api/records/${sheet}`, {
    method: 'PATCH',
    json: { fields: { Pay__c: 'sheet' } }
  }),
  'UI API: sort a related list by it': rest(
    `ui-api/related-list-records/${top}/Below__r?fields=Sheet__c.Name&sortBy=Sheet__c.Pay__c`
  ),
  'GraphQL: select': graphql(nodes('Pay__c { value }')),
  'GraphQL: select @optional': graphql(nodes('Pay__c @optional { value }'), NODE),
  'GraphQL: where': graphql(nodes('', '(where: { Pay__c: { eq: "sheet" } })')),
  'GraphQL: order by': graphql(nodes('', '(orderBy: { Pay__c: { order: ASC } })')),
  'GraphQL: group by': graphql(
    '{ uiapi { aggregate { Sheet__c(groupBy: { Pay__c: { group: true } }) { totalCount } } } }'
  ),
  'GraphQL: of a parent': graphql(nodes('Above__r { Pay__c { value } }')),
  'GraphQL: create with it': graphql(
    'mutation { uiapi { Sheet__cCreate(input: { Sheet__c: { Name: "New", Pay__c: "x" } }) { Record { Id } } } }'
  ),
  'GraphQL: edit it': graphql(
    `mutation { uiapi { Sheet__cUpdate(input: { Id: "${sheet}", Sheet__c: { Pay__c: "sheet" } }) { Record { Id } } } }`
  )
};
