import { inspect } from 'node:util';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { jsonParserError, OrgError } from '../errors.ts';

/** `[{message, errorCode, fields?}]` with the error's status; anything unforeseen is UNKNOWN_EXCEPTION. */
export function answerError(error: unknown, context: Context): Response {
  if (error instanceof OrgError) {
    const body = error.errors.map(({ message, errorCode, fields }) => ({
      message,
      errorCode,
      ...(fields && { fields })
    }));
    return context.json(body, error.status as ContentfulStatusCode);
  }
  process.stderr.write(`${inspect(error)}\n`);
  return context.json(
    [
      {
        message: 'The local org failed on this request; its log has the stack.',
        errorCode: 'UNKNOWN_EXCEPTION'
      }
    ],
    500
  );
}

/** The request's JSON object; throws JSON_PARSER_ERROR when it is anything else. */
export async function readJsonObject(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw jsonParserError(error instanceof Error ? error.message : String(error));
  }
  if (!isJsonObject(body)) throw jsonParserError('The request body must be a JSON object');
  return body;
}

export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
