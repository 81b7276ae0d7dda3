import { at, type Answer } from '../../ui-api/testing.ts';
import { ABSENT, OK, presence, send, verdictOf, type Channel, type Values } from './channel.ts';
import type { TestOrg } from '../../testing.ts';

/** The minute of the tests' clock. */
const SPAN = 'start=2026-11-18T11:00:00Z&end=2026-11-18T12:01:00Z';

/** `sobjects/…`, one record a request; the nearest to a list are the records that changed. */
export const rest: Channel = {
  name: 'REST',
  read: async (org, persona, object, id) =>
    verdictOf(await send(org, persona, `sobjects/${object}/${id}?fields=Id`)),
  async list(org, persona, object, id) {
    const answer = await send(org, persona, `sobjects/${object}/updated?${SPAN}`);
    const verdict = verdictOf(answer);
    if (verdict !== OK) return verdict;
    const ids = at(answer.body, 'ids');
    return Array.isArray(ids) && ids.includes(id) ? OK : ABSENT;
  },
  create: async (org, persona, object, json) =>
    verdictOf(await send(org, persona, `sobjects/${object}`, { json })),
  edit: async (org, persona, object, id, json) =>
    verdictOf(await send(org, persona, `sobjects/${object}/${id}`, { method: 'PATCH', json })),
  delete: async (org, persona, object, id) =>
    verdictOf(await send(org, persona, `sobjects/${object}/${id}`, { method: 'DELETE' }))
};

interface Subrequest {
  method: string;
  url: string;
  body?: Values;
}

/** The answer of the only subrequest. */
async function composed(org: TestOrg, persona: string, subrequest: Subrequest): Promise<Answer> {
  const url = `/services/data/v66.0/${subrequest.url}`;
  const json = { compositeRequest: [{ ...subrequest, url, referenceId: 'only' }] };
  const { body } = await send(org, persona, 'composite', { json });
  return {
    status: Number(at(body, 'compositeResponse.0.httpStatusCode')),
    body: at(body, 'compositeResponse.0.body')
  };
}

/** The same resources and a query, each as a subrequest of `composite`. */
export const composite: Channel = {
  name: 'composite',
  read: async (org, persona, object, id) =>
    verdictOf(await composed(org, persona, { method: 'GET', url: `sobjects/${object}/${id}?fields=Id` })),
  async list(org, persona, object, id) {
    const url = `query?q=${encodeURIComponent(`SELECT Id FROM ${object}`)}`;
    const answer = await composed(org, persona, { method: 'GET', url });
    const verdict = verdictOf(answer);
    return verdict === OK ? presence(at(answer.body, 'records'), id) : verdict;
  },
  create: async (org, persona, object, body) =>
    verdictOf(await composed(org, persona, { method: 'POST', url: `sobjects/${object}`, body })),
  edit: async (org, persona, object, id, body) =>
    verdictOf(await composed(org, persona, { method: 'PATCH', url: `sobjects/${object}/${id}`, body })),
  delete: async (org, persona, object, id) =>
    verdictOf(await composed(org, persona, { method: 'DELETE', url: `sobjects/${object}/${id}` }))
};

/** Per-record results carry their code as `statusCode`; the whole answer is 200. */
function entryVerdict(answer: Answer): string {
  const verdict = verdictOf(answer);
  if (verdict !== OK || at(answer.body, '0.success') === true) return verdict;
  return String(at(answer.body, '0.errors.0.statusCode'));
}

/** `composite/sobjects`, many records a request. */
export const collections: Channel = {
  name: 'collections',
  async read(org, persona, object, id) {
    const answer = await send(org, persona, `composite/sobjects/${object}?ids=${id}&fields=Id`);
    const verdict = verdictOf(answer);
    return verdict === OK ? presence(answer.body, id) : verdict;
  },
  create: async (org, persona, object, values) =>
    entryVerdict(
      await send(org, persona, 'composite/sobjects', {
        json: { records: [{ attributes: { type: object }, ...values }] }
      })
    ),
  edit: async (org, persona, object, id, values) =>
    entryVerdict(
      await send(org, persona, 'composite/sobjects', {
        method: 'PATCH',
        json: { records: [{ attributes: { type: object }, id, ...values }] }
      })
    ),
  delete: async (org, persona, _object, id) =>
    entryVerdict(await send(org, persona, `composite/sobjects?ids=${id}`, { method: 'DELETE' }))
};

/** `query`, which only reads. */
export const soql: Channel = {
  name: 'SOQL',
  read: (org, persona, object, id) =>
    queried(org, persona, `SELECT Id FROM ${object} WHERE Id = '${id}'`, id),
  list: (org, persona, object, id) => queried(org, persona, `SELECT Id FROM ${object}`, id)
};

async function queried(org: TestOrg, persona: string, statement: string, id: string): Promise<string> {
  const answer = await send(org, persona, `query?q=${encodeURIComponent(statement)}`);
  const verdict = verdictOf(answer);
  return verdict === OK ? presence(at(answer.body, 'records'), id) : verdict;
}
