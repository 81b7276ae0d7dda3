import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Connection } from 'jsforce';
import { Failure } from './failure.ts';

/** The floor that the project supports; what is sent and understood does not change with the org's release. */
export const API_VERSION = '66.0';

const ANSWER_WITHIN_MS = 10_000;

export interface ConnectionOptions {
  /** Alias or username that the Salesforce CLI knows. */
  targetOrg?: string | undefined;
  /** With `CADDIE_ACCESS_TOKEN` in the environment: tokens are never given on a command line, where others see them. */
  instanceUrl?: string | undefined;
  env?: NodeJS.ProcessEnv;
}

interface Session {
  instanceUrl: string;
  accessToken: string;
}

/**
 * Connects to the org that the options name, else to the one that `CADDIE_INSTANCE_URL` names. Never logs in with a
 * password. Throws `NO_ORG`, `NO_TOKEN`, `UNKNOWN_ORG` or `ORG_UNREACHABLE`, each saying what to do about it.
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const session = options.targetOrg
    ? await askSalesforceCli(options.targetOrg)
    : fromEnvironment(options.instanceUrl, options.env ?? process.env);
  await requireAnswer(session.instanceUrl);
  const { Connection } = await import('jsforce');
  return new Connection({ ...session, version: API_VERSION });
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

function fromEnvironment(given: string | undefined, env: NodeJS.ProcessEnv): Session {
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

/**
 * Since 2.136 `sf org display` keeps the token to itself and `sf org auth show-access-token` tells it; the URL is
 * still told by the first.
 */
async function askSalesforceCli(targetOrg: string): Promise<Session> {
  const [{ instanceUrl }, { accessToken }] = await Promise.all([
    sf<{ instanceUrl: string }>(targetOrg, ['org', 'display']),
    sf<{ accessToken: string }>(targetOrg, ['org', 'auth', 'show-access-token'])
  ]);
  return { instanceUrl: instanceUrl.replace(/\/+$/, ''), accessToken };
}

async function sf<Result>(targetOrg: string, command: readonly string[]): Promise<Result> {
  const entry = fileURLToPath(new URL('../bin/run.js', import.meta.resolve('@salesforce/cli')));
  const args = [entry, ...command, '--target-org', targetOrg, '--json'];
  const env = { ...process.env, SF_AUTOUPDATE_DISABLE: 'true', SF_DISABLE_TELEMETRY: 'true' };
  // A refusal ends with exit code 1 and says why in the same JSON on stdout.
  const { stdout } = await promisify(execFile)(process.execPath, args, { env }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' })
  );
  const answer = parseAnswer<Result>(stdout);
  if (answer?.status !== 0 || answer.result === undefined) {
    throw new Failure(
      'UNKNOWN_ORG',
      `The Salesforce CLI cannot connect to '${targetOrg}': ${reasonOf(answer?.message)}`,
      ['Log in first: sf org login web --alias <alias>. sf org list shows what it knows.']
    );
  }
  return answer.result;
}

function parseAnswer<Result>(stdout: string): { status: number; result?: Result; message?: string } | null {
  try {
    return JSON.parse(stdout) as { status: number; result?: Result; message?: string };
  } catch {
    return null;
  }
}

/** The CLI wraps its reason into lines about its own flags. */
function reasonOf(message = 'it gave no answer.'): string {
  const lines = message.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^(Parsing --|See more help)/.test(line)).join(' ');
}
