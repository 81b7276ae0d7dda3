import { queryRows } from '../org/rest.ts';
import type { OrgClient } from '../org/org-client.ts';
import { laterOf } from './read-targets.ts';
import type { Kind, Level, Rule, Side } from './types.ts';

interface RuleRow {
  Id: string;
  Rule_Key__c: string;
  Kind__c: Kind;
  Version__c: number;
  Criteria__c: string | null;
}

/** Of each kind the published rule that is in force: the one that became so last. */
export async function readRules(client: OrgClient, now: Date): Promise<Rule[]> {
  const rows = await queryRows<RuleRow>(
    client,
    `SELECT Id, Rule_Key__c, Kind__c, Version__c, Criteria__c FROM Qualification_Rule__c
     WHERE Status__c = 'Published' AND Effective_From__c <= ${now.toISOString()}
     ORDER BY Effective_From__c DESC, Version__c DESC`
  );
  const newest = new Map(rows.toReversed().map((row) => [row.Kind__c, row]));
  return [...newest.values()].map((row) => ({
    id: row.Id,
    key: row.Rule_Key__c,
    kind: row.Kind__c,
    version: row.Version__c,
    criteria: row.Criteria__c ?? ''
  }));
}

interface LevelRow {
  Id: string;
  Level_Key__c: string;
  Owed_By__c: Side;
  Starts_When__c: string;
  Promise__c: string | null;
  Target_Hours__c: number | null;
  Business_Hours__c: string | null;
  Holidays__c: string | null;
  Responsible__c: string | null;
  Escalate_To__c: string | null;
  Escalate_After_Missed__c: number | null;
  Sales_Signed_At__c: string | null;
  Marketing_Signed_At__c: string | null;
  Finance_Signed_At__c: string | null;
}

const ESCALATE_AFTER = 2;

/** The service levels that are active and that everybody has signed. */
export async function readLevels(client: OrgClient): Promise<Level[]> {
  const rows = await queryRows<LevelRow>(
    client,
    `SELECT Id, Level_Key__c, Owed_By__c, Starts_When__c, Promise__c, Target_Hours__c, Business_Hours__c, Holidays__c,
       Responsible__c, Escalate_To__c, Escalate_After_Missed__c, Sales_Signed_At__c, Marketing_Signed_At__c,
       Finance_Signed_At__c
     FROM Service_Level__c WHERE Status__c = 'Active' AND Target_Hours__c >= 0 ORDER BY Level_Key__c`
  );
  return rows.flatMap((row) => {
    const since = laterOf(row.Sales_Signed_At__c, row.Marketing_Signed_At__c, row.Finance_Signed_At__c);
    return since === null
      ? []
      : [
          {
            id: row.Id,
            key: row.Level_Key__c,
            owedBy: row.Owed_By__c,
            startsWhen: row.Starts_When__c,
            promise: row.Promise__c ?? '',
            hours: row.Target_Hours__c ?? 0,
            businessHours: row.Business_Hours__c,
            holidays: row.Holidays__c,
            responsible: row.Responsible__c,
            escalateTo: row.Escalate_To__c,
            escalateAfter: row.Escalate_After_Missed__c ?? ESCALATE_AFTER,
            since
          }
        ];
  });
}
