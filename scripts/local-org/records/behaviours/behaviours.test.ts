import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordValues } from '../../contract.ts';
import { testOrg } from '../../testing.ts';

function setup(persona = 'admin') {
  const t = testOrg();
  const user = t.user(persona);
  const create = (object: string, values: Record<string, unknown>): string => {
    const { id, errors } = t.org.records.create(user, object, values);
    assert.deepEqual(errors, []);
    assert.ok(id);
    return id;
  };
  const update = (object: string, id: string, values: Record<string, unknown>) =>
    assert.deepEqual(t.org.records.update(user, object, id, values).errors, []);
  const remove = (object: string, id: string) =>
    assert.deepEqual(t.org.records.delete(user, object, id).errors, []);
  const read = (object: string, id: string, ...fields: string[]): RecordValues => {
    const values = t.org.records.retrieve(user, object, id, fields);
    delete values.Id;
    return values;
  };
  const refused = (object: string, values: Record<string, unknown>) =>
    t.org.records
      .create(user, object, values)
      .errors.map(({ errorCode, message }) => `${errorCode}: ${message}`);
  const deal = (values: Record<string, unknown> = {}) =>
    create('Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-12-15', ...values });
  return { ...t, create, update, remove, read, refused, deal };
}

test('a stage brings its probability, forecast category and how it ends', () => {
  const { deal, read, update, advance } = setup();
  const id = deal({ Amount: 1000.5, StageName: 'Proposal/Price Quote' });
  const state = () =>
    read(
      'Opportunity',
      id,
      'Probability',
      'ForecastCategory',
      'ForecastCategoryName',
      'IsClosed',
      'IsWon',
      'ExpectedRevenue'
    );
  assert.deepEqual(state(), {
    Probability: 75,
    ForecastCategory: 'Pipeline',
    ForecastCategoryName: 'Pipeline',
    IsClosed: false,
    IsWon: false,
    ExpectedRevenue: 750.38
  });
  assert.equal(read('Opportunity', id, 'LastStageChangeDate').LastStageChangeDate, null);
  advance(3_600_000);
  update('Opportunity', id, { StageName: 'Closed Won' });
  assert.deepEqual(state(), {
    Probability: 100,
    ForecastCategory: 'Closed',
    ForecastCategoryName: 'Closed',
    IsClosed: true,
    IsWon: true,
    ExpectedRevenue: 1000.5
  });
  assert.equal(
    read('Opportunity', id, 'LastStageChangeDate').LastStageChangeDate,
    '2026-11-18T13:00:00.000Z'
  );
});

test('what is sent beside a stage stands, and stays while the stage does', () => {
  const { deal, read, update } = setup();
  const id = deal({ StageName: 'Qualification', Probability: 35, ForecastCategoryName: 'Commit' });
  update('Opportunity', id, { Name: 'Renamed' });
  assert.deepEqual(read('Opportunity', id, 'Probability', 'ForecastCategory'), {
    Probability: 35,
    ForecastCategory: 'Forecast'
  });
});

test('the close date gives the fiscal period, and a later month counts as a push', () => {
  const { deal, read, update } = setup();
  const id = deal({ CloseDate: '2026-12-15' });
  const state = () =>
    Object.values(read('Opportunity', id, 'FiscalYear', 'FiscalQuarter', 'Fiscal', 'PushCount'));
  assert.deepEqual(state(), [2026, 4, '2026 4', 0]);
  update('Opportunity', id, { CloseDate: '2026-12-31' });
  assert.deepEqual(state(), [2026, 4, '2026 4', 0]);
  update('Opportunity', id, { CloseDate: '2027-01-10' });
  assert.deepEqual(state(), [2027, 1, '2027 1', 1]);
  update('Opportunity', id, { CloseDate: '2026-12-01' });
  assert.deepEqual(state(), [2026, 4, '2026 4', 1]);
});

test('history has a row for the start and for every change of what a forecast is made of', () => {
  const { deal, update, org } = setup();
  const id = deal({ Amount: 100 });
  update('Opportunity', id, { NextStep: 'Call' });
  update('Opportunity', id, { Amount: 200 });
  update('Opportunity', id, { StageName: 'Qualification', CloseDate: '2027-01-15' });
  const rows = org.store.all(
    `SELECT "StageName", "Amount", "PrevAmount", "CloseDate", "PrevCloseDate" FROM "OpportunityHistory" WHERE "OpportunityId" = ? ORDER BY "Id"`,
    [id]
  );
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    [
      ['Prospecting', 100, null, '2026-12-15', null],
      ['Prospecting', 200, 100, '2026-12-15', '2026-12-15'],
      ['Qualification', 200, 200, '2027-01-15', '2026-12-15']
    ]
  );
});

test('products decide the amount of their deal, and the price book comes with the first', () => {
  const { create, deal, read, update, remove, org, refused } = setup();
  const product = create('Product2', { Name: 'Robot', ProductCode: 'R-1', IsActive: true });
  const [{ Id: standard }] = org.store.all('SELECT "Id" FROM "Pricebook2" WHERE "IsStandard" = 1');
  const book = create('Pricebook2', { Name: 'Partners', IsActive: true });
  assert.deepEqual(refused('PricebookEntry', { Pricebook2Id: book, Product2Id: product, UnitPrice: 8 }), [
    'STANDARD_PRICE_NOT_DEFINED: Before creating a custom price, create a standard price.'
  ]);
  const entry = create('PricebookEntry', {
    Pricebook2Id: standard,
    Product2Id: product,
    UnitPrice: 10,
    IsActive: true
  });
  const other = create('PricebookEntry', { Pricebook2Id: book, Product2Id: product, UnitPrice: 8 });
  assert.deepEqual(read('PricebookEntry', entry, 'Name', 'ProductCode'), {
    Name: 'Robot',
    ProductCode: 'R-1'
  });

  const id = deal({ Amount: 5 });
  const line = create('OpportunityLineItem', {
    OpportunityId: id,
    PricebookEntryId: entry,
    Quantity: 3,
    Discount: 50
  });
  assert.deepEqual(read('OpportunityLineItem', line, 'UnitPrice', 'TotalPrice', 'Name'), {
    UnitPrice: 10,
    TotalPrice: 15,
    Name: 'Deal Robot'
  });
  assert.deepEqual(
    refused('OpportunityLineItem', { OpportunityId: id, PricebookEntryId: other, Quantity: 1 }),
    [
      'FIELD_INTEGRITY_EXCEPTION: pricebook entry is in a different pricebook than the one assigned to the opportunity'
    ]
  );
  create('OpportunityLineItem', { OpportunityId: id, PricebookEntryId: entry, Quantity: 1, UnitPrice: 20 });
  update('Opportunity', id, { Amount: 999 });
  assert.deepEqual(read('Opportunity', id, 'Amount', 'HasOpportunityLineItem', 'Pricebook2Id'), {
    Amount: 35,
    HasOpportunityLineItem: true,
    Pricebook2Id: standard
  });
  remove('OpportunityLineItem', line);
  assert.equal(read('Opportunity', id, 'Amount').Amount, 20);
});

test('a finished task moves the last activity of all it is about; an open one only shows on the deal', () => {
  const { create, deal, read, update, remove } = setup();
  const account = create('Account', { Name: 'Acme' });
  const contact = create('Contact', { LastName: 'Lee', AccountId: account });
  const id = deal({ AccountId: account });
  const last = () => [
    read('Opportunity', id, 'LastActivityDate', 'HasOpenActivity'),
    read('Account', account, 'LastActivityDate').LastActivityDate,
    read('Contact', contact, 'LastActivityDate').LastActivityDate
  ];
  const task = create('Task', { Subject: 'Call', WhatId: id, WhoId: contact, ActivityDate: '2026-11-10' });
  assert.deepEqual(last(), [{ LastActivityDate: null, HasOpenActivity: true }, null, null]);
  update('Task', task, { Status: 'Completed' });
  assert.deepEqual(last(), [
    { LastActivityDate: '2026-11-10', HasOpenActivity: false },
    '2026-11-10',
    '2026-11-10'
  ]);
  assert.deepEqual(read('Task', task, 'IsClosed', 'CompletedDateTime', 'AccountId'), {
    IsClosed: true,
    CompletedDateTime: '2026-11-18T12:00:00.000Z',
    AccountId: account
  });
  remove('Task', task);
  assert.deepEqual(last(), [{ LastActivityDate: null, HasOpenActivity: false }, null, null]);
});

test('an event needs a start and a length; a past one counts as activity, a coming one not yet', () => {
  const { create, read, refused } = setup();
  const account = create('Account', { Name: 'Acme' });
  assert.deepEqual(refused('Event', { Subject: 'Meeting', WhatId: account }), [
    'REQUIRED_FIELD_MISSING: Required fields are missing: [ActivityDateTime, DurationInMinutes]'
  ]);
  const id = create('Event', {
    Subject: 'Meeting',
    WhatId: account,
    StartDateTime: '2026-11-17T09:00:00Z',
    EndDateTime: '2026-11-17T09:45:00Z'
  });
  create('Event', { WhatId: account, ActivityDateTime: '2026-11-20T09:00:00Z', DurationInMinutes: 30 });
  assert.deepEqual(read('Event', id, 'ActivityDate', 'ActivityDateTime', 'DurationInMinutes'), {
    ActivityDate: '2026-11-17',
    ActivityDateTime: '2026-11-17T09:00:00.000Z',
    DurationInMinutes: 45
  });
  assert.equal(read('Account', account, 'LastActivityDate').LastActivityDate, '2026-11-17');
});

test('a campaign counts its members, responses and deals', () => {
  const { create, deal, read, refused, update } = setup();
  const campaign = create('Campaign', { Name: 'Webinar' });
  const lead = create('Lead', { LastName: 'Lee', Company: 'Acme' });
  const contact = create('Contact', { LastName: 'Kim' });
  create('CampaignMember', { CampaignId: campaign, LeadId: lead, Status: 'Responded' });
  create('CampaignMember', { CampaignId: campaign, ContactId: contact });
  const won = deal({ CampaignId: campaign, Amount: 100 });
  deal({ CampaignId: campaign, Amount: 50 });
  update('Opportunity', won, { StageName: 'Closed Won' });
  assert.deepEqual(
    read(
      'Campaign',
      campaign,
      'NumberOfLeads',
      'NumberOfContacts',
      'NumberOfResponses',
      'NumberOfOpportunities',
      'AmountAllOpportunities',
      'AmountWonOpportunities'
    ),
    {
      NumberOfLeads: 1,
      NumberOfContacts: 1,
      NumberOfResponses: 1,
      NumberOfOpportunities: 2,
      AmountAllOpportunities: 150,
      AmountWonOpportunities: 100
    }
  );
  assert.deepEqual(refused('CampaignMember', { CampaignId: campaign, LeadId: lead }), [
    'DUPLICATE_VALUE: Already a campaign member.'
  ]);
  assert.deepEqual(refused('CampaignMember', { CampaignId: campaign }), [
    'FIELD_INTEGRITY_EXCEPTION: A campaign member is either a lead or a contact'
  ]);
});

test('people are called by first and last name', () => {
  const { create, read, update } = setup();
  const id = create('Contact', { FirstName: 'Kim', LastName: 'Lee', Salutation: 'Ms.' });
  assert.equal(read('Contact', id, 'Name').Name, 'Kim Lee');
  update('Contact', id, { FirstName: null });
  assert.equal(read('Contact', id, 'Name').Name, 'Lee');
});

test('a new user needs a username like an address', () => {
  const { create, read, refused, org } = setup();
  const [{ Id: profile }] = org.store.all(`SELECT "Id" FROM "Profile" WHERE "Name" = 'Standard User'`);
  const values = {
    LastName: 'New',
    Email: 'new@test.example',
    Alias: 'new',
    ProfileId: profile,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US'
  };
  assert.deepEqual(refused('User', { ...values, Username: 'new' }), [
    'INVALID_EMAIL_ADDRESS: Username: The username must be in the form of an email address (for example, john@acme.com)'
  ]);
  const id = create('User', { ...values, Username: 'new@test.example' });
  assert.deepEqual(read('User', id, 'Name', 'IsActive', 'UserType'), {
    Name: 'New',
    IsActive: true,
    UserType: 'Standard'
  });
});
