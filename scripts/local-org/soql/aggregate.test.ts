import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench } from './testing/bench.ts';

const bench = createBench();
after(() => bench.close());

const acme = bench.insert('Account', { Name: 'Acme', Industry: 'Energy' });
const other = bench.insert('Account', { Name: 'Other' });
for (const [StageName, Amount, CloseDate, CreatedDate, AccountId] of [
  ['Prospecting', 10, '2026-01-31', '2026-01-31T23:30:00.000Z', acme],
  ['prospecting', 20, '2026-02-01', '2026-07-31T22:30:00.000Z', acme],
  ['Closed Won', null, '2026-02-15', '2026-07-31T21:30:00.000Z', other],
  ['Closed Won', 5, '2025-12-31', '2026-08-01T10:00:00.000Z', null]
] as const) {
  bench.insert('Opportunity', {
    Name: `Deal ${CloseDate}`,
    StageName,
    Amount,
    CloseDate,
    CreatedDate,
    AccountId
  });
}

const answers: [soql: string, records: unknown[]][] = [
  [
    'SELECT COUNT(Id), COUNT(Amount) n, COUNT_DISTINCT(StageName), SUM(Amount), AVG(Amount), MIN(CloseDate), MAX(CreatedDate) FROM Opportunity',
    [
      {
        expr0: 4,
        n: 3,
        expr1: 2,
        expr2: 35,
        expr3: 35 / 3,
        expr4: '2025-12-31',
        expr5: '2026-08-01T10:00:00.000+0000'
      }
    ]
  ],
  // Groups of text don't mind case; picklists sort in the order of their values.
  ['SELECT COUNT(Id) n FROM Opportunity GROUP BY StageName ORDER BY StageName', [{ n: 2 }, { n: 2 }]],
  [
    'SELECT StageName, SUM(Amount) total FROM Opportunity GROUP BY StageName HAVING SUM(Amount) < 10',
    [{ StageName: 'Closed Won', total: 5 }]
  ],
  [
    "SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName HAVING COUNT(Amount) = 1 AND StageName LIKE 'closed%'",
    [{ StageName: 'Closed Won', n: 2 }]
  ],
  [
    'SELECT Account.Name, COUNT(Id) FROM Opportunity GROUP BY Account.Name ORDER BY COUNT(Id) DESC, Account.Name NULLS LAST',
    [
      { Name: 'Acme', expr0: 2 },
      { Name: 'Other', expr0: 1 },
      { Name: null, expr0: 1 }
    ]
  ],
  [
    'SELECT Account.Name company, Account.Owner.Name FROM Opportunity GROUP BY Account.Name, Account.Owner.Name ORDER BY Account.Name LIMIT 1',
    [{ company: null, Name: null }]
  ],
  [
    'SELECT CALENDAR_YEAR(CloseDate) y, CALENDAR_MONTH(CloseDate), COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate)',
    [
      { y: 2025, expr0: 12, n: 1 },
      { y: 2026, expr0: 1, n: 1 },
      { y: 2026, expr0: 2, n: 2 }
    ]
  ],
  // In UTC, and on the clocks of Berlin.
  [
    'SELECT DAY_ONLY(CreatedDate) day, COUNT(Id) n FROM Opportunity GROUP BY DAY_ONLY(CreatedDate) ORDER BY DAY_ONLY(CreatedDate)',
    [
      { day: '2026-01-31', n: 1 },
      { day: '2026-07-31', n: 2 },
      { day: '2026-08-01', n: 1 }
    ]
  ],
  [
    'SELECT DAY_ONLY(convertTimezone(CreatedDate)) day, COUNT(Id) n FROM Opportunity GROUP BY DAY_ONLY(convertTimezone(CreatedDate)) ORDER BY DAY_ONLY(convertTimezone(CreatedDate))',
    [
      { day: '2026-02-01', n: 1 },
      { day: '2026-07-31', n: 1 },
      { day: '2026-08-01', n: 2 }
    ]
  ],
  [
    'SELECT FORMAT(SUM(Amount)) total, FORMAT(MIN(CloseDate)) FROM Opportunity',
    [{ total: '$35.00', expr0: '12/31/2025' }]
  ],
  ['SELECT MAX(Name) FROM Opportunity WHERE Amount > 1000', [{ expr0: null }]],
  ['SELECT IsClosed FROM Opportunity GROUP BY IsClosed', [{ IsClosed: false }]],
  [
    'SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY MAX(Amount) DESC LIMIT 1 OFFSET 1',
    [{ StageName: 'Closed Won' }]
  ]
];

for (const [soql, records] of answers) {
  test(soql, () => assert.deepEqual(bench.records(soql), records));
}

test('rows of groups are AggregateResults without a URL', () => {
  assert.deepEqual(bench.run('SELECT COUNT(Id) n FROM Account'), {
    totalSize: 1,
    done: true,
    records: [{ attributes: { type: 'AggregateResult' }, n: 2 }]
  });
});

test('COUNT() answers with a number alone, up to the limit', () => {
  assert.deepEqual(bench.run('SELECT COUNT() FROM Opportunity WHERE Amount != null'), {
    totalSize: 3,
    done: true,
    records: []
  });
  assert.equal(bench.run('SELECT count() FROM Opportunity LIMIT 2').totalSize, 2);
});

const refused: [soql: string, refusal: string][] = [
  ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
  ['SELECT Name, COUNT(Id) FROM Account GROUP BY Industry', 'Field must be grouped or aggregated: Name'],
  ['SELECT CALENDAR_YEAR(CreatedDate) FROM Account', 'Field must be grouped or aggregated: CreatedDate'],
  [
    'SELECT HOUR_IN_DAY(CreatedDate) FROM Account GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
    'Field must be grouped or aggregated: CreatedDate'
  ],
  [
    "SELECT COUNT(Id) FROM Account GROUP BY Industry HAVING Name = 'x'",
    'Field must be grouped or aggregated: Name'
  ],
  [
    'SELECT COUNT(Id) FROM Account GROUP BY Industry ORDER BY Name',
    'Ordered field must be grouped or aggregated: Name'
  ],
  ['SELECT Id FROM Account ORDER BY COUNT(Id)', 'Ordered field must be grouped or aggregated: Id'],
  ['SELECT Id, COUNT(Id) FROM Account GROUP BY Id', 'Grouped field should not be aggregated: Id'],
  ['SELECT Account.Name, Owner.Name FROM Contact GROUP BY Account.Name, Owner.Name', 'duplicate alias: Name'],
  ['SELECT COUNT(Id) n, MAX(Name) N FROM Account', 'duplicate alias: N'],
  [
    'SELECT COUNT(Id) FROM Account GROUP BY CreatedDate',
    "field 'CreatedDate' can not be grouped in a query call"
  ],
  [
    'SELECT COUNT(Id) FROM Account GROUP BY AnnualRevenue',
    "field 'AnnualRevenue' can not be grouped in a query call"
  ],
  [
    'SELECT COUNT(Id) FROM Account GROUP BY Description',
    "field 'Description' can not be grouped in a query call"
  ],
  ['SELECT SUM(Name) FROM Account', 'field Name does not support aggregate operator SUM'],
  ['SELECT MAX(IsDeleted) FROM Account', 'field IsDeleted does not support aggregate operator MAX'],
  ['SELECT COUNT(Description) FROM Account', 'field Description does not support aggregate operator COUNT'],
  ['SELECT COUNT(), Name FROM Account', 'COUNT() must be the only element in the SELECT list'],
  ['SELECT COUNT() FROM Account GROUP BY Name', 'COUNT() cannot be used with GROUP BY; use COUNT(fieldName)'],
  ['SELECT COUNT() FROM Account ORDER BY Name', 'COUNT() cannot be used with ORDER BY; use COUNT(fieldName)'],
  [
    'SELECT COUNT(Id) FROM Account LIMIT 1',
    'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'
  ],
  [
    'SELECT FIELDS(STANDARD) FROM Account GROUP BY Name',
    'The SOQL FIELDS function is not supported with aggregates'
  ],
  ['SELECT COUNT(Id) FROM Account HAVING COUNT(Id) > 1', "unexpected token: 'HAVING'"],
  [
    'SELECT COUNT(Id) FROM Account GROUP BY Name HAVING Id IN (SELECT AccountId FROM Contact)',
    'Semi-joins are only supported in WHERE clauses'
  ],
  ['SELECT COUNT(Id) FROM Account GROUP BY Name FOR UPDATE', 'FOR UPDATE cannot be used with aggregates'],
  [
    'SELECT Name FROM Account GROUP BY ROLLUP(Name), Industry',
    'GROUP BY ROLLUP cannot be combined with other grouped fields'
  ],
  [
    'SELECT Name FROM Account GROUP BY CUBE(Name, Industry, Type, Rating)',
    'GROUP BY CUBE takes up to 3 fields'
  ],
  ['SELECT Type FROM Account GROUP BY ROLLUP(Name)', 'Field must be grouped or aggregated: Type'],
  [
    'SELECT GROUPING(Type) FROM Account GROUP BY ROLLUP(Name)',
    'GROUPING() takes one of the fields of GROUP BY ROLLUP'
  ],
  [
    'SELECT Name, GROUPING(Name) FROM Account GROUP BY Name',
    'GROUPING() can only be used with GROUP BY ROLLUP or GROUP BY CUBE'
  ]
];

for (const [soql, refusal] of refused) {
  test(`refuses ${soql}`, () => {
    const { errorCode, message } = bench.refusal(soql);
    assert.equal(message.split('\n').at(-1), refusal);
    assert.equal(errorCode, 'MALFORMED_QUERY');
  });
}

test('more groups than a batch holds are refused, because there is no cursor for them', () => {
  const crowded = createBench();
  crowded.store.transaction(() => {
    for (let count = 0; count <= 2000; count += 1) crowded.insert('Account', { Name: `Account ${count}` });
  });
  assert.deepEqual(crowded.refusal('SELECT Name FROM Account GROUP BY Name'), {
    errorCode: 'EXCEEDED_ID_LIMIT',
    message:
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
  });
  assert.equal(crowded.run('SELECT Name FROM Account GROUP BY Name LIMIT 2000').totalSize, 2000);
  crowded.close();
});
