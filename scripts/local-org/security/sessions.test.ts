import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { childOf, childText, parseXml } from '../xml/document.ts';
import { testOrg } from '../testing.ts';
import { verdictOf, type Verdict } from './channels/channel.ts';
import { readTable } from './table.ts';

/**
 * What each channel says to a token: to one that is good, and to one that was never issued, has not been used for two
 * hours, was revoked, belongs to somebody who was deactivated, or to somebody without "API Enabled".
 *
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm
 */
const SESSIONS = readTable(`
                | good | none                    | never issued           | expired                | revoked                | deactivated            | API disabled
versions        | ok   | ok                      | ok                     | ok                     | ok                     | ok                     | ok
resources       | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
REST            | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
collections     | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
composite       | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
tree            | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
describe        | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
limits          | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
SOQL            | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
UI API          | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
GraphQL         | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
Bulk ingest     | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
Bulk query      | ok   | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
metadata (SOAP) | ok   | sf:INVALID_SESSION_ID   | sf:INVALID_SESSION_ID  | sf:INVALID_SESSION_ID  | sf:INVALID_SESSION_ID  | sf:INVALID_SESSION_ID  | sf:API_CURRENTLY_DISABLED
metadata (REST) | 400 INVALID_ID_FIELD | 401 INVALID_SESSION_ID  | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
user info       | ok   | 403 Missing_OAuth_Token | 403 Bad_OAuth_Token    | 403 Bad_OAuth_Token    | 403 Bad_OAuth_Token    | 403 Bad_OAuth_Token    | ok
front door      | ok   | 403 Missing_OAuth_Token | 403 Bad_OAuth_Token    | 403 Bad_OAuth_Token    | 403 Bad_OAuth_Token    | 403 Bad_OAuth_Token    | ok
no such path    | 404 NOT_FOUND | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 401 INVALID_SESSION_ID | 403 API_DISABLED_FOR_ORG
`);

const TWO_HOURS = 2 * 60 * 60 * 1000;
const org = testOrg();
after(() => org.close());

/** The expired token first, for it is the clock that makes it so. */
const expired = org.token('manager');
org.advance(TWO_HOURS + 1);
const TOKENS: Readonly<Record<string, string | null>> = {
  good: org.token('admin'),
  none: null,
  'never issued': `${org.org.organizationId.slice(0, 15)}!${'A'.repeat(64)}`,
  expired,
  revoked: org.token('rep'),
  deactivated: org.token('rep2'),
  'API disabled': org.token('author')
};
org.org.sessions.revoke(org.token('rep'));
org.org.records.update(org.user('admin'), 'User', org.userId('rep2'), { IsActive: false });
const MINIMUM = `(SELECT "Id" FROM "Profile" WHERE "Name" = 'Minimum Access - Salesforce')`;
org.org.store.run(`UPDATE "User" SET "ProfileId" = ${MINIMUM} WHERE "Id" = ?`, [org.userId('author')]);

interface Request {
  path: string;
  method?: string;
  body?: string;
}

const data = (path: string, json?: unknown): Request => ({
  path: `/services/data/v66.0/${path}`,
  ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) })
});

const VERSIONS = '/services/data';
const SOAP = '/services/Soap/m/66.0';

const REQUESTS: Readonly<Record<string, Request>> = {
  versions: { path: VERSIONS },
  resources: { path: `${VERSIONS}/v66.0` },
  REST: data('sobjects/Account', { Name: 'New' }),
  collections: data('composite/sobjects', { records: [{ attributes: { type: 'Account' }, Name: 'New' }] }),
  composite: data('composite', { compositeRequest: [] }),
  tree: data('composite/tree/Account', {
    records: [{ attributes: { type: 'Account', referenceId: 'new' }, Name: 'New' }]
  }),
  describe: data('sobjects/Account/describe'),
  limits: data('limits'),
  SOQL: data('query?q=SELECT+Id+FROM+Account'),
  'UI API': data('ui-api/object-info/Account'),
  GraphQL: data('graphql', { query: '{ uiapi { query { Account { totalCount } } } }' }),
  'Bulk ingest': data('jobs/ingest', { object: 'Account', operation: 'insert' }),
  'Bulk query': data('jobs/query', { operation: 'query', query: 'SELECT Id FROM Account' }),
  'metadata (SOAP)': { path: SOAP, method: 'POST' },
  'metadata (REST)': data('metadata/deployRequest', { validatedDeployRequestId: '0Af000000000001AAA' }),
  'user info': { path: '/services/oauth2/userinfo' },
  'front door': { path: '/services/oauth2/singleaccess' },
  'no such path': data('nowhere')
};

/** In SOAP the session stands in the envelope. */
function describeMetadata(token: string | null): string {
  const namespace = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
  const header = token === null ? '' : `<SessionHeader><sessionId>${token}</sessionId></SessionHeader>`;
  return `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Header ${namespace}>${header}</Header><Body ${namespace}><describeMetadata/></Body></Envelope>`;
}

async function ask({ path, method, body }: Request, token: string | null): Promise<Verdict> {
  const isSoap = path === SOAP;
  const response = await org.app.request(path, {
    method,
    headers: token === null || isSoap ? {} : { Authorization: `Bearer ${token}` },
    body: isSoap ? describeMetadata(token) : body
  });
  const text = await response.text();
  if (isSoap) {
    const fault = childOf(parseXml(text), 'soapenv:Body')?.children[0];
    return (fault && childText(fault, 'faultcode')) || 'ok';
  }
  if (text.startsWith('{') || text.startsWith('[')) {
    return verdictOf({ status: response.status, body: JSON.parse(text) });
  }
  return `${response.status} ${text}`;
}

for (const [channel, expected] of SESSIONS) {
  test(channel, async () => {
    const actual: [token: string, verdict: Verdict][] = [];
    for (const [name, token] of Object.entries(TOKENS)) {
      actual.push([name, await ask(REQUESTS[channel], token)]);
    }
    assert.deepEqual(Object.fromEntries(actual), Object.fromEntries(expected));
  });
}
