import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench, USER_ID } from './testing/bench.ts';

const bench = createBench({ hidden: ['Account.Phone', 'Campaign', 'Contact.ReportsToId'] });
after(() => bench.close());

const role = bench.insert('UserRole', { Name: 'Rep West' });
bench.insert('Account', { Name: 'Acme' });
bench.insert('Account', { Name: 'Beta' });
const deal = bench.insert('Opportunity', {
  Name: 'Deal',
  Amount: 44000,
  CloseDate: '2026-12-28',
  StageName: 'Prospecting',
  IsWon: true,
  CreatedDate: '2026-11-21T22:31:37.000Z'
});
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
