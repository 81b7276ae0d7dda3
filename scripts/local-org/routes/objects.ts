import type { ObjectSchema, Org, UserContext } from '../contract.ts';
import { jsonParserError, notFound } from '../errors.ts';
import { isJsonObject } from '../http/responses.ts';

/** The object of a path; one that the user may not read is as absent as one that doesn't exist. */
export function objectInPath(org: Org, user: UserContext, name: string): ObjectSchema {
  const object = org.schema.object(name);
  if (!object || !org.access.object(user, object).read) throw notFound();
  return object;
}

export function requireJsonObject(body: unknown): Record<string, unknown> {
  if (!isJsonObject(body)) throw jsonParserError('The request body must be a JSON object');
  return body;
}

/** `a,b, c` of a query parameter; undefined when it is absent. */
export function listOf(text: string | null): string[] | undefined {
  const parts = text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts && parts.length > 0 ? parts : undefined;
}
