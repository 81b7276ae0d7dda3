import { count } from '../../lib/count.ts';
import type { OrgClient } from '../org/org-client.ts';
import { queryRows } from '../org/rest.ts';

interface Run {
  Name: string;
  /** Empty for a run of before there were several commands: usage. */
  Command__c: string | null;
  Status__c: string;
  Started_At__c: string | null;
  Ended_At__c: string | null;
  Message__c: string | null;
  Equation__c: string | null;
  Equation_Holds__c: boolean;
  Counted_Count__c: number | null;
}

export interface SyncStatus {
  pending: number;
  quarantined: number;
  /** When the oldest waiting batch arrived. */
  oldestPending: string | null;
  /** The last runs, newest first. */
  runs: Run[];
}

const FIELDS =
  'Name, Command__c, Status__c, Started_At__c, Ended_At__c, Message__c, Equation__c, Equation_Holds__c, Counted_Count__c';

/** How the sync stands: what waits, what is quarantined, how the last runs went. */
export async function readStatus(client: OrgClient): Promise<SyncStatus> {
  const groups = await queryRows<{ Status__c: string; n: number; oldest: string }>(
    client,
    'SELECT Status__c, count(Id) n, min(CreatedDate) oldest FROM Usage_Batch__c GROUP BY Status__c'
  );
  const of = (status: string) => groups.find(({ Status__c }) => Status__c === status);
  return {
    pending: of('Pending')?.n ?? 0,
    quarantined: of('Quarantined')?.n ?? 0,
    oldestPending: of('Pending')?.oldest ?? null,
    runs: await queryRows<Run>(
      client,
      `SELECT ${FIELDS} FROM Sync_Run__c ORDER BY Started_At__c DESC NULLS LAST LIMIT 5`
    )
  };
}

export function statusText({ pending, quarantined, oldestPending, runs }: SyncStatus): string {
  const since =
    oldestPending === null ? '' : `, the oldest since ${oldestPending.slice(0, 16).replace('T', ' ')}`;
  return [
    pending === 0 ? 'No batch waits.' : `${count(pending, 'batch waits', 'batches wait')}${since}.`,
    ...(quarantined > 0 ? [`${count(quarantined, 'batch is', 'batches are')} quarantined.`] : []),
    runs.length === 0 ? 'No run yet.' : 'Last runs:',
    ...runs.map(runLine)
  ].join('\n');
}

function runLine(run: Run): string {
  const when = (run.Started_At__c ?? '').slice(0, 16).replace('T', ' ');
  const command = run.Command__c ?? 'usage';
  const done =
    command === 'usage' ? `${count(run.Counted_Count__c ?? 0, 'event')} counted` : (run.Equation__c ?? '');
  const what =
    run.Status__c === 'Succeeded'
      ? `${done}${run.Equation_Holds__c ? '' : '; the row equation does not hold'}`
      : (run.Message__c ?? '');
  return `  ${run.Name}  ${when}  ${command}  ${run.Status__c}${what === '' ? '' : `: ${what}`}`;
}
