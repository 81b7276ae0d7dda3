import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryAll } from '../../lib/query.ts';
import { countInFiles, CRM_DATA, loadCrmData, WITH_CRM_DATA } from '../testing/crm-data.ts';
import { withSyncOrg } from '../testing/sync-org.ts';
import { clocksCommand } from './clocks-command.ts';
import { acceptTarget, publishRule, signLevel } from './testing/agreement.ts';

const LARGE = 2_000_000_000;
const MIDDLE = 800_000_000;

/** Every account of the files with its tier, its deals, and what the two rules must say; revenue there is in millions. */
const EXPECTED = `
  WITH account AS (
    SELECT account AS name, CAST(revenue AS DOUBLE) * 1e6 AS revenue, CAST(employees AS INTEGER) AS employees
    FROM read_csv('${CRM_DATA}/accounts.csv', all_varchar = true)
  ),
  deal AS (
    SELECT account AS name, count(*) FILTER (deal_stage = 'Won') AS won,
      count(*) FILTER (deal_stage IN ('Engaging', 'Prospecting')) AS open
    FROM read_csv('${CRM_DATA}/sales_pipeline.csv', all_varchar = true) GROUP BY account
  )
  SELECT name, CASE WHEN revenue >= ${LARGE} THEN '1' WHEN revenue >= ${MIDDLE} THEN '2' ELSE '3' END AS tier,
    CASE WHEN revenue >= ${MIDDLE} AND employees > 1000 THEN 'Met' ELSE 'Not Met' END AS mqa,
    CASE WHEN coalesce(open, 0) >= 10 AND revenue >= ${MIDDLE} THEN 'Met' ELSE 'Not Met' END AS sqa,
    CASE WHEN won > 0 THEN 'Customer' WHEN open > 0 THEN 'Opportunity' END AS place,
    coalesce(open, 0) AS open
  FROM account LEFT JOIN deal USING (name) ORDER BY lower(name)`;

test(
  'verdicts, journeys, KPIs and commitments of the 85 real accounts equal what SQL finds in the files',
  WITH_CRM_DATA,
  async () => {
    await withSyncOrg(async (sync) => {
      const connection = await loadCrmData(sync);
      signLevel(sync);
      publishRule(sync, 'MQA', 1, [
        { field: 'AnnualRevenue', operator: 'greaterOrEqual', value: MIDDLE },
        { field: 'NumberOfEmployees', operator: 'greaterThan', value: 1000 }
      ]);
      publishRule(sync, 'SQA', 1, [
        { field: 'Facts.OpenOpportunities', operator: 'greaterOrEqual', value: 10 },
        { field: 'Facts.Tier', operator: 'equals', value: ['1', '2'] }
      ]);
      const expected = await countInFiles(EXPECTED);
      const tiers = new Map(expected.map(([name, tier]) => [String(name), String(tier)]));
      const accounts = await queryAll<{ Id: string; Name: string }>(
        connection,
        'SELECT Id, Name FROM Account ORDER BY Name'
      );
      const loaded = accounts.filter(({ Name }) => tiers.has(Name));
      assert.equal(loaded.length, 85);
      loaded.forEach(({ Id, Name }) => acceptTarget(sync, Id, tiers.get(Name)));

      const { result } = await sync.withContext((context) => clocksCommand(context, {}), {
        command: 'clocks'
      });
      assert.equal(result.equation.holds, true);
      const verdict = (kind: string): string =>
        `(SELECT "Verdict__c" FROM "Qualification__c" WHERE "Account__c" = "Account"."Id" AND "Kind__c" = '${kind}')`;
      const found = sync.rows(
        `SELECT "Account"."Name", "Tier__c", ${verdict('MQA')}, ${verdict('SQA')}, "Journey__c"
       FROM "Target_Account__c" JOIN "Account" ON "Account"."Id" = "Account__c" ORDER BY lower("Account"."Name")`
      );
      assert.deepEqual(
        found,
        expected.map((row) => row.slice(0, 5))
      );
      const met = (column: number): number => expected.filter((row) => row[column] === 'Met').length;
      assert.equal(sync.rows('SELECT 1 FROM "Commitment__c"').length, met(2));
      assert.ok(met(2) > 0 && met(2) < 85 && met(3) > 0 && met(3) < 85);
      const open = expected.reduce((sum, row) => sum + Number(row[5]), 0);
      assert.deepEqual(
        sync.rows(
          `SELECT "Kpi__c", "Of__c" FROM "Kpi_Week__c" WHERE "Tier__c" = 'All' AND "Kpi__c" IN ('MQA', 'Pipeline') ORDER BY 1`
        ),
        [
          ['MQA', 85],
          ['Pipeline', open]
        ]
      );
    });
  }
);
