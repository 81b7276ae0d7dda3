import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { queryRows, soqlText, upsertRecord } from '../org/rest.ts';
import type { FieldValues } from '../org/rest.ts';

const OBJECT = 'Sync_Run__c';
const LEASE_MS = 15 * 60_000;
const RENEW_EVERY_MS = 5 * 60_000;

/** The commands that write; each has a lock of its own, since none writes what another does. */
export type SyncCommand = 'usage' | 'signals' | 'committee' | 'timing' | 'clocks' | 'targets';

/** The record of this run in the org, which is its lock as well: `Lock_Key__c` is unique. */
export interface RunRecord {
  readonly key: string;
  write(values: FieldValues): Promise<void>;
  /** Before anything is written elsewhere. Throws `LOCK_LOST` when another run took over. */
  requireLock(): Promise<void>;
  /** Writes how the run ended, and gives the lock back. */
  end(values: FieldValues): Promise<void>;
}

interface Holder {
  Run_Key__c: string;
  Lease_Until__c: string | null;
  Started_At__c: string | null;
}

/**
 * Takes the lock by creating the run's record. Two runs cannot both succeed: the org refuses the second `Lock_Key__c`.
 * A lock whose lease ran out belongs to a run that was killed, and is taken over. Throws `LOCKED`.
 */
export async function takeLock(client: OrgClient, command: SyncCommand, key: string): Promise<RunRecord> {
  const write = (values: FieldValues) => upsertRecord(client, OBJECT, 'Run_Key__c', key, values);
  const until = (): string => new Date(client.clock.now().getTime() + LEASE_MS).toISOString();
  await endAbandoned(client, command);
  try {
    const now = client.clock.now().toISOString();
    await write({
      Lock_Key__c: command,
      Command__c: command,
      Status__c: 'Running',
      Started_At__c: now,
      Lease_Until__c: until()
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'DUPLICATE_VALUE')
      throw locked(command, await holder(client, command));
    throw error;
  }
  const timer = setInterval(() => {
    // A renewal that fails is made good by the next; the lock is asked for again before anything is written.
    write({ Lease_Until__c: until() }).catch(() => undefined);
  }, RENEW_EVERY_MS).unref();
  return {
    key,
    write,
    async requireLock() {
      const [run] = await queryRows<{ Lock_Key__c: string | null }>(
        client,
        `SELECT Lock_Key__c FROM ${OBJECT} WHERE Run_Key__c = ${soqlText(key)}`
      );
      if (run?.Lock_Key__c !== command) {
        throw new Failure(
          'LOCK_LOST',
          'Another run took over, because this one had not answered for a while.',
          ['Nothing is wrong with the numbers: the other run computes them too. Look at caddie sync status.']
        );
      }
      await write({ Lease_Until__c: until() });
    },
    async end(values) {
      clearInterval(timer);
      const now = client.clock.now().toISOString();
      await write({ ...values, Ended_At__c: now, Lock_Key__c: null, Lease_Until__c: null });
    }
  };
}

async function holder(client: OrgClient, command: SyncCommand): Promise<Holder | undefined> {
  const [run] = await queryRows<Holder>(
    client,
    `SELECT Run_Key__c, Lease_Until__c, Started_At__c FROM ${OBJECT} WHERE Lock_Key__c = ${soqlText(command)}`
  );
  return run;
}

/** Gives back the lock of a run that was killed. Only that run's own record is touched, so no race can free another. */
async function endAbandoned(client: OrgClient, command: SyncCommand): Promise<void> {
  const run = await holder(client, command);
  if (!run) return;
  const lease = run.Lease_Until__c === null ? 0 : Date.parse(run.Lease_Until__c);
  if (lease > client.clock.now().getTime()) throw locked(command, run);
  await upsertRecord(client, OBJECT, 'Run_Key__c', run.Run_Key__c, {
    Lock_Key__c: null,
    Status__c: 'Failed',
    Message__c: 'It ended without a word, and its lease ran out.'
  });
}

function locked(command: SyncCommand, run: Holder | undefined): Failure {
  const since = run?.Started_At__c ? ` since ${new Date(run.Started_At__c).toISOString()}` : '';
  return new Failure('LOCKED', `Another run of sync ${command} is at work${since}.`, [
    run?.Lease_Until__c
      ? `Try again later. If it was killed, its lock frees itself at ${new Date(run.Lease_Until__c).toISOString()}.`
      : 'Try again later.'
  ]);
}
