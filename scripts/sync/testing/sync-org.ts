import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentProgress } from '../../lib/progress.ts';
import type { Session } from '../../lib/session.ts';
import { createFaults } from '../../local-org/faults/faults.ts';
import type { Faults } from '../../local-org/faults/faults.ts';
import type { Org } from '../../local-org/contract.ts';
import { startServer } from '../../local-org/server.ts';
import { createOrg } from '../../local-org/org.ts';
import type { SyncCommand } from '../run/lock.ts';
import { openContext } from '../run/open-context.ts';
import type { OpenedContext } from '../run/open-context.ts';
import { dryRunUsage, runUsage } from '../run/run-usage.ts';
import type { UsageResult } from '../run/run-usage.ts';
import type { UsageOptions } from '../usage/sync-usage.ts';
import { anEvent, NOW } from './an-event.ts';
import { deployedOrg } from './deployed-org.ts';

export interface SyncOrg {
  org: Org;
  url: string;
  faults: Faults;
  /** Where the sync keeps its log and its jobs. */
  stateDir: string;
  /** Waits that the sync asked for, in milliseconds; none is really waited for. */
  waits: number[];
  userId(persona: string): string;
  advance(milliseconds: number): void;
  /** Stores a batch as a browser does, as that person. */
  send(persona: string, batch?: SentBatch): string;
  /** The cells of a query of the org's tables. */
  rows(sql: string): unknown[][];
  /** Person, day and count of every day, in order. */
  days(): unknown[][];
  /** Status and reason of every batch, in the order of sending. */
  batches(): unknown[][];
  /** Ingest jobs as `object operation state`, oldest first. */
  jobs(): Promise<string[]>;
  sync(options?: SyncRunOptions): Promise<UsageResult>;
  /** Does other work of the sync with a context of its own. */
  withContext<T>(work: (context: OpenedContext) => Promise<T>, options?: SyncRunOptions): Promise<T>;
}

export interface SentBatch {
  events?: readonly (object | string)[];
  sentAt?: string;
  formatVersion?: number;
  count?: number;
  dropped?: number;
}

export interface SyncRunOptions extends Partial<UsageOptions> {
  command?: SyncCommand;
  dryRun?: boolean;
  stop?: AbortSignal;
  apiReserve?: number;
  /** Called at each wait, before it counts as over. */
  onWait?: (milliseconds: number) => void;
  /** What the client logs in with once its session has ended. */
  renew?: Session['renew'];
}

/** Runs a test against a local org over HTTP, with faults, a clock that moves only when told to, and no real waits. */
export async function withSyncOrg(work: (org: SyncOrg) => Promise<void>): Promise<void> {
  let time = Date.parse(NOW);
  const now = (): Date => new Date(time);
  const org = createOrg({ from: await deployedOrg(), now });
  const faults = createFaults();
  const server = await startServer(org, { port: 0, faults });
  const stateDir = await mkdtemp(join(tmpdir(), 'caddie-state-'));
  const waits: number[] = [];
  const userId = (persona: string): string => {
    const [row] = org.store.all('SELECT "Id" FROM "User" WHERE "Username" = ?', [
      `${persona}@caddie.example`
    ]);
    return String(row!['Id']);
  };
  const token = (): string => org.sessions.issue(userId('integration'));
  const rows = (sql: string): unknown[][] => org.store.all(sql).map((row) => Object.values(row));
  let batches = 0;

  function send(persona: string, batch: SentBatch = {}): string {
    const { events = [anEvent()], sentAt = now().toISOString(), formatVersion = 1, dropped = 0 } = batch;
    batches += 1;
    const user = org.user(userId(persona));
    const lines = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
    const saved = org.records.create(user, 'Usage_Batch__c', {
      Batch_Key__c: `00000000-0000-4000-8000-${String(batches).padStart(12, '0')}`,
      Events__c: lines.join('\n'),
      Event_Count__c: batch.count ?? lines.length,
      Sent_At__c: sentAt,
      Format_Version__c: formatVersion,
      Dropped_Count__c: dropped
    });
    if (!saved.success) throw new Error(JSON.stringify(saved.errors));
    return String(saved.id);
  }

  async function withContext<T>(
    work: (context: OpenedContext) => Promise<T>,
    {
      command = 'usage',
      stop = new AbortController().signal,
      apiReserve = 0,
      onWait,
      renew
    }: SyncRunOptions = {}
  ): Promise<T> {
    const context = await openContext({
      command,
      session: { instanceUrl: server.url, accessToken: token(), renew: renew ?? (async () => token()) },
      clock: {
        now,
        random: () => 0.5,
        async wait(milliseconds) {
          waits.push(milliseconds);
          onWait?.(milliseconds);
          await new Promise((resolve) => setImmediate(resolve));
        }
      },
      stop,
      progress: silentProgress,
      stateDir,
      apiReserve
    });
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }

  const sync = (options: SyncRunOptions = {}): Promise<UsageResult> =>
    withContext(
      (context) => (options.dryRun ? dryRunUsage : runUsage)(context, { retentionDays: 35, ...options }),
      options
    );

  try {
    await work({
      org,
      url: server.url,
      faults,
      stateDir,
      waits,
      userId,
      send,
      sync,
      withContext,
      advance: (milliseconds) => {
        time += milliseconds;
      },
      rows,
      days: () =>
        rows(`SELECT replace("Username", '@caddie.example', ''), "Day__c", "Event_Count__c" FROM "Usage_Day__c"
          JOIN "User" ON "User"."Id" = "OwnerId" WHERE "Usage_Day__c"."IsDeleted" = 0 ORDER BY 1, 2`),
      batches: () =>
        rows(
          'SELECT "Status__c", "Quarantine_Reason__c" FROM "Usage_Batch__c" WHERE "IsDeleted" = 0 ORDER BY "Id"'
        ),
      async jobs() {
        const answer = await fetch(`${server.url}/services/data/v66.0/jobs/ingest`, {
          headers: { Authorization: `Bearer ${token()}` }
        });
        const { records } = (await answer.json()) as { records: Record<string, string>[] };
        return records.map(({ object, operation, state }) => `${object} ${operation} ${state}`).toReversed();
      }
    });
  } finally {
    await server.close();
    org.close();
    await rm(stateDir, { recursive: true });
  }
}
