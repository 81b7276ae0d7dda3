import type { Connection } from 'jsforce';
import { consoleOutput, serveUntilStopped } from '../lib/command-line.ts';
import type { Opened } from '../lib/command-line.ts';
import { API_VERSION } from '../lib/connection.ts';
import { localDay } from '../lib/days.ts';
import { serveLocalOrg } from '../lib/local-org.ts';
import type { ServedOrg } from '../lib/local-org.ts';
import { requireFreePort } from '../lib/ports.ts';
import { makeProgress } from '../lib/progress.ts';
import { queryAll } from '../lib/query.ts';
import { fillOrg } from './fill-org.ts';
import { keepOrg, openKeptOrg } from './kept-org.ts';

/** The preview listens on this machine only. */
const PREVIEW_HOST = '127.0.0.1';

export interface StartOptions {
  /** Of the preview and of the org; 0 takes a free one. */
  port: number;
  orgPort: number;
  sourceDir: string;
  /** Where the records are kept. */
  data: string;
  reset?: boolean;
}

/** Starts everything that one needs to see Caddie, says where it is, and goes on until it is stopped. */
export function runStart(options: StartOptions): Promise<void> {
  return serveUntilStopped({ begin: (opened) => start(options, opened) });
}

async function start(options: StartOptions, opened: Opened): Promise<string> {
  await requireFreePort(options.port, PREVIEW_HOST);
  await requireFreePort(options.orgPort, 'localhost');
  const progress = makeProgress();
  progress.begin(`Local org with ${options.sourceDir}`);
  const isKept = await openKeptOrg(options.data, options.reset ?? false);
  const org = await serveLocalOrg({
    port: options.orgPort,
    sourceDir: options.sourceDir,
    users: 'config/local-org-users.json',
    data: options.data
  });
  opened.push(org.close);

  const { Connection } = await import('jsforce');
  const connectAs = (persona: string): Connection =>
    new Connection({
      instanceUrl: org.instanceUrl,
      accessToken: org.users.find((user) => user.persona === persona)!.accessToken,
      version: API_VERSION
    });
  const problems = await fillOrg({
    connectAs,
    userIds: new Map(org.users.map(({ persona, id }) => [persona, id])),
    isNew: !isKept,
    today: localDay(new Date()),
    progress
  });
  await keepOrg(options.data);

  progress.begin('Preview');
  const url = await preview(options, org, opened);
  progress.end();
  for (const { file, line, message } of problems) {
    consoleOutput.err(`Left out: ${file}:${line}: ${message}`);
  }
  return [
    `Preview: ${url}${await dealPath(connectAs('rep'))}`,
    `Org: ${org.instanceUrl}`,
    `Log in: ${logIn(org)}`
  ].join('\n');
}

/** How the Salesforce CLI gets in, as the administrator. The token opens this org on this machine and nothing else. */
function logIn({ instanceUrl, users }: ServedOrg): string {
  const { accessToken } = users.find(({ persona }) => persona === 'admin')!;
  return `SF_ACCESS_TOKEN='${accessToken}' npx sf org login access-token --instance-url ${instanceUrl} --no-prompt --alias caddie`;
}

async function preview(options: StartOptions, org: ServedOrg, opened: Opened): Promise<string> {
  const { startPreview } = await import('../preview/server.ts');
  const running = await startPreview({
    port: options.port,
    orgUrl: org.instanceUrl,
    users: org.users.filter(({ usesPages }) => usesPages),
    sourceDir: options.sourceDir
  });
  opened.push(running.close);
  return running.url;
}

/** The page of a deal worth looking at: the largest for which a quote is out. */
async function dealPath(connection: Connection): Promise<string> {
  const [deal] = await queryAll<{ Id: string }>(
    connection,
    "SELECT Id FROM Opportunity WHERE StageName = 'Proposal/Price Quote' ORDER BY Amount DESC NULLS LAST LIMIT 1"
  );
  return deal ? `/lightning/r/Opportunity/${deal.Id}/view` : '/lightning/page/home';
}
