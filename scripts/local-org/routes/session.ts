import type { Context } from 'hono';
import type { Org, UserContext } from '../contract.ts';
import { notFound, OrgError } from '../errors.ts';
import type { OrgApp, OrgContext } from '../http/env.ts';
import { bearerToken } from '../http/session.ts';
import { normalizeId } from '../ids.ts';
import { identity, identityUrl, userInfo } from '../sessions/identity.ts';
import { readJwtClaims } from '../sessions/jwt.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** An OAuth refusal, which has a shape of its own. */
class OauthError extends Error {
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.error = error;
  }
}

function userIdOf(org: Org, username: string): string {
  const [row] = org.store.all('SELECT "Id", "IsActive" FROM "User" WHERE "Username" = ?', [username]);
  if (!row) throw new OauthError('invalid_grant', `The org has no user ${username}`);
  if (row.IsActive !== 1) throw new OauthError('inactive_user', 'user is inactive');
  return String(row.Id);
}

function jwtUser(org: Org, assertion: string | null): string {
  const claims = readJwtClaims(assertion ?? '');
  if (!claims) throw new OauthError('invalid_grant', 'invalid assertion');
  if (claims.exp * 1000 <= org.now().getTime()) throw new OauthError('invalid_grant', 'expired assertion');
  return userIdOf(org, claims.sub);
}

/** There are no client apps here: the client id is the username of the user that the client runs as. */
function clientUser(org: Org, form: URLSearchParams, authorization: string | undefined): string {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const [clientId] = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(':')
    : [form.get('client_id')];
  if (!clientId) throw new OauthError('invalid_client_id', 'client identifier invalid');
  return userIdOf(org, decodeURIComponent(clientId));
}

function grantedUser(org: Org, form: URLSearchParams, authorization: string | undefined): string {
  switch (form.get('grant_type')) {
    case JWT_BEARER:
      return jwtUser(org, form.get('assertion'));
    case 'client_credentials':
      return clientUser(org, form, authorization);
    default:
      throw new OauthError('unsupported_grant_type', 'grant type not supported');
  }
}

function originOf(context: Context): string {
  return new URL(context.req.url).origin;
}

/**
 * The OAuth resources answer a missing or bad token with 403 and plain text, unlike the data resources, and take it
 * as `oauth_token` in the address too.
 */
function identityUser(org: Org, context: OrgContext): UserContext | Response {
  const token = bearerToken(context) ?? context.req.query('oauth_token');
  if (!token) return context.text('Missing_OAuth_Token', 403);
  try {
    return org.authenticate(token);
  } catch (error) {
    if (error instanceof OrgError) return context.text('Bad_OAuth_Token', 403);
    throw error;
  }
}

/** Logging in and asking who one is. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm */
export function sessionRoutes(app: OrgApp, org: Org): void {
  app.post('/services/oauth2/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    try {
      const userId = grantedUser(org, form, context.req.header('Authorization'));
      const origin = originOf(context);
      return context.json({
        access_token: org.sessions.issue(userId),
        instance_url: origin,
        id: identityUrl(org, org.user(userId), origin),
        token_type: 'Bearer',
        scope: 'api web',
        issued_at: String(org.now().getTime())
      });
    } catch (error) {
      if (!(error instanceof OauthError)) throw error;
      return context.json({ error: error.error, error_description: error.message }, 400);
    }
  });

  app.post('/services/oauth2/revoke', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    org.sessions.revoke(form.get('token') ?? '');
    return context.body(null, 200);
  });

  app.on(['GET', 'POST'], '/services/oauth2/userinfo', (context) => {
    const user = identityUser(org, context);
    return user instanceof Response ? user : context.json(userInfo(org, user, originOf(context)));
  });

  app.get('/id/:organization/:user', (context) => {
    const user = identityUser(org, context);
    if (user instanceof Response) return user;
    const { organization, user: userId } = context.req.param();
    if (normalizeId(organization) !== org.organizationId || normalizeId(userId) !== user.userId)
      throw notFound();
    return context.json(identity(org, user, originOf(context)));
  });

  app.on(['GET', 'POST'], '/services/oauth2/singleaccess', (context) => {
    const user = identityUser(org, context);
    if (user instanceof Response) return user;
    return context.json({ frontdoor_uri: `${originOf(context)}/secur/frontdoor.jsp` });
  });

  app.get('/secur/frontdoor.jsp', (context) =>
    context.text('The local org has no pages of its own. The preview shows its records.', 501)
  );
}
