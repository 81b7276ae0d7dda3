import { consoleOutput, reportFailure, untilStopped } from './command-line.ts';
import type { Output } from './command-line.ts';
import { EXIT_CODES } from './failure.ts';
import { serveLocalOrg } from './local-org.ts';
import type { LocalOrgOptions, ServedOrg } from './local-org.ts';

/** Serves the local org until SIGINT or SIGTERM. Once it is ready, says where it is and who works there. */
export async function runOrg(
  options: LocalOrgOptions & { json?: boolean },
  output: Output = consoleOutput
): Promise<void> {
  try {
    const stopped = untilStopped();
    const org = await serveLocalOrg(options);
    output.out(options.json ? readyLine(org) : readyText(org, options.data));
    await stopped;
    await org.close();
  } catch (error) {
    reportFailure(options.json, error, output);
    process.exitCode = EXIT_CODES.failed;
  }
}

function readyLine({ instanceUrl, users }: ServedOrg): string {
  return JSON.stringify({
    instanceUrl,
    users: users.map(({ username, persona, accessToken }) => ({ username, persona, accessToken }))
  });
}

function readyText({ instanceUrl, users }: ServedOrg, data: string | undefined): string {
  const width = Math.max(...users.map(({ persona }) => persona.length));
  return [
    `Local org: ${instanceUrl}`,
    data === undefined ? 'Records live in memory and go when it stops.' : `Records are kept in ${data}.`,
    'Users:',
    ...users.map(({ persona, username, name }) => `  ${persona.padEnd(width)}  ${username}  ${name}`),
    'With --json their access tokens are shown as well. Ctrl-C stops.'
  ].join('\n');
}
