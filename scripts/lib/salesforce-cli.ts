import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Failure } from './failure.ts';

/**
 * Since 2.136 `sf org display` keeps the token to itself and `sf org auth show-access-token` tells it; the URL is
 * still told by the first. It renews a token that has ended. Throws `UNKNOWN_ORG`.
 */
export async function askSalesforceCli(
  targetOrg: string
): Promise<{ instanceUrl: string; accessToken: string }> {
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
