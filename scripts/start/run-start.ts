import type { Connection } from 'jsforce';
import { consoleOutput, reportFailure, untilStopped } from '../lib/command-line.ts';
import { API_VERSION } from '../lib/connection.ts';
import { localDay } from '../lib/days.ts';
import { EXIT_CODES } from '../lib/failure.ts';
import { serveLocalOrg } from '../lib/local-org.ts';
import type { ServedOrg } from '../lib/local-org.ts';
import { makeProgress } from '../lib/progress.ts';
import { queryAll } from '../lib/query.ts';
import { fillOrg } from './fill-org.ts';
import { keepOrg, openKeptOrg } from './kept-org.ts';

export interface StartOptions {
  /** Of the preview and of the org; 0 takes a free one. */
  port: number;
  orgPort: number;
  sourceDir: string;
  /** Where the records are kept. */
  data: string;
  reset?: boolean;
}

/** Starts everything that one needs to see Caddie, says where it is, and stops it all at SIGINT or SIGTERM. */
export async function runStart(options: StartOptions): Promise<void> {
  const stopped = untilStopped();
  const closers: (() => Promise<void>)[] = [];
  try {
    consoleOutput.out(await start(options, closers));
    await stopped;
  } catch (error) {
    reportFailure(false, error);
    process.exitCode = EXIT_CODES.failed;
  } finally {
    for (const close of closers.toReversed()) {
      await close();
    }
  }
}

async function start(options: StartOptions, closers: (() => Promise<void>)[]): Promise<string> {
  const progress = makeProgress();
  progress.begin(`Local org with ${options.sourceDir}`);
  const isKept = await openKeptOrg(options.data, options.reset ?? false);
  const org = await serveLocalOrg({
    port: options.orgPort,
    sourceDir: options.sourceDir,
    users: 'config/local-org-users.json',
    data: options.data
  });
  closers.push(org.close);

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
  const url = await preview(options, org, closers);
  progress.end();
  for (const { file, line, message } of problems) {
    consoleOutput.err(`Left out: ${file}:${line}: ${message}`);
  }
  return `Preview: ${url}${await dealPath(connectAs('rep'))}\nOrg: ${org.instanceUrl}`;
}

async function preview(
  options: StartOptions,
  org: ServedOrg,
  closers: (() => Promise<void>)[]
): Promise<string> {
  const { servePreview } = await import('./serve-preview.ts');
  const running = await servePreview({
    port: options.port,
    orgUrl: org.instanceUrl,
    users: org.users.filter(({ usesPages }) => usesPages),
    sourceDir: options.sourceDir
  });
  closers.push(running.close);
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
