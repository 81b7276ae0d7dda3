import { sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Failure } from './failure.ts';

const LOGIN_URL = 'https://login.salesforce.com';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Salesforce takes an assertion that ends within three minutes. */
const ASSERTION_SECONDS = 170;

export interface Token {
  /** Without a slash at the end. */
  instanceUrl: string;
  accessToken: string;
}

/** True when the environment names an External Client App, as it does where nobody is there to log in. */
export function isUnattended(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['CADDIE_CLIENT_ID']);
}

/**
 * A token for an External Client App: by JWT bearer when `CADDIE_JWT_KEY_FILE` and `CADDIE_USERNAME` are set, by client
 * credentials when `CADDIE_CLIENT_SECRET` is. `CADDIE_LOGIN_URL` is the org's My Domain, or a sandbox's login.
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm
 * https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_client_credentials_flow.htm
 */
export async function requestToken(env: NodeJS.ProcessEnv, instanceUrl?: string): Promise<Token> {
  const loginUrl = (
    env['CADDIE_LOGIN_URL'] ||
    instanceUrl ||
    env['CADDIE_INSTANCE_URL'] ||
    LOGIN_URL
  ).replace(/\/+$/, '');
  const form = await grant(env, loginUrl);
  const answer = await fetch(`${loginUrl}/services/oauth2/token`, { method: 'POST', body: form }).catch(
    (error: Error) => {
      throw new Failure('ORG_UNREACHABLE', `${loginUrl} does not answer: ${error.message}.`, [
        'Check CADDIE_LOGIN_URL.'
      ]);
    }
  );
  const token = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (typeof token['access_token'] !== 'string' || typeof token['instance_url'] !== 'string') {
    throw refused(loginUrl, token);
  }
  return { instanceUrl: token['instance_url'].replace(/\/+$/, ''), accessToken: token['access_token'] };
}

async function grant(env: NodeJS.ProcessEnv, loginUrl: string): Promise<URLSearchParams> {
  const clientId = env['CADDIE_CLIENT_ID'] ?? '';
  const keyFile = env['CADDIE_JWT_KEY_FILE'];
  const username = env['CADDIE_USERNAME'];
  const secret = env['CADDIE_CLIENT_SECRET'];
  if (keyFile && username) {
    const assertion = await signedClaims(keyFile, { iss: clientId, sub: username, aud: loginUrl });
    return new URLSearchParams({ grant_type: JWT_BEARER, assertion });
  }
  if (secret) {
    return new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret
    });
  }
  throw new Failure('NO_TOKEN', 'CADDIE_CLIENT_ID is set, but nothing that proves who asks.', [
    'Set CADDIE_JWT_KEY_FILE and CADDIE_USERNAME for JWT bearer, or CADDIE_CLIENT_SECRET for client credentials.'
  ]);
}

async function signedClaims(keyFile: string, claims: Record<string, string>): Promise<string> {
  const key = await readFile(keyFile, 'utf8').catch((error: Error) => {
    throw new Failure('NO_TOKEN', `The private key cannot be read: ${error.message}`, [
      'CADDIE_JWT_KEY_FILE names a PEM file whose certificate the External Client App knows.'
    ]);
  });
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + ASSERTION_SECONDS;
  const content = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({ ...claims, exp })}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

/** The answer's own words only: they name no secret. */
function refused(loginUrl: string, { error, error_description: words }: Record<string, unknown>): Failure {
  return new Failure('LOGIN_REFUSED', `${loginUrl} refused the log-in: ${String(words ?? error)}.`, [
    'Check CADDIE_CLIENT_ID, that the app is allowed this flow, and that its user is pre-authorised.'
  ]);
}
