import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dateTime, flag, picklist, reference, text } from '../catalogue/fields.ts';
import { standardObject } from '../catalogue/object.ts';
import { createBench } from './testing/bench.ts';

const note = standardObject('Note', 'N00', ['Note', 'Notes'], {}, [
  text('Key', 'Key', 20, { caseSensitive: true }),
  text('Secret', 'Secret', 20),
  reference('AccountId', 'Account', 'Account'),
  flag('Done', 'Done'),
  dateTime('SeenAt', 'Seen At'),
  picklist('Mood', 'Mood', [
    { value: 'G', label: 'Good', active: true, default: false },
    { value: 'B', label: 'Bad', active: true, default: false }
  ])
]);

const bench = createBench({ objects: [note], hidden: ['Note.Secret', 'Profile'] });
after(() => bench.close());

const acme = bench.insert('Account', { Name: 'Acme', Industry: 'Energy', Phone: '', NumberOfEmployees: 5 });
bench.insert('Note', {
  Key: 'a',
  AccountId: acme,
  Done: true,
  SeenAt: '2026-11-20T23:30:00.000Z',
  Mood: 'G'
});
bench.insert('Note', { Key: 'A', AccountId: null, SeenAt: '2026-11-21T23:30:00.000Z', Mood: 'B' });
bench.insert('Note', { Key: 'c', AccountId: acme, SeenAt: '2026-07-01T22:30:00.000Z', Mood: 'Odd' });

const found: [where: string, keys: string][] = [
  // Fields that mind case compare with it, all others without.
  ["Key = 'a'", 'a'],
  ["account.NAME = 'ACME'", 'ac'],
  // Ids in either length; an empty text is no value.
  [`AccountId = '${acme}'`, 'ac'],
  [`AccountId = '${acme.slice(0, 15)}'`, 'ac'],
  [`AccountId NOT IN ('${acme}')`, 'A'],
  ["AccountId = ''", 'A'],
  ["AccountId > ''", 'ac'],
  ["Account.Name >= ''", 'ac'],
  ['AccountId != null', 'ac'],
  // A checkbox is never empty, nor that of a parent that isn't there.
  ['Done = null', 'Ac'],
  ['Done != null', 'a'],
  ['Account.IsDeleted = false', 'aAc'],
  // A record without a parent has no value in any of the parent's fields.
  ['Account.Name = null', 'A'],
  ["Account.Name != 'Acme'", 'A'],
  ["NOT Account.Name LIKE 'a%'", 'A'],
  ["Key = 'c' OR Account.Name = 'Acme'", 'ac'],
  // Instants, however their zone is written.
  ['SeenAt = 2026-11-21T00:30:00+01:00', 'a'],
  ['SeenAt = 2026-11-20T23:30:00Z', 'a'],
  ['SeenAt = 2026-11-20T15:30:00.000-0800', 'a'],
  ['SeenAt IN (TODAY, 2026-11-21T23:30:00Z)', 'aA'],
  ['SeenAt NOT IN (TODAY)', 'Ac'],
  // Date functions count in UTC, unless told to use the user's clocks.
  ['DAY_ONLY(SeenAt) = 2026-11-20', 'a'],
  ['DAY_ONLY(convertTimezone(SeenAt)) = 2026-11-21', 'a'],
  ['HOUR_IN_DAY(SeenAt) = 22', 'c'],
  ['HOUR_IN_DAY(convertTimezone(SeenAt)) = 0', 'aAc'],
  ['CALENDAR_MONTH(convertTimezone(SeenAt)) = 7', 'c'],
  ['CALENDAR_YEAR(SeenAt) = 2026 AND FISCAL_QUARTER(SeenAt) < 4', 'c'],
  // Labels, of values that have one.
  ["toLabel(Mood) = 'good'", 'a'],
  ["toLabel(Mood) IN ('Bad', 'Odd')", 'Ac'],
  ["toLabel(Mood) != 'Good'", 'Ac'],
  ["N.Key = 'a'", 'a'],
  ["Note.Key = 'a'", 'a']
];

for (const [where, keys] of found) {
  test(`finds by ${where}`, () => {
    assert.equal(bench.values(`SELECT Key FROM Note N WHERE ${where} ORDER BY Id`, 'Key').join(''), keys);
  });
}

const criterion = (field: string, type: string, quotes = 'should not be'): string =>
  `INVALID_FIELD: value of filter criterion for field '${field}' must be of type ${type} and ${quotes} enclosed in quotes`;

const refused: [object: string, where: string, refusal: string][] = [
  ['Account', "NumberOfEmployees = '5'", criterion('NumberOfEmployees', 'int')],
  ['Account', "AnnualRevenue > '5'", criterion('AnnualRevenue', 'double')],
  ['Account', 'Name = 5', criterion('Name', 'string', 'should be')],
  ['Account', 'Name LIKE 5', criterion('Name', 'string', 'should be')],
  ['Account', "IsDeleted = 'true'", criterion('IsDeleted', 'boolean')],
  ['Account', "CreatedDate > '2026-01-01'", criterion('CreatedDate', 'dateTime')],
  ['Account', 'CreatedDate > 2026-01-01', criterion('CreatedDate', 'dateTime')],
  ['Opportunity', 'CloseDate = 2026-01-01T00:00:00Z', criterion('CloseDate', 'date')],
  ['Opportunity', "Account.Name IN ('x', 5)", criterion('Name', 'string', 'should be')],
  ['Account', "Id = 'acme'", 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: acme'],
  ['Account', "Id LIKE '001%'", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on id field'],
  ['Account', "OwnerId LIKE '005%'", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on id field'],
  ['Account', "AnnualRevenue LIKE '5%'", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on currency field'],
  ['Account', 'IsDeleted > false', 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on boolean field'],
  ['Account', "Name INCLUDES ('x')", 'INVALID_QUERY_FILTER_OPERATOR: invalid operator on string field'],
  [
    'Account',
    "Description LIKE 'x%'",
    "INVALID_FIELD: field 'Description' can not be filtered in a query call"
  ],
  ['Account', 'Description = null', "INVALID_FIELD: field 'Description' can not be filtered in a query call"],
  [
    'Account',
    'AnnualRevenue > USD5',
    "MALFORMED_QUERY: Currency literal USD5 needs multiple currencies, which the local org doesn't have"
  ],
  ['Opportunity', 'CloseDate = 2026-02-30', 'MALFORMED_QUERY: Invalid date: 2026-02-30'],
  ['Account', 'CreatedDate > 2026-02-30T00:00:00Z', 'MALFORMED_QUERY: Invalid date: 2026-02-30'],
  ['Account', 'AnnualRevenue > null', "MALFORMED_QUERY: > can't be used with null"],
  [
    'Account',
    'COUNT(Id) > 1',
    'MALFORMED_QUERY: Aggregate expressions are only allowed in SELECT, HAVING and ORDER BY'
  ],
  [
    'Opportunity',
    'DAY_ONLY(CloseDate) = TODAY',
    'MALFORMED_QUERY: field CloseDate does not support function DAY_ONLY'
  ],
  [
    'Opportunity',
    'CALENDAR_YEAR(Name) = 2026',
    'MALFORMED_QUERY: field Name does not support function CALENDAR_YEAR'
  ],
  ['Account', "toLabel(Name) = 'x'", 'MALFORMED_QUERY: field Name does not support function toLabel']
];

for (const [object, where, refusal] of refused) {
  test(`refuses ${object} by ${where}`, () => {
    const { errorCode, message } = bench.refusal(`SELECT Id FROM ${object} WHERE ${where}`);
    assert.equal(`${errorCode}: ${message.split('\n').at(-1)}`, refusal);
  });
}

test('names nothing that the user may not read, in no clause', () => {
  const missing = "INVALID_FIELD No such column 'Secret' on entity 'Note'";
  for (const clauses of [
    'SELECT Secret FROM Note',
    "SELECT Id FROM Note WHERE Secret = 'x'",
    'SELECT Id FROM Note ORDER BY Secret',
    'SELECT COUNT(Secret) FROM Note',
    'SELECT Secret, COUNT(Id) FROM Note GROUP BY Secret',
    "SELECT COUNT(Id) FROM Note GROUP BY Key HAVING MAX(Secret) = 'x'"
  ]) {
    const { errorCode, message } = bench.refusal(clauses);
    assert.equal(`${errorCode} ${message.split('\n')[4].split('. ')[0]}`, missing, clauses);
  }
});

test('points at the field of a wrong comparison', () => {
  assert.equal(
    bench.refusal("SELECT Id FROM Account WHERE Name = 'x' AND NumberOfEmployees = 'many'").message,
    "\nAccount WHERE Name = 'x' AND NumberOfEmployees = 'many'\n                             ^\nERROR at Row:1:Column:45\nvalue of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes"
  );
});

test('finds deleted rows only when they are asked for', () => {
  const gone = bench.insert('Campaign', { Name: 'Gone', IsDeleted: true });
  const soql = 'SELECT Id FROM Campaign';
  assert.deepEqual(bench.records(soql), []);
  assert.deepEqual(bench.records(soql, { includeDeleted: true }), [{ Id: gone }]);
  assert.deepEqual(bench.records(`${soql} ALL ROWS`, { includeDeleted: true }), [{ Id: gone }]);
  assert.equal(bench.refusal(`${soql} ALL ROWS`).message, 'ALL ROWS not allowed in this context');
});

test('takes thousands of conditions in a row, but not any depth of them', () => {
  const many = Array.from({ length: 3000 }, (_, count) => `Name = 'x${count}'`);
  assert.deepEqual(
    bench.records(`SELECT Name FROM Account WHERE ${[...many, "Name = 'acme'"].join(' OR ')}`),
    [{ Name: 'Acme' }]
  );
  const deep = (levels: number): string => `${'(NOT '.repeat(levels)}Name = 'x'${')'.repeat(levels)}`;
  assert.equal(bench.run(`SELECT Id FROM Account WHERE ${deep(200)}`).totalSize, 0);
  assert.deepEqual(bench.refusal(`SELECT Id FROM Account WHERE ${deep(201)}`), {
    errorCode: 'QUERY_TOO_COMPLICATED',
    message: 'Query is too complicated'
  });
});

test('takes any limit', () => {
  assert.equal(bench.run('SELECT Id FROM Account LIMIT 99999999999999999999').totalSize, 1);
  assert.equal(bench.run('SELECT Id FROM Account LIMIT 0').totalSize, 0);
});
