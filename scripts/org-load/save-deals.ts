import type { Connection } from 'jsforce';
import { queryAll } from '../lib/query.ts';
import { createMissing } from './create-missing.ts';
import type { Tally } from './create-missing.ts';
import type { DealPlan } from './deals.ts';

/** What opportunities point at, by name. */
export interface Targets {
  userIds: ReadonlyMap<string, string>;
  accountIds: ReadonlyMap<string, string>;
  pricebookId: string;
  entryIds: ReadonlyMap<string, string>;
}

export interface SavedDeals {
  opportunities: Tally;
  lineItems: Tally;
}

/** Creates the opportunities, then one line item each. */
export async function saveDeals(
  connection: Connection,
  plans: readonly DealPlan[],
  targets: Targets,
  onSaved: (done: number, of: number) => void
): Promise<SavedDeals> {
  const rows = await queryAll<{ Id: string; Name: string }>(
    connection,
    "SELECT Id, Name FROM Opportunity WHERE Name LIKE '%#%'"
  );
  const withItems = await queryAll<{ Id: string; OpportunityId: string }>(
    connection,
    "SELECT Id, OpportunityId FROM OpportunityLineItem WHERE Opportunity.Name LIKE '%#%'"
  );
  const all = 2 * plans.length - rows.length - withItems.length;
  const opportunities = await createMissing(
    connection,
    'Opportunity',
    plans.map((plan) => ({
      key: plan.name,
      fields: {
        ...plan.fields,
        AccountId: plan.account === null ? null : targets.accountIds.get(plan.account)!,
        OwnerId: targets.userIds.get(plan.owner)!,
        Pricebook2Id: targets.pricebookId
      }
    })),
    rows.map(({ Id, Name }) => [Name, Id] as const),
    (done) => onSaved(done, all)
  );
  const lineItems = await createMissing(
    connection,
    'OpportunityLineItem',
    plans.map((plan) => ({
      key: opportunities.ids.get(plan.name)!,
      fields: {
        OpportunityId: opportunities.ids.get(plan.name)!,
        PricebookEntryId: targets.entryIds.get(plan.product)!,
        Quantity: 1,
        UnitPrice: plan.amount
      }
    })),
    withItems.map(({ Id, OpportunityId }) => [OpportunityId, Id] as const),
    (done) => onSaved(opportunities.created + done, all)
  );
  return { opportunities, lineItems };
}
