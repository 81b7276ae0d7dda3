import type { OrgContext } from '../http/env.ts';
import { orgError } from '../errors.ts';

/** Text as the body of an answer, sent piece by piece as fast as the client takes it. */
export function csvAnswer(
  context: OrgContext,
  text: Iterable<string>,
  headers: Record<string, string> = {}
): Response {
  const pieces = text[Symbol.iterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    }
  });
  return context.body(body, 200, { 'Content-Type': 'text/csv', ...headers });
}

/** For the methods that a path doesn't take. */
export function refuseOtherMethods(allowed: string): (context: OrgContext) => never {
  return ({ req }) => {
    throw orgError(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${req.method}' not allowed. Allowed are ${allowed}`
    );
  };
}
