import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createAll } from '../../lib/collections.ts';
import { queryAll } from '../../lib/query.ts';
import { drawFrom } from '../../org-load/draw.ts';
import { countInFiles, CRM_DATA, loadCrmData, WITH_CRM_DATA } from '../testing/crm-data.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { committeeCommand } from './committee-command.ts';

/** The data set has no contact roles, so they are drawn: the same for the same deal, and more of them in won deals. */
const ROLES: readonly [role: string, percentWon: number, percentLost: number][] = [
  ['Economic Buyer', 85, 40],
  ['Business User', 70, 65],
  ['Technical Buyer', 45, 50],
  ['Executive Sponsor', 20, 5]
];

interface ClosedDeal {
  Id: string;
  Name: string;
  IsWon: boolean;
  AccountId: string;
}

/** The same figures from the files, by SQL alone; nothing of the sync has a part in it. */
const EXPECTED = `
  WITH deal AS (
    SELECT opportunity_id AS id, deal_stage = 'Won' AS won,
      CASE lower(sector)
        WHEN 'employment' THEN 'Consulting' WHEN 'services' THEN 'Consulting'
        WHEN 'software' THEN 'Technology' WHEN 'technolgy' THEN 'Technology'
        WHEN 'marketing' THEN 'Media' WHEN 'medical' THEN 'Healthcare'
        WHEN 'entertainment' THEN 'Entertainment' WHEN 'finance' THEN 'Finance'
        WHEN 'retail' THEN 'Retail' WHEN 'telecommunications' THEN 'Telecommunications'
      END AS industry
    FROM read_csv('${CRM_DATA}/sales_pipeline.csv', all_varchar = true)
    JOIN read_csv('${CRM_DATA}/accounts.csv', all_varchar = true) USING (account)
    WHERE deal_stage IN ('Won', 'Lost')
  ),
  segment AS (
    SELECT 'All' AS name, id, won FROM deal UNION ALL SELECT 'Industry: ' || industry, id, won FROM deal
  ),
  role AS (SELECT DISTINCT id, role FROM read_csv('$ROLES', all_varchar = true)),
  total AS (SELECT name, count(*) FILTER (won) AS won, count(*) FILTER (NOT won) AS lost FROM segment GROUP BY name)
  SELECT name || '|' || role, any_value(total.won), count(*) FILTER (segment.won), any_value(total.lost),
    count(*) FILTER (NOT segment.won)
  FROM segment JOIN role USING (id) JOIN total USING (name) GROUP BY name, role ORDER BY 1`;

test('patterns of the real data set equal what SQL counts in its files', WITH_CRM_DATA, async () => {
  await withSyncOrg(async (sync) => {
    const connection = await loadCrmData(sync);
    const deals = await queryAll<ClosedDeal>(
      connection,
      'SELECT Id, Name, IsWon, AccountId FROM Opportunity WHERE IsClosed = true'
    );
    const contacts = await queryAll<{ Id: string; AccountId: string }>(
      connection,
      'SELECT Id, AccountId FROM Contact'
    );
    const contactOf = new Map(contacts.map(({ Id, AccountId }) => [AccountId, Id]));
    const drawn = deals.flatMap(({ Id, Name, IsWon, AccountId }) => {
      const key = Name.slice(-8);
      return ROLES.filter(
        ([role, won, lost]) => drawFrom(`${key} ${role}`, 1, 100) <= (IsWon ? won : lost)
      ).map(([Role]) => ({ key, fields: { OpportunityId: Id, ContactId: contactOf.get(AccountId)!, Role } }));
    });
    await createAll(
      connection,
      'OpportunityContactRole',
      drawn.map(({ fields }) => fields)
    );
    const file = join(sync.stateDir, 'roles.csv');
    await writeFile(file, ['id,role', ...drawn.map(({ key, fields }) => `${key},${fields.Role}`)].join('\n'));

    const { result } = await sync.withContext((context) => committeeCommand(context, {}), {
      command: 'committee'
    });
    assert.equal(result.equation.holds, true);
    const stored = sync.rows(
      `SELECT "Pattern_Key__c", "Won_Deals__c", "Deals_With_Role__c", "Lost_Deals__c", "Lost_Deals_With_Role__c"
       FROM "Committee_Pattern__c" ORDER BY 1`
    );
    assert.deepEqual(stored, await countInFiles(EXPECTED.replace('$ROLES', file)));
    assert.equal(stored.length, 4 * 9);
    assert.deepEqual(stored[1]?.slice(0, 2), ['All|Economic Buyer', 4238]);
  });
});
