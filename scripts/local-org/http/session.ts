import { createMiddleware } from 'hono/factory';
import type { Org } from '../contract.ts';
import { orgError } from '../errors.ts';
import type { OrgContext, OrgEnv } from './env.ts';
import { parseVersion } from './paths.ts';

/** The token of `Authorization: Bearer …` (or `OAuth …`, which older clients send). */
export function bearerToken(context: OrgContext): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
}

/**
 * Checks version, session and API permission of a data request, counts it, and tells the usage. A user without "API
 * Enabled" is told what an org without the API is told: https://github.com/forcedotcom/salesforcedx-vscode/issues/2387
 */
export function dataSession(org: Org) {
  return createMiddleware<OrgEnv>(async (context, next) => {
    context.set('apiVersion', parseVersion(context.req.param('version') ?? ''));
    const user = org.authenticate(bearerToken(context));
    if (!user.systemPermissions.has('ApiEnabled')) {
      throw orgError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
    }
    context.set('user', user);
    org.apiUsage.count();
    await next();
    context.header('Sforce-Limit-Info', `api-usage=${org.apiUsage.used()}/${org.apiUsage.limit}`);
  });
}
