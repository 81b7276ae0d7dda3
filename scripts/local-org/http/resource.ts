import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Org, UserContext } from '../contract.ts';
import { jsonParserError, notFound } from '../errors.ts';
import type { OrgApp } from './env.ts';
import { dataPath } from './paths.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A data request without its transport, so that composite can run several of them as one. */
export interface ResourceRequest {
  user: UserContext;
  apiVersion: string;
  /** The parts of the path that the pattern names. */
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The parsed JSON body, or undefined. */
  body: unknown;
  header(name: string): string | undefined;
}

export interface ResourceAnswer {
  status: number;
  /** Left out for 204 and 304. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** One method on one path below `/services/data/vNN.0/`; patterns name their parts: `sobjects/:object/:id`. */
export interface Resource {
  method: Method;
  pattern: string;
  /** Answers at once: nothing in it waits, so a transaction can hold several. Throws OrgError. */
  handle(request: ResourceRequest): ResourceAnswer;
}

export type ResourceFactory = (org: Org) => Resource[];

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw jsonParserError(error instanceof Error ? error.message : String(error));
  }
}

/** Puts resources on the app. */
export function installResources(app: OrgApp, resources: readonly Resource[]): void {
  for (const { method, pattern, handle } of resources) {
    app.on(method, dataPath(pattern), async (context) => {
      const answer = handle({
        user: context.get('user'),
        apiVersion: context.get('apiVersion'),
        parameters: context.req.param() as Record<string, string>,
        query: new URL(context.req.url).searchParams,
        body: parseBody(await context.req.text()),
        header: (name) => context.req.header(name)
      });
      for (const [name, value] of Object.entries(answer.headers ?? {})) context.header(name, value);
      if (answer.body === undefined) return context.body(null, answer.status as 204);
      return context.json(answer.body, answer.status as ContentfulStatusCode);
    });
  }
}

/** A pattern as a regular expression over a path without leading slash. */
export function toExpression(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : part));
  return new RegExp(`^${parts.join('/')}$`);
}

/** Finds the resource for a method and a path such as `sobjects/Account/001…`; throws NOT_FOUND. */
export function createResourceFinder(
  resources: readonly Resource[]
): (method: string, path: string) => { resource: Resource; parameters: Record<string, string> } {
  const table = resources.map((resource) => ({ resource, expression: toExpression(resource.pattern) }));
  return (method, path) => {
    for (const { resource, expression } of table) {
      const match = resource.method === method ? expression.exec(path) : null;
      if (!match) continue;
      const parameters = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
      );
      return { resource, parameters };
    }
    throw notFound();
  };
}
