import { serveUntilStopped } from './command-line.ts';
import { serveLocalOrg } from './local-org.ts';
import type { LocalOrgOptions, ServedOrg } from './local-org.ts';

/** Serves the local org until it is stopped. Once it is ready, says where it is and who works there. */
export function runOrg(options: LocalOrgOptions & { json?: boolean }): Promise<void> {
  return serveUntilStopped({
    json: options.json,
    async begin(opened) {
      const org = await serveLocalOrg(options);
      opened.push(org.close);
      return options.json ? readyLine(org) : readyText(org, options);
    }
  });
}

function readyLine({ instanceUrl, users }: ServedOrg): string {
  return JSON.stringify({
    instanceUrl,
    users: users.map(({ username, persona, accessToken }) => ({ username, persona, accessToken }))
  });
}

function readyText({ instanceUrl, users }: ServedOrg, { data, faultSecret }: LocalOrgOptions): string {
  const width = Math.max(...users.map(({ persona }) => persona.length));
  return [
    `Local org: ${instanceUrl}`,
    data === undefined ? 'Records live in memory and go when it stops.' : `Records are kept in ${data}.`,
    'Users:',
    ...users.map(({ persona, username, name }) => `  ${persona.padEnd(width)}  ${username}  ${name}`),
    ...(faultSecret === undefined ? [] : [`Faults: ${instanceUrl}/__fault, for whoever knows the secret.`]),
    'With --json their access tokens are shown as well. Ctrl-C stops.'
  ].join('\n');
}
