import { queryRows } from '../org/rest.ts';
import type { OrgClient } from '../org/org-client.ts';
import type { Target } from './types.ts';

interface Row {
  Id: string;
  Account__c: string;
  Account__r: { Name: string };
  Target_Key__c: string;
  Version__c: number | null;
  Tier__c: string;
  Status__c: string;
  Journey__c: string;
  Journey_Since__c: string | null;
  Sales_Owner__c: string | null;
  Marketing_Owner__c: string | null;
  Sales_Signed_At__c: string | null;
  Marketing_Signed_At__c: string | null;
}

/** Of every account the decision that counts now: the accepted one, else the newest that is open. */
export async function readTargets(client: OrgClient): Promise<Target[]> {
  const rows = await queryRows<Row>(
    client,
    `SELECT Id, Account__c, Account__r.Name, Target_Key__c, Version__c, Tier__c, Status__c, Journey__c, Journey_Since__c,
       Sales_Owner__c, Marketing_Owner__c, Sales_Signed_At__c, Marketing_Signed_At__c
     FROM Target_Account__c ORDER BY Version__c`
  );
  return [...Map.groupBy(rows, ({ Account__c }) => Account__c).values()].flatMap((versions) => {
    const open = versions.filter(({ Status__c }) => Status__c === 'Proposed' || Status__c === 'Disputed');
    const row = versions.findLast(({ Status__c }) => Status__c === 'Accepted') ?? open.at(-1);
    return row ? [targetOf(row, versions)] : [];
  });
}

function targetOf(row: Row, versions: readonly Row[]): Target {
  const placed = versions.findLast((one) => one !== row && one.Journey_Since__c !== null);
  const isAccepted = row.Status__c === 'Accepted';
  return {
    id: row.Id,
    accountId: row.Account__c,
    accountName: row.Account__r.Name,
    key: row.Target_Key__c,
    tier: row.Tier__c,
    isAccepted,
    acceptedAt: isAccepted ? laterOf(row.Sales_Signed_At__c, row.Marketing_Signed_At__c) : null,
    owners: { Sales: row.Sales_Owner__c, Marketing: row.Marketing_Owner__c },
    journey: row.Journey__c,
    journeySince: row.Journey_Since__c,
    before: placed ? { journey: placed.Journey__c, since: placed.Journey_Since__c! } : null
  };
}

/** The later of times as the org writes them; null when one is missing. */
export function laterOf(...times: (string | null)[]): string | null {
  const known = times.filter((time) => time !== null);
  if (known.length < times.length) return null;
  return known.reduce((one, other) => (Date.parse(other) > Date.parse(one) ? other : one));
}
