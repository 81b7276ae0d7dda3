import type { OrgClient } from '../org/org-client.ts';
import { queryRows, soqlText } from '../org/rest.ts';

/** A signal that the org has. */
export type StoredSignal = {
  Id: string;
  External_Id__c: string;
  Account__c: string;
  Type__c: string | null;
  What_Happened__c: string | null;
  Reason__c: string | null;
  Strength__c: string | null;
  Occurred_At__c: string | null;
  Expires_At__c: string | null;
  Source__c: string | null;
  Sent_By__c: string | null;
  Url__c: string | null;
  Matched_By__c: string | null;
};

const FIELDS =
  'Id, External_Id__c, Account__c, Type__c, What_Happened__c, Reason__c, Strength__c, Occurred_At__c, ' +
  'Expires_At__c, Source__c, Sent_By__c, Url__c, Matched_By__c';

/** The signals of a source, by external id; the org tells those no more apart by case than it does itself. */
export async function readStoredSignals(
  client: OrgClient,
  source: string
): Promise<Map<string, StoredSignal>> {
  const rows = await queryRows<StoredSignal>(
    client,
    `SELECT ${FIELDS} FROM Account_Signal__c WHERE Source__c = ${soqlText(source)} AND External_Id__c != null`
  );
  return new Map(rows.map((row) => [row.External_Id__c.toLowerCase(), row]));
}

/** Ids of signals of any source that were over before so many days. */
export async function readExpired(client: OrgClient, days: number): Promise<string[]> {
  const before = new Date(client.clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 19);
  const rows = await queryRows<{ Id: string }>(
    client,
    `SELECT Id FROM Account_Signal__c WHERE Expires_At__c < ${before}Z`
  );
  return rows.map(({ Id }) => Id);
}
