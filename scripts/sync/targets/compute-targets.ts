import { proposal } from '../../../force-app/main/intelligence/lwc/targetList/targetList.ts';
import type { TargetStatus } from '../../../force-app/main/intelligence/lwc/targetList/types.ts';
import { indexAccounts } from '../matching/account-index.ts';
import { readAccounts } from '../matching/read-accounts.ts';
import { writeLeftOver } from '../matching/left-over.ts';
import type { LeftOver } from '../matching/left-over.ts';
import { readDecisions } from '../matching/review-file.ts';
import type { FieldValues } from '../org/rest.ts';
import { queryRows } from '../org/rest.ts';
import type { Computed } from '../run/computed-command.ts';
import { step } from '../run/context.ts';
import type { SyncContext } from '../run/context.ts';
import { rowEquation } from '../run/equation.ts';
import { currentUserId, findOwners } from './find-owners.ts';
import type { TargetMapping } from './mapping.ts';
import { placeTargets } from './place-targets.ts';
import type { PlacedTarget } from './place-targets.ts';
import { readTargets } from './read-targets.ts';

export interface TargetOptions {
  file: string;
  mapping: TargetMapping;
  /** A review file that came back. */
  reviewed?: string | undefined;
}

export interface TargetDetails extends LeftOver {
  rows: number;
  proposed: number;
  unchanged: number;
}

/** The newest decision about an account. */
interface Newest {
  Account__c: string;
  Version__c: number | null;
  Tier__c: string | null;
  Status__c: TargetStatus;
  Sales_Owner__c: string | null;
  Marketing_Owner__c: string | null;
}

/** Reads a list and works out what it proposes that is not proposed or agreed already. Nothing is signed. */
export async function computeTargets(
  context: SyncContext,
  options: TargetOptions
): Promise<Computed<TargetDetails>> {
  const { client } = context;
  const { file, mapping, reviewed } = options;
  const decisions = reviewed === undefined ? undefined : await readDecisions(reviewed);
  const read = await step(context, `Read ${file}`, () => readTargets(file, mapping));
  const index = await step(context, 'Read accounts', async () =>
    indexAccounts(await readAccounts(context, mapping.account.externalId?.field))
  );
  const ownerOf = await findOwners(
    client,
    read.lines.flatMap(({ salesOwner, marketingOwner }) =>
      [salesOwner, marketingOwner].filter((name) => name !== undefined)
    )
  );
  const placed = placeTargets(read.lines, { index, ownerOf, decisions });
  const newest = await step(context, 'Read the target list', () => readNewest(context));
  const me = await currentUserId(client);
  const at = client.clock.now().toISOString();
  const create = placed.placed.flatMap((target) => proposalOf(target, newest.get(target.account), me, at));
  const unmatched = [...read.unreadable, ...placed.unmatched];
  const leftOver = await writeLeftOver(file, unmatched, placed.unsure);
  const unchanged = placed.placed.length - create.length;
  return {
    equation: rowEquation(read.rows, 'rows', {
      proposed: create.length,
      unchanged,
      'to review': placed.unsure.length,
      unmatched: placed.unmatched.length,
      unreadable: read.unreadable.length
    }),
    changes: [
      {
        object: 'Target_Account__c',
        key: 'Target_Key__c',
        computed: placed.placed.length,
        create,
        update: [],
        remove: []
      }
    ],
    says: leftOver.says,
    details: {
      rows: read.rows,
      proposed: create.length,
      unchanged,
      ...leftOver.details
    }
  };
}

async function readNewest({ client }: SyncContext): Promise<Map<string, Newest>> {
  const rows = await queryRows<Newest>(
    client,
    'SELECT Account__c, Version__c, Tier__c, Status__c, Sales_Owner__c, Marketing_Owner__c ' +
      'FROM Target_Account__c ORDER BY Version__c'
  );
  // The last one of an account stays.
  return new Map(rows.map((row) => [row.Account__c, row]));
}

const STANDING: readonly TargetStatus[] = ['Proposed', 'Accepted', 'Disputed'];

/**
 * A new version where the tier or an owner differs from what was proposed or agreed last. Another reason for the same
 * decision is none, or both sides would have to sign again for a word.
 */
function proposalOf(target: PlacedTarget, newest: Newest | undefined, me: string, at: string): FieldValues[] {
  const { account, tier, reason } = target;
  const salesOwnerId = target.salesOwnerId ?? newest?.Sales_Owner__c ?? null;
  const marketingOwnerId = target.marketingOwnerId ?? newest?.Marketing_Owner__c ?? null;
  const isSame =
    newest !== undefined &&
    STANDING.includes(newest.Status__c) &&
    newest.Tier__c === tier &&
    newest.Sales_Owner__c === salesOwnerId &&
    newest.Marketing_Owner__c === marketingOwnerId;
  if (isSame) return [];
  return [
    proposal(
      { accountId: account, tier, salesOwnerId, marketingOwnerId, reason },
      newest?.Version__c ?? 0,
      me,
      at
    )
  ];
}
