import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench, USER_ID } from './testing/bench.ts';

const bench = createBench({
  hidden: ['Account.Phone', 'Campaign', 'Contact.LeadSource', 'Contact.ReportsToId']
});
after(() => bench.close());

const rep = bench.insert('User', { Id: USER_ID, Name: 'Robin Rep', Email: 'rep@example.com' });
const role = bench.insert('UserRole', { Name: 'Rep West' });
bench.store.run('UPDATE "User" SET "UserRoleId" = ? WHERE "Id" = ?', [role, rep]);
const group = bench.insert('Group', { Name: 'Queue' });
const parent = bench.insert('Account', { Name: 'Parent', OwnerId: rep });
const acme = bench.insert('Account', { Name: 'Acme', ParentId: parent, OwnerId: rep });
const deal = bench.insert('Opportunity', {
  Name: 'Deal',
  AccountId: acme,
  Amount: 44000,
  CloseDate: '2026-12-28',
  StageName: 'Prospecting',
  IsWon: true,
  CreatedDate: '2026-11-21T22:31:37.000Z'
});
const jo = bench.insert('Contact', { LastName: 'Doe', Name: 'Jo Doe', AccountId: acme });
const call = bench.insert('Task', { Subject: 'Call', WhatId: acme, WhoId: jo, OwnerId: rep });
const mail = bench.insert('Task', { Subject: 'Mail', WhatId: deal, OwnerId: group });
const url = (object: string, id: string): string => `/services/data/v66.0/sobjects/${object}/${id}`;

test('answers records with their type and URL, values as the API writes them', () => {
  assert.deepEqual(
    bench.run('select id, ISWON, amount, CreatedDate, CloseDate, Probability from opportunity'),
    {
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'Opportunity', url: url('Opportunity', deal) },
          Id: deal,
          IsWon: true,
          Amount: 44000,
          CreatedDate: '2026-11-21T22:31:37.000+0000',
          CloseDate: '2026-12-28',
          Probability: null
        }
      ]
    }
  );
});

test('the URL follows the version of the request', () => {
  const [record] = bench.run('SELECT Name FROM Opportunity', { apiVersion: '60.0' }).records;
  assert.equal(record.attributes.url, `/services/data/v60.0/sobjects/Opportunity/${deal}`);
});

test('nests parents over several levels, null where there is none', () => {
  const soql = 'SELECT Parent.Owner.UserRole.Name, Name, Parent.Name FROM Account ORDER BY Name';
  assert.deepEqual(bench.records(soql), [
    { Parent: { Owner: { UserRole: { Name: 'Rep West' } }, Name: 'Parent' }, Name: 'Acme' },
    { Parent: null, Name: 'Parent' }
  ]);
  const [record] = bench.run(soql).records;
  assert.deepEqual((record.Parent as { attributes: unknown }).attributes, {
    type: 'Account',
    url: url('Account', parent)
  });
});

test('a reference to several objects leads to Name, whichever object it points at', () => {
  const soql = 'SELECT Subject, What.Name, What.Type, Owner.Name, Who.Name FROM Task ORDER BY Subject';
  assert.deepEqual(bench.records(soql), [
    {
      Subject: 'Call',
      What: { Name: 'Acme', Type: 'Account' },
      Owner: { Name: 'Robin Rep' },
      Who: { Name: 'Jo Doe' }
    },
    { Subject: 'Mail', What: { Name: 'Deal', Type: 'Opportunity' }, Owner: { Name: 'Queue' }, Who: null }
  ]);
  const [, second] = bench.run(soql).records;
  assert.deepEqual((second.What as { attributes: unknown }).attributes, {
    type: 'Name',
    url: url('Opportunity', deal)
  });
});

test('Name filters and sorts by type, id and what users have', () => {
  const by = (where: string): unknown[] => bench.values(`SELECT Id FROM Task WHERE ${where}`, 'Id');
  assert.deepEqual(by("What.Type = 'account'"), [call]);
  assert.deepEqual(by(`What.Id = '${deal}'`), [mail]);
  assert.deepEqual(by("Owner.Email = 'REP@example.com'"), [call]);
  assert.deepEqual(by("Owner.UserRole.Name = 'Rep West'"), [call]);
  assert.deepEqual(bench.values('SELECT Id FROM Task ORDER BY What.Name DESC', 'Id'), [mail, call]);
});

test('a parent that sharing hides is no parent', () => {
  const limited = createBench({ rows: { Account: '$."Name" = \'Open\'' } });
  const closed = limited.insert('Account', { Name: 'Closed' });
  limited.insert('Contact', { LastName: 'Doe', AccountId: closed });
  assert.deepEqual(limited.records('SELECT LastName, AccountId, Account.Name FROM Contact'), [
    { LastName: 'Doe', AccountId: closed, Account: null }
  ]);
  assert.deepEqual(limited.records("SELECT Id FROM Contact WHERE Account.Name = 'Closed'"), []);
  limited.close();
});

test('only rows that sharing grants are found and counted', () => {
  const limited = createBench({ rows: { Account: '$."OwnerId" = \'005000000000001AAA\'' } });
  const own = limited.insert('Account', { Name: 'Own', OwnerId: USER_ID });
  limited.insert('Account', { Name: 'Other', OwnerId: '005000000000002AAA' });
  assert.deepEqual(limited.values('SELECT Id FROM Account', 'Id'), [own]);
  assert.equal(limited.run('SELECT COUNT() FROM Account').totalSize, 1);
  assert.deepEqual(limited.records('SELECT COUNT(Id) n FROM Account'), [{ n: 1 }]);
  limited.close();
});

test('USING SCOPE mine asks for the own records', () => {
  const other = createBench();
  const own = other.insert('Account', { Name: 'Own', OwnerId: USER_ID });
  other.insert('Account', { Name: 'Other', OwnerId: '005000000000002AAA' });
  assert.deepEqual(other.values('SELECT Id FROM Account USING SCOPE mine', 'Id'), [own]);
  assert.equal(other.run('SELECT Id FROM Account USING SCOPE Everything').totalSize, 2);
  assert.equal(
    other.refusal('SELECT Id FROM Account USING SCOPE team').message,
    'USING SCOPE team is not supported by the local org.'
  );
  other.close();
});

test('FORMAT() writes for the locale and time zone of the user', () => {
  assert.deepEqual(
    bench.records('SELECT FORMAT(Amount), FORMAT(CreatedDate) made, FORMAT(CloseDate) FROM Opportunity'),
    [{ Amount: '$44,000.00', made: '11/21/2026, 11:31 PM', CloseDate: '12/28/2026' }]
  );
});

test('toLabel() gives the label beside the value, under an alias of its own', () => {
  assert.deepEqual(bench.records('SELECT StageName, toLabel(StageName) stage FROM Opportunity'), [
    { StageName: 'Prospecting', stage: 'Prospecting' }
  ]);
});

test('FIELDS() stands for the readable fields of its group', () => {
  const [standard] = bench.run('SELECT FIELDS(STANDARD) FROM Account LIMIT 1').records;
  const names = Object.keys(standard);
  assert.ok(names.includes('Id') && names.includes('BillingCity') && names.includes('SystemModstamp'));
  assert.ok(!names.includes('Phone'), 'Phone is hidden from this user');
  const [all] = bench.run('SELECT FIELDS(ALL) FROM Account LIMIT 200').records;
  assert.deepEqual(Object.keys(all), names);
  assert.deepEqual(bench.records('SELECT Id, FIELDS(CUSTOM) FROM UserRole LIMIT 1'), [{ Id: role }]);
});

const refused: [soql: string, refusal: string][] = [
  ['SELECT Id FROM Nothing', "INVALID_TYPE: sObject type 'Nothing' is not supported"],
  ['SELECT Id FROM Campaign', "INVALID_TYPE: sObject type 'Campaign' is not supported"],
  ['SELECT Phone FROM Account', "INVALID_FIELD: No such column 'Phone' on entity 'Account'"],
  ['SELECT Account.Phone FROM Contact', "INVALID_FIELD: No such column 'Phone' on entity 'Account'"],
  ['SELECT Boss.Name FROM Contact', "INVALID_FIELD: Didn't understand relationship 'Boss' in field path"],
  [
    'SELECT ReportsTo.Name FROM Contact',
    "INVALID_FIELD: Didn't understand relationship 'ReportsTo' in field path"
  ],
  [
    'SELECT Campaign.Name FROM Opportunity',
    "INVALID_FIELD: Didn't understand relationship 'Campaign' in field path"
  ],
  ['SELECT What.Industry FROM Task', "INVALID_FIELD: No such column 'Industry' on entity 'Name'"],
  ['SELECT What.Owner.Name FROM Task', "INVALID_FIELD: Didn't understand relationship 'Owner' in field path"],
  [
    'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
    "MALFORMED_QUERY: Relationship path 'Parent.Parent.Parent.Parent.Parent.Parent.Name' goes over more than five levels"
  ],
  ['SELECT Name, name FROM Account', 'INVALID_FIELD: duplicate field selected: Name'],
  ['SELECT Id, FIELDS(ALL) FROM Account LIMIT 1', 'INVALID_FIELD: duplicate field selected: Id'],
  [
    'SELECT StageName, toLabel(StageName) FROM Opportunity',
    'INVALID_FIELD: duplicate field selected: StageName'
  ],
  ['SELECT Name title FROM Account', 'MALFORMED_QUERY: only aggregate expressions use field aliasing'],
  [
    'SELECT FIELDS(ALL) FROM Account',
    'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200'
  ],
  [
    'SELECT FIELDS(CUSTOM) FROM Account LIMIT 201',
    'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200'
  ],
  ['SELECT FIELDS(SOME) FROM Account LIMIT 1', "MALFORMED_QUERY: unexpected token: 'SOME'"],
  ['SELECT toLabel(Name) FROM Account', 'MALFORMED_QUERY: field Name does not support function toLabel'],
  ['SELECT FORMAT(Name) FROM Account', 'MALFORMED_QUERY: field Name does not support function FORMAT'],
  [
    'SELECT convertCurrency(Amount) FROM Opportunity',
    'MALFORMED_QUERY: CONVERTCURRENCY() is not supported here by the local org'
  ],
  [
    'SELECT convertTimezone(CreatedDate) FROM Account',
    'MALFORMED_QUERY: CONVERTTIMEZONE() is not supported here by the local org'
  ],
  ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed is 2000'],
  [
    'SELECT Id FROM Account ORDER BY Name FOR UPDATE',
    'MALFORMED_QUERY: FOR UPDATE cannot be used with ORDER BY'
  ]
];

for (const [soql, refusal] of refused) {
  test(`refuses ${soql}`, () => {
    const { errorCode, message } = bench.refusal(soql);
    assert.equal(`${errorCode}: ${message.split('\n').at(-1)?.split('. ')[0]}`, refusal);
  });
}

for (const clause of ['FOR VIEW', 'FOR REFERENCE', 'FOR UPDATE', 'UPDATE TRACKING', 'LIMIT 2 OFFSET 2000']) {
  test(`takes ${clause}`, () => {
    const expected = clause.includes('OFFSET') ? 0 : 2;
    assert.equal(bench.run(`SELECT Id FROM Account ${clause}`).totalSize, expected);
  });
}
