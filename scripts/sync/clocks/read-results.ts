import { queryRows } from '../org/rest.ts';
import type { OrgClient } from '../org/org-client.ts';
import type { Stored } from '../run/changes.ts';
import { TARGETS } from './read-accounts.ts';
import type { Commitment, Kind, Verdict } from './types.ts';

/** All verdicts about target accounts, those of older versions too. */
export async function readVerdicts(client: OrgClient): Promise<Verdict[]> {
  const rows = await queryRows<Stored>(
    client,
    `SELECT Id, Qualification_Key__c, Account__c, Rule__c, Kind__c, Rule_Version__c, Verdict__c, Criteria_Met__c,
       Decided_At__c
     FROM Qualification__c WHERE Account__c IN ${TARGETS}`
  );
  return rows.map((stored) => ({
    key: String(stored['Qualification_Key__c']),
    accountId: String(stored['Account__c']),
    kind: stored['Kind__c'] as Kind,
    isMet: stored['Verdict__c'] === 'Met',
    decidedAt: String(stored['Decided_At__c']),
    stored
  }));
}

/** All commitments: one of an account that left the target list is still owed. */
export async function readCommitments(client: OrgClient): Promise<Commitment[]> {
  const rows = await queryRows<Record<string, string | null>>(
    client,
    `SELECT Id, Commitment_Key__c, Account__c, Service_Level__c, What__c, Status__c, Responsible__c, Due_At__c,
       Done_At__c, Handed_Over_At__c, Escalated_At__c
     FROM Commitment__c`
  );
  return rows.map((row) => ({
    id: row['Id']!,
    key: row['Commitment_Key__c']!,
    accountId: row['Account__c']!,
    levelId: row['Service_Level__c'] ?? null,
    what: row['What__c'] ?? '',
    status: row['Status__c'] ?? 'Open',
    responsible: row['Responsible__c'] ?? null,
    dueAt: row['Due_At__c'] ?? null,
    doneAt: row['Done_At__c'] ?? null,
    handedOverAt: row['Handed_Over_At__c'] ?? null,
    escalatedAt: row['Escalated_At__c'] ?? null
  }));
}

/** The KPI rows of a week. */
export function readKpis(client: OrgClient, week: string): Promise<Stored[]> {
  return queryRows<Stored>(
    client,
    `SELECT Id, Kpi_Key__c, Kpi__c, Tier__c, Week__c, Value__c, Of__c FROM Kpi_Week__c WHERE Week__c = ${week}`
  );
}
