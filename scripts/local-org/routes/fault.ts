import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { notFound, orgError } from '../errors.ts';
import { FaultProblem } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import { readFault } from '../faults/read-fault.ts';
import type { OrgApp, OrgEnv } from '../http/env.ts';
import { readJsonObject } from '../http/responses.ts';

/** Where faults are made; no request to it meets one. */
export const FAULT_PATH = '/__fault';
/** A header of its own: a page of another origin can't send it, and no session of the org counts. */
export const FAULT_SECRET_HEADER = 'X-Fault-Secret';

const SHORTEST_SECRET = 16;

/**
 * Faults over HTTP: `POST` adds one, `GET` lists them, `DELETE` takes all or one away. Whoever doesn't send the secret
 * can't tell that there is such a path. Throws when the secret could be guessed.
 */
export function faultRoutes(app: OrgApp, faults: Faults, secret: string): void {
  if (secret.length < SHORTEST_SECRET) {
    throw new Error(`The secret for faults is too short: it needs at least ${SHORTEST_SECRET} characters`);
  }
  app.use(FAULT_PATH, requireSecret(secret));
  app.use(`${FAULT_PATH}/*`, requireSecret(secret));

  app.post(FAULT_PATH, async (context) => {
    const body = await readJsonObject(context);
    try {
      return context.json(faults.add(readFault(body)), 201);
    } catch (error) {
      if (!(error instanceof FaultProblem)) throw error;
      throw orgError(400, 'INVALID_INPUT', error.message);
    }
  });

  app.get(FAULT_PATH, (context) => context.json(faults.list()));

  app.delete(FAULT_PATH, (context) => {
    faults.clear();
    return context.body(null, 204);
  });

  app.delete(`${FAULT_PATH}/:id`, (context) => {
    const { id } = context.req.param();
    if (!faults.remove(id)) throw notFound(`There is no fault ${id}`);
    return context.body(null, 204);
  });
}

function requireSecret(secret: string): MiddlewareHandler<OrgEnv> {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digest(secret);
  return async (context, next) => {
    if (!timingSafeEqual(digest(context.req.header(FAULT_SECRET_HEADER) ?? ''), expected)) throw notFound();
    await next();
  };
}
