import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench } from './testing/bench.ts';

const bench = createBench({ rows: { Contact: '$."LastName" <> \'Hidden\'' } });
after(() => bench.close());

const won = bench.insert('Account', { Name: 'Won' });
const lost = bench.insert('Account', { Name: 'Lost' });
const idle = bench.insert('Account', { Name: 'Idle' });
bench.insert('Opportunity', { Name: 'A', AccountId: won, StageName: 'Closed Won', IsClosed: true });
bench.insert('Opportunity', { Name: 'B', AccountId: lost, StageName: 'Closed Lost', IsClosed: true });
bench.insert('Opportunity', { Name: 'C', AccountId: null, StageName: 'Prospecting' });
bench.insert('Contact', { LastName: 'Doe', AccountId: won, Name: 'Doe' });
bench.insert('Contact', { LastName: 'Hidden', AccountId: idle });
bench.insert('Contact', { LastName: 'Gone', AccountId: lost, IsDeleted: true });

const found: [soql: string, names: string[]][] = [
  [
    "SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'closed won')",
    ['Won']
  ],
  [
    'SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false) ORDER BY Name',
    ['Idle', 'Lost', 'Won']
  ],
  // The inner rows are those that the user may see and that are not deleted.
  ['SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact)', ['Won']],
  [
    'SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact) ORDER BY Name',
    ['Idle', 'Lost']
  ],
  ["SELECT Name FROM Account WHERE (Id IN (SELECT AccountId FROM Opportunity)) AND Name LIKE 'l%'", ['Lost']],
  ["SELECT Name FROM Opportunity WHERE AccountId IN (SELECT Id FROM Account WHERE Name = 'Won')", ['A']],
  [
    "SELECT Name FROM Opportunity WHERE AccountId NOT IN (SELECT Id FROM Account WHERE Name = 'Won') ORDER BY Name",
    ['B', 'C']
  ],
  [
    "SELECT Name FROM Opportunity WHERE AccountId IN (SELECT AccountId FROM Contact WHERE Account.Name = 'Won')",
    ['A']
  ],
  [
    'SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity) AND Id NOT IN (SELECT AccountId FROM Contact)',
    ['Lost']
  ]
];

for (const [soql, names] of found) {
  test(soql, () => assert.deepEqual(bench.values(soql, 'Name'), names));
}

const inner = 'Id IN (SELECT AccountId FROM Contact)';
const TOP =
  'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.';
const refused: [where: string, message: string][] = [
  [`Name = 'x' OR ${inner}`, "Semi join sub-selects are not allowed with the 'OR' operator"],
  [`NOT ${inner}`, "Semi join sub-selects are not allowed with the 'NOT' operator"],
  [`Name = 'x' OR (Name = 'y' AND ${inner})`, TOP],
  [`${inner} AND (${inner} AND ${inner})`, 'Maximum 2 semi join sub-selects are allowed'],
  [
    `Id IN (SELECT AccountId FROM Contact WHERE ReportsToId IN (SELECT ContactId FROM OpportunityContactRole))`,
    'Nesting of semi join sub-selects is not supported'
  ],
  [
    'Id IN (SELECT ParentId FROM Account)',
    'The inner and outer selects should not be on the same object type'
  ],
  [
    'Id IN (SELECT OwnerId FROM Contact)',
    "The selected field 'OwnerId' in the subquery and the left operand field in the where expression in the outer query 'Id' should point to the same object type"
  ],
  [
    'Name IN (SELECT AccountId FROM Contact)',
    "The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'"
  ],
  [
    'Id IN (SELECT LastName FROM Contact)',
    "The selected field in the inner query should be an id field, cannot use: 'LastName'"
  ],
  [
    'Parent.Id IN (SELECT AccountId FROM Contact)',
    "The left operand field in the where expression for outer query cannot go through a relationship: 'Parent.Id'"
  ],
  [
    'Id IN (SELECT AccountId, Id FROM Contact)',
    'The inner select of a semi join sub-select should select exactly one field'
  ],
  ['Id IN (SELECT AccountId FROM Contact LIMIT 1)', 'Semi join sub-selects cannot use LIMIT'],
  ['Id IN (SELECT AccountId FROM Contact ORDER BY Id)', 'Semi join sub-selects cannot use ORDER BY'],
  ['Id IN (SELECT COUNT(AccountId) FROM Contact)', 'Semi join sub-selects cannot use aggregate functions']
];

for (const [where, message] of refused) {
  test(`refuses ${where}`, () => {
    assert.deepEqual(bench.refusal(`SELECT Id FROM Account WHERE ${where}`), {
      errorCode: 'MALFORMED_QUERY',
      message
    });
  });
}
