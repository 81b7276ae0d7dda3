import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCalendar } from './calendar.ts';
import { planCompanies, planContacts } from './companies.ts';
import type { AccountRow, DealRow } from './csv-folder.ts';
import { planDeals } from './deals.ts';
import { planPeople } from './people.ts';

const acme: AccountRow = {
  account: 'Acme Corporation',
  sector: 'technolgy',
  year_established: '1996',
  revenue: '1100.04',
  employees: '2822',
  office_location: 'Philipines',
  subsidiary_of: '',
  line: 2
};

function deal(over: Partial<DealRow>): DealRow {
  return {
    opportunity_id: 'AAAA1111',
    sales_agent: 'Ana Reed',
    product: 'GTX Pro',
    account: 'Acme Corporation',
    deal_stage: 'Won',
    engage_date: '2017-06-01',
    close_date: '2017-12-31',
    close_value: '4514',
    line: 2,
    ...over
  };
}

test('an account takes a standard industry, full revenue and the spelling of its country', () => {
  const [plan] = planCompanies(
    [acme],
    [deal({}), deal({ sales_agent: 'Ben Dry' }), deal({ sales_agent: 'Ben Dry' })]
  );
  assert.deepEqual(plan, {
    name: 'Acme Corporation',
    parent: null,
    owner: 'Ben Dry',
    fields: {
      Name: 'Acme Corporation',
      Type: 'Customer - Direct',
      Industry: 'Technology',
      AnnualRevenue: 1_100_040_000,
      NumberOfEmployees: 2822,
      BillingCountry: 'Philippines',
      Ownership: 'Private',
      Website: 'https://www.acme-corporation.example',
      Description: 'Founded in 1996.'
    }
  });
});

test('an account without a deal is a prospect of nobody', () => {
  const [plan] = planCompanies([{ ...acme, subsidiary_of: 'Bubba Gump' }], []);
  assert.equal(plan?.owner, null);
  assert.equal(plan?.fields['Type'], 'Prospect');
  assert.equal(plan?.parent, 'Bubba Gump');
  assert.equal(plan?.fields['Ownership'], 'Subsidiary');
});

test('contacts are invented, the same every time, and known by their e-mail', () => {
  const contacts = planContacts('Gekko & Co');
  assert.deepEqual(contacts, planContacts('Gekko & Co'));
  assert.equal(new Set(contacts.map(({ Email }) => Email)).size, contacts.length);
  assert.ok(contacts.every(({ Email }) => Email.endsWith('@gekko-co.example')));
  assert.ok(contacts.length >= 2 && contacts.length <= 4);
});

const stages: [stage: string, engaged: string, expected: string][] = [
  ['Won', '2017-06-01', 'Closed Won'],
  ['Lost', '2017-06-01', 'Closed Lost'],
  ['Prospecting', '', 'Prospecting'],
  ['Engaging', '2017-12-01', 'Needs Analysis'],
  ['Engaging', '2017-10-02', 'Value Proposition'],
  ['Engaging', '2017-08-03', 'Id. Decision Makers'],
  ['Engaging', '2017-07-04', 'Proposal/Price Quote'],
  ['Engaging', '2017-04-05', 'Negotiation/Review']
];

for (const [deal_stage, engage_date, expected] of stages) {
  test(`${deal_stage}${engage_date && ` since ${engage_date}`} is ${expected}`, () => {
    const row = deal({ deal_stage, engage_date });
    const calendar = makeCalendar([deal({})], '2026-11-21');
    const [plan] = planDeals(
      [row],
      [{ product: 'GTX Pro', series: 'GTX', sales_price: '4821', line: 2 }],
      calendar
    );
    assert.equal(plan?.fields['StageName'], expected);
  });
}

test('a won deal has the value it closed with, any other its list price; the name ends in the id', () => {
  const rows = [
    deal({}),
    deal({ deal_stage: 'Lost', close_value: '0', account: '', opportunity_id: 'BBBB2222' })
  ];
  const plans = planDeals(
    rows,
    [{ product: 'GTX Pro', series: 'GTX', sales_price: '4821', line: 2 }],
    makeCalendar(rows, '2026-11-21')
  );
  assert.deepEqual(
    plans.map(({ name, account, amount }) => ({ name, account, amount })),
    [
      { name: 'Acme Corporation: GTX Pro #AAAA1111', account: 'Acme Corporation', amount: 4514 },
      { name: 'New account: GTX Pro #BBBB2222', account: null, amount: 4821 }
    ]
  );
  assert.equal(plans[0]?.fields['Description'], 'Engaged on 2017-06-01.');
});

test('an unknown stage stops the load with its line', () => {
  const row = deal({ deal_stage: 'Dreaming', line: 9 });
  assert.throws(
    () =>
      planDeals(
        [row],
        [{ product: 'GTX Pro', series: 'GTX', sales_price: '1', line: 2 }],
        makeCalendar([row], '2026-11-21')
      ),
    { code: 'UNKNOWN_STAGE', message: "sales_pipeline.csv, line 9: the stage 'Dreaming' is unknown." }
  );
});

test('people get a role below their manager, who stands below the regional office', () => {
  const plan = planPeople(
    [
      { sales_agent: 'Mei-Mei Johns', manager: 'João Vitor', regional_office: 'Central', line: 2 },
      { sales_agent: 'Carl Lin', manager: 'Summer Sewald', regional_office: 'West', line: 3 }
    ],
    'crm.example'
  );
  assert.deepEqual(plan.roles, [
    { developerName: 'Load_Sales_central', name: 'Sales Central', parent: null },
    { developerName: 'Load_Sales_west', name: 'Sales West', parent: null },
    { developerName: 'Load_Manager_joao_vitor', name: 'Central: João Vitor', parent: 'Load_Sales_central' },
    { developerName: 'Load_Manager_summer_sewald', name: 'West: Summer Sewald', parent: 'Load_Sales_west' },
    {
      developerName: 'Load_Team_joao_vitor',
      name: 'Central: team of João Vitor',
      parent: 'Load_Manager_joao_vitor'
    },
    {
      developerName: 'Load_Team_summer_sewald',
      name: 'West: team of Summer Sewald',
      parent: 'Load_Manager_summer_sewald'
    }
  ]);
  assert.deepEqual(plan.reps[0], {
    name: 'Mei-Mei Johns',
    firstName: 'Mei-Mei',
    lastName: 'Johns',
    username: 'mei.mei.johns@crm.example',
    alias: plan.reps[0]?.alias,
    role: 'Load_Team_joao_vitor',
    manager: 'João Vitor',
    title: 'Account Executive',
    department: 'Sales Central',
    timeZone: 'America/Chicago'
  });
  assert.match(plan.reps[0]?.alias ?? '', /^meim[0-9a-f]{4}$/);
  assert.equal(plan.managers[1]?.manager, null);
  assert.equal(plan.managers[1]?.timeZone, 'America/Los_Angeles');
});
