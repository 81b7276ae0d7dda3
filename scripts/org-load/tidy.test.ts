import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountRow, CsvFolder, DealRow, TeamRow } from './csv-folder.ts';
import { tidy } from './tidy.ts';

let line = 1;

function account(name: string, parent = ''): AccountRow {
  return {
    account: name,
    sector: 'retail',
    year_established: '1999',
    revenue: '1.5',
    employees: '10',
    office_location: 'United States',
    subsidiary_of: parent,
    line: ++line
  };
}

function deal(over: Partial<DealRow>): DealRow {
  return {
    opportunity_id: 'AAAA1111',
    sales_agent: 'Ana Reed',
    product: 'GTX Pro',
    account: 'Alpha',
    deal_stage: 'Won',
    engage_date: '2017-01-01',
    close_date: '2017-02-01',
    close_value: '100',
    line: 2,
    ...over
  };
}

function team(agent: string, manager: string, at: number): TeamRow {
  return { sales_agent: agent, manager, regional_office: 'East', line: at };
}

function folder(over: Partial<CsvFolder>): CsvFolder {
  return {
    accounts: [account('Alpha')],
    products: [{ product: 'GTX Pro', series: 'GTX', sales_price: '4821', line: 2 }],
    teams: [team('Ana Reed', 'Max Hill', 2)],
    deals: [deal({})],
    ...over
  };
}

test('a product is known by its letters, however it is spaced', () => {
  const { deals, leftOut } = tidy(
    folder({ deals: [deal({ product: 'GTXPro' }), deal({ product: 'gtx pro' })] })
  );
  assert.deepEqual(
    deals.map(({ product }) => product),
    ['GTX Pro', 'GTX Pro']
  );
  assert.deepEqual(leftOut, []);
});

test('a deal without an account is kept', () => {
  assert.equal(tidy(folder({ deals: [deal({ account: '' })] })).deals.length, 1);
});

const strays: [what: string, row: Partial<DealRow>, reason: string][] = [
  ['account', { account: 'Teste' }, "account 'Teste' is not in accounts.csv"],
  ['agent', { sales_agent: 'Nobody' }, "sales agent 'Nobody' is not in sales_teams.csv"],
  ['product', { product: 'GTZ' }, "product 'GTZ' is not in products.csv"]
];

for (const [what, row, reason] of strays) {
  test(`a deal of an unknown ${what} is left out by name`, () => {
    const { deals, leftOut } = tidy(folder({ deals: [deal({}), deal({ ...row, line: 7 })] }));
    assert.equal(deals.length, 1);
    assert.deepEqual(leftOut, [{ file: 'sales_pipeline.csv', line: 7, reason }]);
  });
}

test('a team in which nobody has a deal is left out; a rep without a deal in a selling team is not', () => {
  const teams = [
    team('Ana Reed', 'Max Hill', 2),
    team('Ben Dry', 'Max Hill', 3),
    team('Test Agent', 'Test Boss', 4)
  ];
  const { teams: kept, leftOut } = tidy(folder({ teams }));
  assert.deepEqual(
    kept.map(({ sales_agent }) => sales_agent),
    ['Ana Reed', 'Ben Dry']
  );
  assert.deepEqual(leftOut, [
    { file: 'sales_teams.csv', line: 4, reason: 'nobody in the team of Test Boss has a deal' }
  ]);
});

test('parents stand before their subsidiaries, and an unknown parent is none', () => {
  const accounts = [account('Child', 'Alpha'), account('Alpha'), account('Orphan', 'Gone')];
  assert.deepEqual(
    tidy(folder({ accounts })).accounts.map(({ account: name, subsidiary_of }) => [name, subsidiary_of]),
    [
      ['Alpha', ''],
      ['Orphan', ''],
      ['Child', 'Alpha']
    ]
  );
});
