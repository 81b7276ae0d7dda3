import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgError } from '../errors.ts';
import { parse } from './parse.ts';
import type { Condition } from './statement.ts';

function refusalOf(soql: string): string {
  try {
    parse(soql);
  } catch (error) {
    if (error instanceof OrgError) return `${error.errors[0].errorCode}: ${error.errors[0].message}`;
    throw error;
  }
  throw new Error(`Not refused: ${soql}`);
}

/** The tree with field names for comparisons. */
function sketch(condition: Condition | null): unknown {
  switch (condition?.kind) {
    case 'and':
    case 'or':
      return { [condition.kind]: condition.parts.map(sketch) };
    case 'not':
      return { not: sketch(condition.part) };
    case 'comparison':
    case 'semiJoin':
      return condition.left.kind === 'field' ? condition.left.names.join('.') : condition.left.name;
    default:
      return null;
  }
}

const trees: [where: string, tree: unknown][] = [
  ['A = 1', 'A'],
  ['((A = 1))', 'A'],
  ['A = 1 AND B = 2 AND C = 3', { and: ['A', 'B', 'C'] }],
  ['(A = 1 AND B = 2) OR C = 3', { or: [{ and: ['A', 'B'] }, 'C'] }],
  ['A = 1 AND (B = 2 OR (C = 3 AND D = 4))', { and: ['A', { or: ['B', { and: ['C', 'D'] }] }] }],
  ['NOT A = 1', { not: 'A' }],
  ['NOT (A = 1 OR B = 2)', { not: { or: ['A', 'B'] } }],
  ['(NOT A = 1) AND (NOT B = 2)', { and: [{ not: 'A' }, { not: 'B' }] }],
  ['NOT (NOT (NOT A = 1))', { not: { not: { not: 'A' } } }],
  ["A IN ('x', 'y) OR (') AND CALENDAR_YEAR(B) = 2026", { and: ['A', 'CALENDAR_YEAR'] }],
  ["A NOT IN ('AND') OR (NOT B = 'NOT')", { or: ['A', { not: 'B' }] }],
  ['Id IN (SELECT AccountId FROM Contact WHERE (A = 1 OR B = 2)) AND C = 3', { and: ['Id', 'C'] }]
];

for (const [where, tree] of trees) {
  test(`reads ${where}`, () => {
    for (const tail of ['', ' ORDER BY A LIMIT 1', ' GROUP BY A HAVING (A = 1 OR B = 2)']) {
      assert.deepEqual(sketch(parse(`SELECT Id FROM Account WHERE ${where}${tail}`).query.where), tree);
    }
  });
}

test('reads HAVING by the same grammar', () => {
  const { query } = parse('SELECT A FROM T GROUP BY A HAVING COUNT(Id) > 1 AND (A = 1 OR A = 2) ORDER BY A');
  assert.deepEqual(sketch(query.having), { and: ['COUNT', { or: ['A', 'A'] }] });
});

const at = (quote: string, caret: number, column: number, message: string): string =>
  `MALFORMED_QUERY: \n${quote}\n${' '.repeat(caret)}^\nERROR at Row:1:Column:${column}\n${message}`;

const refusals: [soql: string, message: string][] = [
  ['', "MALFORMED_QUERY: unexpected token: '<EOF>'"],
  ['DELETE FROM Account', at('DELETE FROM Account', 0, 1, "unexpected token: 'DELETE'")],
  ['SELECT Id, FROM Account', at('SELECT Id, FROM Account', 10, 11, "unexpected token: 'FROM'")],
  ['SELECT Id FROM T WHERE (A = 1', "MALFORMED_QUERY: unexpected token: '<EOF>'"],
  ['SELECT Id FROM T WHERE A = 1)', at('SELECT Id FROM T WHERE A = 1)', 27, 28, "unexpected token: ')'")],
  ['SELECT Id FROM T WHERE A = "x"', at('SELECT Id FROM T WHERE A = "x"', 26, 27, `unexpected token: '"'`)],
  ['SELECT Id FROM T WHERE A = :ids', at('SELECT Id FROM T WHERE A = :ids', 26, 27, "unexpected token: ':'")],
  [
    'SELECT Id FROM T WHERE A = 1 AND B = 2 OR C = 3',
    at('Id FROM T WHERE A = 1 AND B = 2 OR C = 3', 31, 39, "unexpected token: 'OR'")
  ],
  [
    'SELECT Id FROM T WHERE A = 1 AND NOT B = 2',
    at('SELECT Id FROM T WHERE A = 1 AND NOT B = 2', 32, 33, "unexpected token: 'NOT'")
  ],
  [
    'SELECT Id FROM T WHERE NOT A = 1 AND B = 2',
    at('SELECT Id FROM T WHERE NOT A = 1 AND B = 2', 32, 33, "unexpected token: 'AND'")
  ],
  ["SELECT Id FROM T WHERE A = '\\d'", "MALFORMED_QUERY: Illegal escape sequence '\\d' in string literal"],
  [
    'SELECT Id FROM T WITH SECURITY_ENFORCED',
    'MALFORMED_QUERY: WITH SECURITY_ENFORCED is only available in Apex'
  ],
  ['SELECT Id FROM T WITH USER_MODE', 'MALFORMED_QUERY: WITH USER_MODE is only available in Apex'],
  [
    `SELECT Id FROM T WHERE A = '${'x'.repeat(100_000)}'`,
    'MALFORMED_QUERY: SOQL statements cannot be longer than 100000 characters.'
  ]
];

for (const [soql, message] of refusals) {
  test(`refuses ${soql.slice(0, 60) || 'an empty statement'}`, () => assert.equal(refusalOf(soql), message));
}

test('reads ALL ROWS without losing the places of names', () => {
  const statement = parse('SELECT Id FROM Account all rows');
  assert.equal(statement.allRows, true);
  assert.equal(statement.query.from.at, 15);
});

test('finds each name at its own place, also when it occurs several times', () => {
  const soql = "SELECT Name, (SELECT Name FROM Contacts) FROM Account WHERE Name = 'Name' ORDER BY Name";
  const { query } = parse(soql);
  const [name, children] = query.select;
  const places = [
    name.kind === 'expression' && name.expression.at,
    children.kind === 'children' &&
      children.query.select[0].kind === 'expression' &&
      children.query.select[0].expression.at,
    query.where?.kind === 'comparison' && query.where.left.at,
    query.orderBy[0].expression.at
  ];
  assert.deepEqual(places, [7, 21, 60, 83]);
});

test('reads escapes, and keeps escaped wildcards apart in a pattern', () => {
  const { query } = parse("SELECT Id FROM Account WHERE A LIKE 'a\\'b\\\\c\\n\\u0041\\%\\_%'");
  assert.ok(query.where?.kind === 'comparison');
  assert.deepEqual(query.where.values, [
    { kind: 'string', text: "a'b\\c\nA%_%", pattern: "a'b\\\\c\nA\\%\\_%" }
  ]);
});
