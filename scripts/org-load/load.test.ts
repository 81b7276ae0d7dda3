import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { updateAll } from '../lib/collections.ts';
import { silentProgress } from '../lib/progress.ts';
import { queryAll } from '../lib/query.ts';
import { serveTestOrg } from '../lib/testing.ts';
import type { TestOrg } from '../lib/testing.ts';
import { loadOrg } from './load.ts';
import type { LoadResult } from './load.ts';
import { summarise } from './summary.ts';

/** The public data set lies beside the checkout where the project is built; a newcomer does not have it. */
const WHOLE = '../shared/data/crm-sales-opportunities';

const SLICE = {
  'accounts.csv': [
    'account,sector,year_established,revenue,employees,office_location,subsidiary_of',
    'Child Ltd,retail,2001,10.5,100,United States,Parent Inc',
    'Parent Inc,technolgy,1996,1100.04,2822,Norway,'
  ],
  'products.csv': ['product,series,sales_price', 'GTX Pro,GTX,4821', 'MG Special,MG,55'],
  'sales_teams.csv': [
    'sales_agent,manager,regional_office',
    'Ana Reed,Max Hill,East',
    'Ben Dry,Max Hill,East',
    'Cleo Orr,Nora Lake,West'
  ],
  'sales_pipeline.csv': [
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    'AAAA0001,Ana Reed,GTXPro,Parent Inc,Won,2017-06-01,2017-12-29,4514',
    'AAAA0002,Ana Reed,MG Special,Parent Inc,Lost,2017-06-01,2017-11-01,0',
    'AAAA0003,Cleo Orr,GTX Pro,Child Ltd,Engaging,2017-12-01,,',
    'AAAA0004,Cleo Orr,MG Special,,Prospecting,,,',
    'AAAA0005,Cleo Orr,MG Special,Teste,Prospecting,,,'
  ]
};

describe('a folder of CSV files', () => {
  let org: TestOrg;
  let folder: string;

  before(async () => {
    org = await serveTestOrg();
    folder = await mkdtemp(join(tmpdir(), 'caddie-load-'));
    for (const [file, lines] of Object.entries(SLICE)) {
      await writeFile(join(folder, file), `${lines.join('\r\n')}\n`);
    }
  });

  after(async () => {
    await org.close();
    await rm(folder, { recursive: true });
  });

  const load = (asOf?: string): Promise<LoadResult> =>
    loadOrg({
      connection: org.as('admin'),
      folder,
      usernameDomain: 'load.example',
      today: '2026-11-21',
      progress: silentProgress,
      ...(asOf !== undefined && { asOf })
    });
  const rows = (soql: string): Promise<Record<string, unknown>[]> => queryAll(org.as('admin'), soql);

  test('is loaded and summed up', async () => {
    const result = await load('2026-11-21');
    assert.match(
      summarise(result),
      new RegExp(
        [
          '^2 managers: 2 created',
          '3 reps: 3 created',
          '2 accounts: 2 created',
          '(\\d) contacts: \\1 created',
          '2 products: 2 created',
          '4 opportunities: 4 created',
          '4 line items: 4 created',
          'Dates are moved by 3,248 days; the last deal closed on 2017-12-29 in the files\\.',
          '1 row left out:',
          "  sales_pipeline\\.csv:6: account 'Teste' is not in accounts\\.csv$"
        ].join('\n')
      )
    );
  });

  test('gives every deal its owner, account, stage, dates, amount and product', async () => {
    const deals = await rows(
      'SELECT Name, StageName, CloseDate, Amount, Description, Account.Name, Owner.Name, Owner.UserRole.Name, ' +
        '(SELECT Quantity, UnitPrice, Product2.Name FROM OpportunityLineItems) ' +
        'FROM Opportunity ORDER BY Name'
    );
    const read = deals as unknown as {
      Name: string;
      StageName: string;
      CloseDate: string;
      Amount: number;
      Description: string | null;
      Account: { Name: string } | null;
      Owner: { Name: string; UserRole: { Name: string } };
      OpportunityLineItems: {
        records: { Quantity: number; UnitPrice: number; Product2: { Name: string } }[];
      };
    }[];
    assert.deepEqual(
      read.map((deal) => [
        deal.Name,
        deal.StageName,
        deal.CloseDate,
        deal.Amount,
        deal.Description,
        deal.Account?.Name ?? null,
        `${deal.Owner.Name}, ${deal.Owner.UserRole.Name}`,
        deal.OpportunityLineItems.records.map((item) => `${item.Quantity} ${item.Product2.Name}`).join()
      ]),
      [
        [
          'Child Ltd: GTX Pro #AAAA0003',
          'Needs Analysis',
          '2027-02-10',
          4821,
          'Engaged on 2026-10-23.',
          'Child Ltd',
          'Cleo Orr, West: team of Nora Lake',
          '1 GTX Pro'
        ],
        [
          'New account: MG Special #AAAA0004',
          'Prospecting',
          '2027-02-17',
          55,
          null,
          null,
          'Cleo Orr, West: team of Nora Lake',
          '1 MG Special'
        ],
        [
          'Parent Inc: GTX Pro #AAAA0001',
          'Closed Won',
          '2026-11-20',
          4514,
          'Engaged on 2026-04-23.',
          'Parent Inc',
          'Ana Reed, East: team of Max Hill',
          '1 GTX Pro'
        ],
        [
          'Parent Inc: MG Special #AAAA0002',
          'Closed Lost',
          '2026-09-23',
          55,
          'Engaged on 2026-04-23.',
          'Parent Inc',
          'Ana Reed, East: team of Max Hill',
          '1 MG Special'
        ]
      ]
    );
  });

  test('puts reps below their manager and lets them see guidance', async () => {
    const people = await rows(
      "SELECT Username, Manager.Username, UserRole.Name, IsActive FROM User WHERE Username LIKE '%@load.example' ORDER BY Username"
    );
    const read = people as unknown as {
      Username: string;
      Manager: { Username: string } | null;
      UserRole: { Name: string };
    }[];
    assert.deepEqual(
      read.map(({ Username, Manager, UserRole }) => [Username, Manager?.Username ?? null, UserRole.Name]),
      [
        ['ana.reed@load.example', 'max.hill@load.example', 'East: team of Max Hill'],
        ['ben.dry@load.example', 'max.hill@load.example', 'East: team of Max Hill'],
        ['cleo.orr@load.example', 'nora.lake@load.example', 'West: team of Nora Lake'],
        ['max.hill@load.example', null, 'East: Max Hill'],
        ['nora.lake@load.example', null, 'West: Nora Lake']
      ]
    );
    const assigned = await rows(
      "SELECT COUNT(Id) n, PermissionSet.Name name FROM PermissionSetAssignment WHERE Assignee.Username LIKE '%@load.example' AND PermissionSet.Name LIKE 'Caddie%' GROUP BY PermissionSet.Name ORDER BY PermissionSet.Name"
    );
    assert.deepEqual(
      assigned.map(({ name, n }) => [name, n]),
      [
        ['Caddie_Manager', 2],
        ['Caddie_Rep', 5]
      ]
    );
  });

  test('hangs the subsidiary below its parent', async () => {
    const [child] = await rows(
      "SELECT Parent.Name, Industry, Owner.Name FROM Account WHERE Name = 'Child Ltd'"
    );
    assert.deepEqual(
      [child!['Parent'], child!['Owner']].map((one) => (one as { Name: string }).Name),
      ['Parent Inc', 'Cleo Orr']
    );
    assert.equal(child!['Industry'], 'Retail');
  });

  test('is not loaded twice, and leaves alone what people changed since', async () => {
    const [deal] = await rows("SELECT Id FROM Opportunity WHERE Name LIKE '%AAAA0003'");
    await updateAll(org.as('admin'), 'Opportunity', [
      { Id: String(deal!['Id']), StageName: 'Qualification' }
    ]);
    const { managers, reps, accounts, contacts, products, opportunities, lineItems } = await load();
    const created = [managers, reps, accounts, contacts, products, opportunities, lineItems].map(
      (tally) => tally.created
    );
    assert.deepEqual(created, [0, 0, 0, 0, 0, 0, 0]);
    const [after] = await rows("SELECT StageName FROM Opportunity WHERE Name LIKE '%AAAA0003'");
    assert.equal(after!['StageName'], 'Qualification');
  });

  test('goes on where a load was broken off', async () => {
    const [item] = await rows("SELECT Id FROM OpportunityLineItem WHERE Opportunity.Name LIKE '%AAAA0001'");
    await org.as('admin').sobject('OpportunityLineItem').delete(String(item!['Id']));
    const { opportunities, lineItems } = await load();
    assert.deepEqual(
      [opportunities, lineItems],
      [
        { total: 4, created: 0 },
        { total: 4, created: 1 }
      ]
    );
  });

  test('must hold the four files with their columns', async () => {
    await writeFile(join(folder, 'products.csv'), 'product,price\nGTX Pro,1\n');
    await assert.rejects(load(), {
      code: 'WRONG_COLUMNS',
      message: `${join(folder, 'products.csv')} has no column series, sales_price.`,
      actions: ['Its first line must be: product,series,sales_price']
    });
    await rm(join(folder, 'products.csv'));
    await assert.rejects(load(), { code: 'NO_CSV', message: `There is no products.csv in '${folder}'.` });
  });
});

const skip = existsSync(WHOLE) ? false : `there is no ${WHOLE}`;

test('the whole public data set, twice', { skip }, async () => {
  const org = await serveTestOrg();
  try {
    const load = (): Promise<LoadResult> =>
      loadOrg({
        connection: org.as('admin'),
        folder: WHOLE,
        usernameDomain: 'load.example',
        today: '2026-11-21',
        progress: silentProgress
      });
    const began = performance.now();
    const first = await load();
    const seconds = (performance.now() - began) / 1000;
    assert.deepEqual(
      [first.accounts, first.managers, first.reps, first.opportunities, first.lineItems, first.products],
      [
        { total: 85, created: 85 },
        { total: 6, created: 6 },
        { total: 35, created: 35 },
        { total: 8800, created: 8800 },
        { total: 8800, created: 8800 },
        { total: 7, created: 7 }
      ]
    );
    assert.deepEqual(first.leftOut, [
      { file: 'sales_pipeline.csv', line: 8802, reason: "account 'Teste' is not in accounts.csv" },
      { file: 'sales_teams.csv', line: 37, reason: 'nobody in the team of João Vitor has a deal' }
    ]);
    assert.ok(seconds < 30, `the load took ${seconds.toFixed(1)} s`);
    const [won] = await queryAll<{ n: number; revenue: number }>(
      org.as('admin'),
      "SELECT COUNT(Id) n, SUM(Amount) revenue FROM Opportunity WHERE StageName = 'Closed Won'"
    );
    assert.deepEqual([won?.n, won?.revenue], [4238, 10_005_534]);
    const second = await load();
    assert.equal(
      [
        second.accounts,
        second.managers,
        second.reps,
        second.contacts,
        second.opportunities,
        second.lineItems
      ].reduce((sum, { created }) => sum + created, 0),
      0
    );
  } finally {
    await org.close();
  }
});
