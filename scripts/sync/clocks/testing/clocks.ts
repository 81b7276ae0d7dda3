import { createAs } from '../../testing/records.ts';
import type { SyncOrg } from '../../testing/sync-org.ts';
import { clocksCommand } from '../clocks-command.ts';
import type { ClocksOptions } from '../clocks-command.ts';

export const HOUR = 3_600_000;
export const IN_RETAIL = [{ field: 'Industry', operator: 'equals', value: 'Retail' }];
export const TOUCHED = [{ field: 'Facts.Touches13Weeks', operator: 'greaterOrEqual', value: 5 }];

/** Queries of the org's store. */
export const VERDICTS = `SELECT substr("Qualification_Key__c", 20), "Verdict__c", "Rule_Version__c", "Criteria_Met__c"
  FROM "Qualification__c" ORDER BY 1`;
export const COMMITMENTS = `SELECT "Status__c", "Due_At__c", "Started_By__c", "Escalated_At__c"
  FROM "Commitment__c" ORDER BY "Due_At__c", "Commitment_Key__c"`;
export const JOURNEYS =
  'SELECT "Version__c", "Journey__c", "Journey_Since__c" FROM "Target_Account__c" ORDER BY 1';
export const KPIS = `SELECT "Kpi__c", "Value__c", "Of__c" FROM "Kpi_Week__c" WHERE "Tier__c" = 'All' ORDER BY "Id"`;

export function clocks({ withContext }: SyncOrg, options: ClocksOptions = {}) {
  return withContext((context) => clocksCommand(context, options), { command: 'clocks' });
}

/** An account in retail. */
export function account(sync: SyncOrg, Name = 'Acme', values: Record<string, unknown> = {}): string {
  return createAs(sync, 'admin', 'Account', { Name, Industry: 'Retail', ...values });
}
