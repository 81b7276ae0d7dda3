import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench } from './testing/bench.ts';

const bench = createBench({ hidden: ['Opportunity.AccountId'] });
after(() => bench.close());

const parent = bench.insert('Account', { Name: 'Parent' });
const acme = bench.insert('Account', { Name: 'Acme', ParentId: parent });
const beta = bench.insert('Account', { Name: 'Beta', ParentId: parent });
for (const [name, account] of [
  ['Cy', acme],
  ['Al', acme],
  ['Bo', acme],
  ['Di', beta]
]) {
  bench.insert('Contact', { LastName: name, Name: name, AccountId: account });
}
bench.insert('Contact', { LastName: 'Gone', AccountId: beta, IsDeleted: true });

test('nests children in an inner result, null where there are none', () => {
  const soql =
    'SELECT Name, (SELECT LastName, Account.Name FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name';
  assert.deepEqual(bench.records(soql), [
    {
      Name: 'Acme',
      Contacts: [
        { LastName: 'Al', Account: { Name: 'Acme' } },
        { LastName: 'Bo', Account: { Name: 'Acme' } },
        { LastName: 'Cy', Account: { Name: 'Acme' } }
      ]
    },
    { Name: 'Beta', Contacts: [{ LastName: 'Di', Account: { Name: 'Beta' } }] },
    { Name: 'Parent', Contacts: null }
  ]);
  const [{ Contacts }] = bench.run(soql).records;
  assert.ok(typeof Contacts === 'object' && Contacts && 'records' in Contacts);
  assert.equal(Contacts.totalSize, 3);
  assert.equal(Contacts.done, true);
});

test('LIMIT and OFFSET of children count for each parent', () => {
  const children = (clauses: string, top = ''): unknown[] =>
    bench
      .values(
        `SELECT (SELECT LastName FROM Contacts ${clauses}) FROM Account WHERE Name < 'C' ORDER BY Name${top}`,
        'Contacts'
      )
      .map((result) =>
        (result as { records: { LastName: string }[] } | null)?.records
          .map(({ LastName }) => LastName)
          .join('')
      );
  assert.deepEqual(children('ORDER BY LastName LIMIT 2'), ['AlBo', 'Di']);
  assert.deepEqual(children('ORDER BY LastName DESC LIMIT 1'), ['Cy', 'Di']);
  assert.deepEqual(children('ORDER BY LastName LIMIT 1 OFFSET 1', ' LIMIT 1'), ['Bo']);
  assert.deepEqual(children("WHERE LastName > 'Bo' ORDER BY LastName"), ['Cy', 'Di']);
});

test('goes down several levels', () => {
  const soql =
    'SELECT Name, (SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 1) FROM ChildAccounts ORDER BY Name) FROM Account WHERE ParentId = null';
  assert.deepEqual(bench.records(soql), [
    {
      Name: 'Parent',
      ChildAccounts: [
        { Name: 'Acme', Contacts: [{ LastName: 'Al' }] },
        { Name: 'Beta', Contacts: [{ LastName: 'Di' }] }
      ]
    }
  ]);
  assert.equal(
    bench.refusal(soql, { apiVersion: '57.0' }).message,
    'SOQL statements cannot query more than 2 levels of parent-to-child relationships'
  );
});

test('names a relationship in any case and with the object before it', () => {
  const [record] = bench.run(
    'SELECT (SELECT Contact.LastName FROM account.contacts) FROM Account A LIMIT 1'
  ).records;
  assert.ok('Contacts' in record);
});

test('children are those that sharing grants', () => {
  const limited = createBench({ rows: { Contact: '$."LastName" <> \'Di\'' } });
  const account = limited.insert('Account', { Name: 'Acme' });
  for (const LastName of ['Al', 'Di']) limited.insert('Contact', { LastName, AccountId: account });
  assert.deepEqual(limited.records('SELECT (SELECT LastName FROM Contacts) FROM Account'), [
    { Contacts: [{ LastName: 'Al' }] }
  ]);
  limited.close();
});

const UNKNOWN = "INVALID_TYPE: Didn't understand relationship";
const refused: [soql: string, refusal: string][] = [
  ['SELECT (SELECT Id FROM Contact) FROM Account', `${UNKNOWN} 'Contact' in FROM part of query call`],
  // The reference behind it is hidden from this user.
  [
    'SELECT (SELECT Id FROM Opportunities) FROM Account',
    `${UNKNOWN} 'Opportunities' in FROM part of query call`
  ],
  ['SELECT (SELECT Id FROM Lead.Contacts) FROM Account', `${UNKNOWN} 'Contacts' in FROM part of query call`],
  [
    'SELECT (SELECT Nope FROM Contacts) FROM Account',
    "INVALID_FIELD: No such column 'Nope' on entity 'Contact'"
  ],
  [
    'SELECT (SELECT Id FROM Contacts), (SELECT Name FROM Contacts) FROM Account',
    'INVALID_FIELD: duplicate field selected: Contacts'
  ],
  [
    'SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account',
    'MALFORMED_QUERY: Aggregate functions and GROUP BY are not allowed in relationship subqueries'
  ],
  [
    'SELECT (SELECT COUNT() FROM Contacts) FROM Account',
    'MALFORMED_QUERY: Aggregate functions and GROUP BY are not allowed in relationship subqueries'
  ],
  [
    'SELECT (SELECT Id FROM Contacts LIMIT 1 OFFSET 1) FROM Account',
    'MALFORMED_QUERY: OFFSET is only allowed in a relationship subquery when the parent query has LIMIT 1'
  ],
  [
    'SELECT (SELECT FIELDS(ALL) FROM Contacts) FROM Account',
    'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200'
  ],
  [
    `SELECT ${Array.from({ length: 21 }, () => '(SELECT Id FROM Contacts)').join(', ')} FROM Account`,
    'MALFORMED_QUERY: No more than 20 parent-to-child relationships can be specified in a query'
  ],
  [
    'SELECT COUNT(Id), (SELECT Id FROM Contacts) FROM Account',
    'MALFORMED_QUERY: Relationship subqueries cannot be used with aggregates'
  ]
];

for (const [soql, refusal] of refused) {
  test(`refuses ${soql.slice(0, 80)}`, () => {
    const { errorCode, message } = bench.refusal(soql);
    assert.equal(`${errorCode}: ${message.split('\n').at(-1)?.split('. ')[0].replace(/\.$/, '')}`, refusal);
  });
}
