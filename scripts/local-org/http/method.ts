import type { Handler } from 'hono';
import { notFound, orgError } from '../errors.ts';
import type { OrgEnv } from './env.ts';
import { toExpression, type Resource } from './resource.ts';

/** For paths that no route took: 405 when another method would have been right, 404 otherwise. */
export function notAllowed(resources: readonly Resource[]): Handler<OrgEnv> {
  const table = resources.map(({ method, pattern }) => ({ method, expression: toExpression(pattern) }));
  return (context) => {
    const path = context.req.path.replace(/^\/services\/data\/[^/]+\//, '');
    const allowed = table.filter(({ expression }) => expression.test(path)).map(({ method }) => method);
    if (allowed.length === 0) throw notFound();
    const { method } = context.req;
    throw orgError(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${method}' not allowed. Allowed are ${[...new Set(allowed)].join(',')}`
    );
  };
}
