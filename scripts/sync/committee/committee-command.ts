import type { Pattern } from '../../../force-app/main/intelligence/lwc/committee/committee.ts';
import { count } from '../../lib/count.ts';
import { bulkRecords } from '../bulk/bulk-records.ts';
import { queryRows } from '../org/rest.ts';
import type { FieldValues } from '../org/rest.ts';
import { changesFor } from '../run/changes.ts';
import { computedCommand } from '../run/computed-command.ts';
import type { Computed } from '../run/computed-command.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import type { OpenedContext } from '../run/open-context.ts';
import { countPatterns } from './count-patterns.ts';

const OBJECT = 'Committee_Pattern__c';
const KEY = 'Pattern_Key__c';

/** `caddie sync committee`: which roles won and lost deals had, by industry and over all. */
export function committeeCommand(context: OpenedContext, options: { dryRun?: boolean }) {
  return computedCommand(context, 'committee', computePatterns, options);
}

async function computePatterns(context: SyncContext): Promise<Computed> {
  const counting = countPatterns();
  await step(context, 'Read closed deals', async () => {
    const soql = 'SELECT Id, IsWon, Account.Industry FROM Opportunity WHERE IsClosed = true';
    for await (const row of bulkRecords(context, { name: 'deals', soql })) {
      counting.addDeal({
        id: row['Id']!,
        isWon: row['IsWon'] === 'true',
        industry: row['Account.Industry']!
      });
    }
  });
  await step(context, 'Read their contact roles', async () => {
    const soql = 'SELECT OpportunityId, Role FROM OpportunityContactRole WHERE Opportunity.IsClosed = true';
    for await (const row of bulkRecords(context, { name: 'roles', soql })) {
      counting.addRole({ dealId: row['OpportunityId']!, role: row['Role']! });
    }
  });
  const { patterns, equation } = counting.result();
  const at = context.client.clock.now().toISOString();
  const computed = patterns.map((pattern) => fieldsOf(pattern, at));
  const stored = await step(context, 'Read stored patterns', () =>
    queryRows<FieldValues & { Id: string }>(
      context.client,
      `SELECT Id, ${Object.keys(fieldsOf(NO_PATTERN, at)).join(', ')} FROM ${OBJECT}`
    )
  );
  const segments = new Set(patterns.map(({ segment }) => segment)).size;
  return {
    equation,
    changes: [
      changesFor({ object: OBJECT, key: KEY, computed, stored, stamps: ['Computed_At__c'], isWhole: true })
    ],
    says: [`${count(patterns.length, 'role')} in ${count(segments, 'segment')}.`],
    details: {}
  };
}

const NO_PATTERN: Pattern = {
  segment: '',
  role: '',
  wonDeals: 0,
  dealsWithRole: 0,
  lostDeals: 0,
  lostDealsWithRole: 0
};

function fieldsOf(pattern: Pattern, at: string): FieldValues {
  return {
    [KEY]: `${pattern.segment}|${pattern.role}`,
    Segment__c: pattern.segment,
    Role__c: pattern.role,
    Won_Deals__c: pattern.wonDeals,
    Deals_With_Role__c: pattern.dealsWithRole,
    Lost_Deals__c: pattern.lostDeals,
    Lost_Deals_With_Role__c: pattern.lostDealsWithRole,
    Computed_At__c: at
  };
}
