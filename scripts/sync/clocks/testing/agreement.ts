import type { SyncOrg } from '../../testing/sync-org.ts';
import { createAs } from '../../testing/records.ts';

/** Changes a record as that person, as their own page would. Throws with the org's refusal. */
function updateAs(
  { org, userId }: SyncOrg,
  persona: string,
  object: string,
  id: string,
  values: Record<string, unknown>
): void {
  const saved = org.records.update(org.user(userId(persona)), object, id, values);
  if (!saved.success) throw new Error(`${object}: ${JSON.stringify(saved.errors)}`);
}

/** A target account whose tier both sides signed now. Answers the Id of the decision. */
export function acceptTarget(sync: SyncOrg, account: string, tier = '1', version = 1): string {
  const at = sync.org.now().toISOString();
  const id = createAs(sync, 'rep', 'Target_Account__c', {
    Account__c: account,
    Target_Key__c: `${account}-${version}`,
    Version__c: version,
    Tier__c: tier,
    Sales_Owner__c: sync.userId('rep'),
    Marketing_Owner__c: sync.userId('marketing'),
    Proposed_By__c: sync.userId('rep')
  });
  updateAs(sync, 'manager', 'Target_Account__c', id, {
    Signed_By_Sales__c: sync.userId('manager'),
    Sales_Signed_At__c: at
  });
  updateAs(sync, 'marketing', 'Target_Account__c', id, {
    Signed_By_Marketing__c: sync.userId('marketing'),
    Marketing_Signed_At__c: at,
    Status__c: 'Accepted',
    List_Version__c: 1
  });
  return id;
}

export function supersede(sync: SyncOrg, targetId: string): void {
  updateAs(sync, 'manager', 'Target_Account__c', targetId, { Status__c: 'Superseded' });
}

/** A rule that the sales leader published now, with these items. */
export function publishRule(sync: SyncOrg, kind: string, version: number, items: readonly object[]): string {
  return createAs(sync, 'manager', 'Qualification_Rule__c', {
    Rule_Key__c: `${kind}-${version}`,
    Kind__c: kind,
    Version__c: version,
    Criteria__c: JSON.stringify({ items }),
    Status__c: 'Published',
    Effective_From__c: sync.org.now().toISOString(),
    Published_By__c: sync.userId('manager')
  });
}

const OFFICE_HOURS = Object.fromEntries(
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [day, [['09:00', '17:00']]])
);

/** A service level of eight business hours in Berlin that all three signed now, unless said otherwise. */
export function signLevel(sync: SyncOrg, values: Record<string, unknown> = {}): string {
  const at = sync.org.now().toISOString();
  const id = createAs(sync, 'manager', 'Service_Level__c', {
    Name: 'First call',
    Level_Key__c: 'first-call-1',
    Version__c: 1,
    Owed_By__c: 'Sales',
    Starts_When__c: 'MQA reached',
    Promise__c: 'A first call with the account',
    Target_Hours__c: 8,
    Business_Hours__c: JSON.stringify({ timeZone: 'Europe/Berlin', days: OFFICE_HOURS }),
    Escalate_To__c: sync.userId('manager'),
    Escalate_After_Missed__c: 2,
    Signed_By_Sales__c: sync.userId('manager'),
    Sales_Signed_At__c: at,
    ...values
  });
  updateAs(sync, 'marketing', 'Service_Level__c', id, {
    Signed_By_Marketing__c: sync.userId('marketing'),
    Marketing_Signed_At__c: at
  });
  updateAs(sync, 'finance', 'Service_Level__c', id, {
    Signed_By_Finance__c: sync.userId('finance'),
    Finance_Signed_At__c: at
  });
  updateAs(sync, 'manager', 'Service_Level__c', id, { Status__c: 'Active' });
  return id;
}

/** What the sync of timing would have stored. */
export function engage(sync: SyncOrg, account: string, touches: number, people: number): void {
  createAs(sync, 'integration', 'Account_Engagement__c', {
    Account__c: account,
    Engagement_Key__c: account,
    Touches_13_Weeks__c: touches,
    People_13_Weeks__c: people,
    Last_Touch_On__c: '2026-11-16'
  });
}
