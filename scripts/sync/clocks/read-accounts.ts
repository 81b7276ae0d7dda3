import { criteriaFields, parseCriteria } from '../../../force-app/main/core/lwc/criteria/criteria.ts';
import { Failure } from '../../lib/failure.ts';
import type { OrgClient } from '../org/org-client.ts';
import { Refusal } from '../org/refusal.ts';
import { queryRows } from '../org/rest.ts';
import type { Engagement, Rule, Signal } from './types.ts';

/** Accounts of the target list, as a condition on a field that names an account. */
export const TARGETS = '(SELECT Account__c FROM Target_Account__c)';

type Value = string | number | boolean | null;

/** The fields that rules ask about, by path. Throws `RULE_FIELD` when the org does not have one of them. */
export async function readAccounts(
  client: OrgClient,
  rules: readonly Rule[]
): Promise<Map<string, Record<string, Value>>> {
  const paths = [...new Set(rules.flatMap(fieldsOf))].sort();
  const soql = `SELECT ${['Id', ...paths].join(', ')} FROM Account WHERE Id IN ${TARGETS}`;
  try {
    const rows = await queryRows<{ Id: string }>(client, soql);
    return new Map(
      rows.map((row) => [row.Id, Object.fromEntries(paths.map((path) => [path, valueAt(row, path)]))])
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'INVALID_FIELD') throw error;
    throw new Failure(
      'RULE_FIELD',
      `A rule in force (${rules.map(({ key }) => key).join(', ')}) asks for what the sync cannot read. ${error.message}`,
      ['Give the permission set Caddie Integration the field, or publish a version of the rule without it.']
    );
  }
}

function fieldsOf(rule: Rule): string[] {
  const { criteria } = parseCriteria(rule.criteria);
  return criteria
    ? criteriaFields(criteria).filter((path) => path !== 'Id' && !path.startsWith('Facts.'))
    : [];
}

/** A field of a record or of its parents; blank where there is no parent. */
function valueAt(row: object, path: string): Value {
  let value: unknown = row;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null)?.[name] ?? null;
  return value as Value;
}

/** Signals that have not expired, by account. */
export async function readSignals(client: OrgClient, now: Date): Promise<Map<string, Signal[]>> {
  const rows = await queryRows<Record<string, string | null>>(
    client,
    `SELECT Id, Account__c, What_Happened__c, Strength__c, Occurred_At__c, Expires_At__c, Not_Useful_At__c, CreatedDate
     FROM Account_Signal__c
     WHERE Account__c IN ${TARGETS} AND (Expires_At__c = null OR Expires_At__c > ${now.toISOString()})`
  );
  const signals = rows.map((row): Signal => ({
    id: row['Id']!,
    accountId: row['Account__c']!,
    what: row['What_Happened__c'] ?? '',
    strength: row['Strength__c'] ?? null,
    occurredAt: row['Occurred_At__c'] ?? null,
    expiresAt: row['Expires_At__c'] ?? null,
    notUsefulAt: row['Not_Useful_At__c'] ?? null,
    createdAt: row['CreatedDate']!
  }));
  return Map.groupBy(signals, ({ accountId }) => accountId);
}

interface EngagementRow {
  Account__c: string;
  Touches_13_Weeks__c: number | null;
  People_13_Weeks__c: number | null;
  Last_Touch_On__c: string | null;
}

export async function readEngagements(client: OrgClient): Promise<Map<string, Engagement>> {
  const rows = await queryRows<EngagementRow>(
    client,
    `SELECT Account__c, Touches_13_Weeks__c, People_13_Weeks__c, Last_Touch_On__c FROM Account_Engagement__c
     WHERE Account__c IN ${TARGETS}`
  );
  return new Map(
    rows.map((row) => [
      row.Account__c,
      {
        touches13: row.Touches_13_Weeks__c,
        people13: row.People_13_Weeks__c,
        lastTouchOn: row.Last_Touch_On__c
      }
    ])
  );
}
