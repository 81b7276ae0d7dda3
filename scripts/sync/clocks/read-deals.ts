import { addDays } from '../../lib/days.ts';
import { bulkRecords } from '../bulk/bulk-records.ts';
import type { SyncContext } from '../run/context.ts';
import { TARGETS } from './read-accounts.ts';
import type { Deals } from './types.ts';

const QUARTER_DAYS = 91;

/** What the deals of target accounts say, by account. An account without deals is not there. */
export async function readDeals(context: SyncContext, now: Date): Promise<Map<string, Deals>> {
  const accounts = new Map<string, Deals>();
  const accountOf = new Map<string, string>();
  const since = addDays(now.toISOString().slice(0, 10), -QUARTER_DAYS);
  const soql = `SELECT Id, AccountId, IsClosed, IsWon, Amount, CreatedDate, CloseDate, Solved_Elsewhere__c, Referred_To__c
    FROM Opportunity WHERE AccountId IN ${TARGETS}`;
  for await (const row of bulkRecords(context, { name: 'target-deals', soql })) {
    const deals = accounts.get(row['AccountId']!) ?? noDeals();
    accounts.set(row['AccountId']!, deals);
    deals.createdAt.push(row['CreatedDate']!);
    if (row['IsClosed'] !== 'true') {
      accountOf.set(row['Id']!, row['AccountId']!);
      deals.open += 1;
      deals.pipeline += Number(row['Amount']);
    } else if (row['IsWon'] === 'true') {
      deals.won += 1;
    } else if (row['Solved_Elsewhere__c'] === 'true' && row['CloseDate']! >= since) {
      deals.solvedElsewhere += 1;
      if (row['Referred_To__c'] !== '') deals.referred += 1;
    }
  }
  const roles = 'SELECT OpportunityId, Role FROM OpportunityContactRole WHERE Opportunity.IsClosed = false';
  for await (const { OpportunityId = '', Role = '' } of bulkRecords(context, {
    name: 'open-roles',
    soql: roles
  })) {
    const account = accountOf.get(OpportunityId);
    if (account !== undefined && Role !== '') accounts.get(account)!.roles.add(Role.toLowerCase());
  }
  return accounts;
}

function noDeals(): Deals {
  return { open: 0, won: 0, pipeline: 0, createdAt: [], solvedElsewhere: 0, referred: 0, roles: new Set() };
}
