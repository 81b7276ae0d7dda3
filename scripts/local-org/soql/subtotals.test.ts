import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBench } from './testing/bench.ts';

const bench = createBench();
after(() => bench.close());

const acme = bench.insert('Account', { Name: 'Acme' });
for (const [LeadSource, Rating] of [
  ['Web', 'Hot'],
  ['web', null],
  ['Phone Inquiry', 'Hot']
] as const) {
  bench.insert('Lead', { LastName: 'Lee', Company: 'Acme', LeadSource, Rating });
}
bench.insert('Contact', { LastName: 'Lee', AccountId: acme });
bench.insert('Contact', { LastName: 'Kim' });

const GROUPING = 'GROUPING(LeadSource) ofSource, GROUPING(Rating) ofRating';

const answers: [soql: string, records: unknown[]][] = [
  [
    'SELECT LeadSource, COUNT(Id) n FROM Lead GROUP BY ROLLUP(LeadSource) ORDER BY GROUPING(LeadSource), LeadSource',
    [
      { LeadSource: 'Web', n: 2 },
      { LeadSource: 'Phone Inquiry', n: 1 },
      { LeadSource: null, n: 3 }
    ]
  ],
  // A group without a rating, and the sum over all ratings, differ in GROUPING(Rating) alone.
  [
    `SELECT LeadSource, Rating, ${GROUPING}, COUNT(Id) n FROM Lead GROUP BY ROLLUP(LeadSource, Rating) ORDER BY GROUPING(LeadSource), LeadSource, GROUPING(Rating), Rating NULLS LAST`,
    [
      { LeadSource: 'Web', Rating: 'Hot', ofSource: 0, ofRating: 0, n: 1 },
      { LeadSource: 'web', Rating: null, ofSource: 0, ofRating: 0, n: 1 },
      { LeadSource: 'Web', Rating: null, ofSource: 0, ofRating: 1, n: 2 },
      { LeadSource: 'Phone Inquiry', Rating: 'Hot', ofSource: 0, ofRating: 0, n: 1 },
      { LeadSource: 'Phone Inquiry', Rating: null, ofSource: 0, ofRating: 1, n: 1 },
      { LeadSource: null, Rating: null, ofSource: 1, ofRating: 1, n: 3 }
    ]
  ],
  [
    `SELECT Rating, ${GROUPING}, COUNT(Id) n FROM Lead GROUP BY CUBE(LeadSource, Rating) HAVING GROUPING(LeadSource) = 1 ORDER BY GROUPING(Rating) DESC, Rating`,
    [
      { Rating: null, ofSource: 1, ofRating: 1, n: 3 },
      { Rating: null, ofSource: 1, ofRating: 0, n: 1 },
      { Rating: 'Hot', ofSource: 1, ofRating: 0, n: 2 }
    ]
  ],
  [
    'SELECT Account.Name, GROUPING(Account.Name), COUNT(Id) FROM Contact GROUP BY CUBE(Account.Name) ORDER BY GROUPING(Account.Name), Account.Name NULLS LAST',
    [
      { Name: 'Acme', expr0: 0, expr1: 1 },
      { Name: null, expr0: 0, expr1: 1 },
      { Name: null, expr0: 1, expr1: 2 }
    ]
  ],
  [
    "SELECT COUNT(Id) n FROM Lead WHERE Company != 'GROUPING(x)' GROUP BY ROLLUP(Rating) HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC LIMIT 1",
    [{ n: 3 }]
  ]
];

for (const [soql, records] of answers) {
  test(soql, () => assert.deepEqual(bench.records(soql), records));
}
