import type { TestOrg } from '../../testing.ts';
import { at } from '../../ui-api/testing.ts';
import { ABSENT, OK, send, verdictOf, type Channel, type Values, type Verdict } from './channel.ts';

/** `ui-api/records`, one record a request. */
export const uiApi: Channel = {
  name: 'UI API',
  read: async (org, persona, object, id) =>
    verdictOf(await send(org, persona, `ui-api/records/${id}?fields=${object}.Id`)),
  create: async (org, persona, object, fields) =>
    verdictOf(await send(org, persona, 'ui-api/records', { json: { apiName: object, fields } })),
  edit: async (org, persona, _object, id, fields) =>
    verdictOf(await send(org, persona, `ui-api/records/${id}`, { method: 'PATCH', json: { fields } })),
  delete: async (org, persona, _object, id) =>
    verdictOf(await send(org, persona, `ui-api/records/${id}`, { method: 'DELETE' }))
};

/** `graphql`, which answers 200 whatever happens; a refusal is told by its ErrorType. */
export const graphql: Channel = {
  name: 'GraphQL',
  read: (org, persona, object, id) => found(org, persona, object, id, `(where: { Id: { eq: "${id}" } })`),
  list: (org, persona, object, id) => found(org, persona, object, id, '(first: 2000)'),
  create: (org, persona, object, values) => mutated(org, persona, `${object}Create`, { [object]: values }),
  edit: (org, persona, object, id, values) =>
    mutated(org, persona, `${object}Update`, { Id: id, [object]: values }),
  delete: (org, persona, object, id) => mutated(org, persona, `${object}Delete`, { Id: id })
};

export async function asked(
  org: TestOrg,
  persona: string,
  query: string
): Promise<{ data: unknown; verdict: Verdict }> {
  const answer = await send(org, persona, 'graphql', { json: { query } });
  const error = at(answer.body, 'errors.0');
  return { data: at(answer.body, 'data.uiapi'), verdict: error ? refusalIn(error) : verdictOf(answer) };
}

/** The ErrorType with what its message begins with: `ValidationError FieldUndefined`, or a save's error code. */
function refusalIn(error: unknown): Verdict {
  const [, kind, code] =
    /^(?:Validation error \((\w+)@|([A-Z_]+): )/.exec(String(at(error, 'message'))) ?? [];
  return `${String(at(error, 'extensions.ErrorType'))} ${kind ?? code ?? ''}`;
}

async function found(
  org: TestOrg,
  persona: string,
  object: string,
  id: string,
  of: string
): Promise<Verdict> {
  const query = `{ uiapi { query { ${object}${of} { edges { node { Id } } } } } }`;
  const { data, verdict } = await asked(org, persona, query);
  if (verdict !== OK) return verdict;
  const edges = at(data, `query.${object}.edges`);
  return Array.isArray(edges) && edges.some((edge) => at(edge, 'node.Id') === id) ? OK : ABSENT;
}

type Input = Readonly<Record<string, string | Values>>;

async function mutated(org: TestOrg, persona: string, operation: string, input: Input): Promise<Verdict> {
  const selection = operation.endsWith('Delete') ? 'Id' : 'Record { Id }';
  const query = `mutation { uiapi { ${operation}(input: ${literal(input)}) { ${selection} } } }`;
  return (await asked(org, persona, query)).verdict;
}

/** A value as GraphQL writes it: keys without quotes. */
function literal(value: string | Values | Input): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner)}`)
    .join(', ')} }`;
}
