import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench } from './testing/bench.ts';

const bench = createBench();
after(() => bench.close());

const owner = bench.insert('User', { Username: 'lee@example.com', LastName: 'Lee', Name: 'Lee' });
const account = bench.insert('Account', { Name: 'Acme', Phone: '1', OwnerId: owner });
const deal = bench.insert('Opportunity', { Name: 'Deal', Amount: 5, AccountId: account });
const campaign = bench.insert('Campaign', { Name: 'Spring' });
for (const WhatId of [account, deal, campaign, null]) bench.insert('Task', { Subject: 'Call', WhatId });

const url = (object: string, id: string) => `/services/data/v66.0/sobjects/${object}/${id}`;
const what = (soql: string) => bench.run(soql).records.map(({ What }) => What);

test('a parent shows the fields that are asked of its kind, through its own parents too', () => {
  const soql =
    'SELECT Subject, TYPEOF What WHEN Account THEN Phone, Owner.Name WHEN opportunity THEN Amount, Account.Phone END FROM Task ORDER BY Id';
  assert.deepEqual(what(soql), [
    {
      attributes: { type: 'Account', url: url('Account', account) },
      Phone: '1',
      Owner: { attributes: { type: 'User', url: url('User', owner) }, Name: 'Lee' }
    },
    {
      attributes: { type: 'Opportunity', url: url('Opportunity', deal) },
      Amount: 5,
      Account: { attributes: { type: 'Account', url: url('Account', account) }, Phone: '1' }
    },
    null,
    null
  ]);
});

test('ELSE shows what every name has', () => {
  assert.deepEqual(
    what('SELECT TYPEOF What WHEN Account THEN Phone ELSE Id, Name END FROM Task ORDER BY Id').slice(1),
    [
      { attributes: { type: 'Name', url: url('Opportunity', deal) }, Id: deal, Name: 'Deal' },
      { attributes: { type: 'Name', url: url('Campaign', campaign) }, Id: campaign, Name: 'Spring' },
      null
    ]
  );
});

test('children are asked for it as well', () => {
  const soql = 'SELECT (SELECT TYPEOF What WHEN Account THEN Name END FROM Tasks) FROM Account';
  const [{ Tasks }] = JSON.parse(JSON.stringify(bench.run(soql).records)) as {
    Tasks: { records: { What: { Name: string } }[] };
  }[];
  assert.deepEqual(
    Tasks.records.map(({ What }) => What.Name),
    ['Acme']
  );
});

const REFUSED: [soql: string, errorCode: string, refusal: RegExp][] = [
  ['SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact', 'INVALID_FIELD', /needs a polymorphic/],
  ['SELECT TYPEOF Whose WHEN Account THEN Id END FROM Task', 'INVALID_FIELD', /relationship 'Whose'/],
  ['SELECT TYPEOF What WHEN User THEN Id END FROM Task', 'INVALID_TYPE', /sObject type 'User'/],
  [
    'SELECT TYPEOF What WHEN Account THEN Amount END FROM Task',
    'INVALID_FIELD',
    /'Amount' on entity 'Account'/
  ],
  [
    'SELECT TYPEOF What WHEN Account THEN Id ELSE Amount END FROM Task',
    'INVALID_FIELD',
    /'Amount' on entity 'Name'/
  ],
  [
    'SELECT TYPEOF What WHEN Account THEN Id WHEN Account THEN Name END FROM Task',
    'MALFORMED_QUERY',
    /duplicate WHEN in TYPEOF: Account/
  ],
  [
    'SELECT What.Name, TYPEOF What WHEN Account THEN Id END FROM Task',
    'MALFORMED_QUERY',
    /TYPEOF cannot be used for a relationship that is selected otherwise: What/
  ],
  [
    'SELECT TYPEOF What WHEN Account THEN Id END, What.Name FROM Task',
    'MALFORMED_QUERY',
    /TYPEOF cannot be used for a relationship that is selected otherwise: What/
  ],
  [
    'SELECT TYPEOF What WHEN Account THEN Id END, COUNT(Id) FROM Task',
    'MALFORMED_QUERY',
    /TYPEOF cannot be used with aggregates/
  ]
];

for (const [soql, errorCode, refusal] of REFUSED) {
  test(`refuses ${soql}`, () => {
    const refused = bench.refusal(soql);
    assert.match(refused.message, refusal);
    assert.equal(refused.errorCode, errorCode);
  });
}
