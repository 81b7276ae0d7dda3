import { Failure } from './failure.ts';
import { isUnattended, requestToken } from './oauth.ts';
import { askSalesforceCli } from './salesforce-cli.ts';

const ANSWER_WITHIN_MS = 10_000;

export interface SessionOptions {
  /** Alias or username that the Salesforce CLI knows. */
  targetOrg?: string | undefined;
  /** With `CADDIE_ACCESS_TOKEN` in the environment: tokens are never given on a command line, where others see them. */
  instanceUrl?: string | undefined;
  env?: NodeJS.ProcessEnv;
}

/** A user's session in an org. */
export interface Session {
  /** Without a slash at the end. */
  instanceUrl: string;
  accessToken: string;
  /** A fresh access token once this one has ended. Throws `INVALID_SESSION_ID` where none can be had. */
  renew(): Promise<string>;
}

/**
 * Opens a session in the org that the options name, else in the one that the environment names: by the Salesforce CLI,
 * by an External Client App (`CADDIE_CLIENT_ID` …), or with a token (`CADDIE_ACCESS_TOKEN`). Never with a password.
 * Throws `NO_ORG`, `NO_TOKEN`, `UNKNOWN_ORG`, `LOGIN_REFUSED` or `ORG_UNREACHABLE`, each saying what to do about it.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const session = await logIn(options, options.env ?? process.env);
  await requireAnswer(session.instanceUrl);
  return session;
}

async function logIn({ targetOrg, instanceUrl }: SessionOptions, env: NodeJS.ProcessEnv): Promise<Session> {
  if (targetOrg) {
    const ask = () => askSalesforceCli(targetOrg);
    return { ...(await ask()), renew: async () => (await ask()).accessToken };
  }
  if (isUnattended(env)) {
    const ask = () => requestToken(env, instanceUrl);
    return { ...(await ask()), renew: async () => (await ask()).accessToken };
  }
  return { ...fromEnvironment(instanceUrl, env), renew: cannotRenew };
}

async function cannotRenew(): Promise<never> {
  throw new Failure('INVALID_SESSION_ID', 'The org no longer takes this access token.', [
    'Log in again: sf org login web, or set a fresh CADDIE_ACCESS_TOKEN.'
  ]);
}

/** One try, so that a wrong URL is told at once: jsforce would try for a quarter of a minute. */
async function requireAnswer(instanceUrl: string): Promise<void> {
  try {
    await fetch(`${instanceUrl}/services/data`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  } catch (error) {
    const { cause = error } = error as { cause?: unknown };
    const { code, message } = cause as { code?: string; message?: string };
    throw new Failure('ORG_UNREACHABLE', `${instanceUrl} does not answer: ${code ?? message}.`, [
      'Check the URL and that the org is running; npm run caddie -- org start starts the local one.'
    ]);
  }
}

function fromEnvironment(given: string | undefined, env: NodeJS.ProcessEnv): Omit<Session, 'renew'> {
  const instanceUrl = given ?? env['CADDIE_INSTANCE_URL'];
  const accessToken = env['CADDIE_ACCESS_TOKEN'];
  if (!instanceUrl) {
    throw new Failure('NO_ORG', 'No org is named.', [
      'Give --target-org with an alias of the Salesforce CLI (sf org list shows them),',
      'or --instance-url together with CADDIE_ACCESS_TOKEN in the environment.'
    ]);
  }
  if (!/^https?:\/\//i.test(instanceUrl) || !URL.canParse(instanceUrl)) {
    throw new Failure('NO_ORG', `'${instanceUrl}' is not a URL.`, [
      'Write it like https://mycompany.my.salesforce.com'
    ]);
  }
  if (!accessToken) {
    throw new Failure('NO_TOKEN', `There is no access token for ${instanceUrl}.`, [
      'Set CADDIE_ACCESS_TOKEN in the environment, or give --target-org instead.'
    ]);
  }
  return { instanceUrl: instanceUrl.replace(/\/+$/, ''), accessToken };
}
