import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentProgress } from '../../lib/progress.ts';
import { createFaults } from '../../local-org/faults/faults.ts';
import type { Faults } from '../../local-org/faults/faults.ts';
import { createOrg } from '../../local-org/org.ts';
import { startServer } from '../../local-org/server.ts';
import { openContext } from '../../sync/run/open-context.ts';
import { runUsage } from '../../sync/run/run-usage.ts';
import { deployedOrg } from '../../sync/testing/deployed-org.ts';

const CADDIE = fileURLToPath(new URL('../../caddie.ts', import.meta.url));
const RETENTION_DAYS = 3650;

export interface SoakOrg {
  url: string;
  faults: Faults;
  reps: {
    id: string;
    timeZone: string;
    /** Of a new session: pages get one as they need it. */ token(): string;
  }[];
  /** Rows of the org's own tables. */
  rows(sql: string): Record<string, unknown>[];
  /** A run of the sync in this process, by the org's clock. Answers what ended it when it failed. */
  sync(): Promise<string | undefined>;
  /** A run as a process of its own, killed when it has logged so many lines. Answers whether it was. */
  killedSync(lines: number): Promise<boolean>;
  close(): Promise<void>;
}

/** A local org over HTTP with so many reps, by a clock of its own. */
export async function openSoakOrg(reps: number, now: () => number, random: () => number): Promise<SoakOrg> {
  const org = createOrg({ from: await deployedOrg(reps), now: () => new Date(now()) });
  const faults = createFaults();
  const server = await startServer(org, { port: 0, faults });
  const stateDir = await mkdtemp(join(tmpdir(), 'caddie-soak-'));
  const rows = (sql: string): Record<string, unknown>[] => org.store.all(sql);
  const [integration] = rows(`SELECT "Id" FROM "User" WHERE "Username" = 'integration@caddie.example'`);
  const token = (): string => org.sessions.issue(String(integration!['Id']));

  async function sync(): Promise<string | undefined> {
    const context = await openContext({
      command: 'usage',
      session: { instanceUrl: server.url, accessToken: token(), renew: async () => token() },
      clock: {
        now: () => new Date(now()),
        random,
        // Nothing is really waited for, except that the org may do its work.
        wait: () => new Promise((resolve) => setImmediate(resolve))
      },
      stop: new AbortController().signal,
      progress: silentProgress,
      stateDir,
      apiReserve: 0
    });
    try {
      await runUsage(context, { retentionDays: RETENTION_DAYS });
      return undefined;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await context.close();
    }
  }

  async function killedSync(lines: number): Promise<boolean> {
    const options = ['--verbose', '--api-reserve', '0', '--state-dir', stateDir];
    const child = spawn(
      process.execPath,
      [
        CADDIE,
        'sync',
        'usage',
        '--retention-days',
        String(RETENTION_DAYS),
        ...options,
        '--instance-url',
        server.url
      ],
      { env: { ...process.env, CADDIE_ACCESS_TOKEN: token() }, stdio: ['ignore', 'ignore', 'pipe'] }
    );
    let seen = 0;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      seen += text.split('\n').length - 1;
      if (seen >= lines) child.kill('SIGKILL');
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return code === null;
  }

  return {
    url: server.url,
    faults,
    reps: rows(`SELECT "Id", "TimeZoneSidKey" FROM "User" WHERE "Username" LIKE 'extra%' ORDER BY "Username"`)
      .slice(0, reps)
      .map((row) => ({
        id: String(row['Id']),
        token: () => org.sessions.issue(String(row['Id'])),
        timeZone: String(row['TimeZoneSidKey'])
      })),
    rows,
    sync,
    killedSync,
    async close() {
      await server.close();
      org.close();
      await rm(stateDir, { recursive: true });
    }
  };
}
