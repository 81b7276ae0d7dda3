import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal, date, dateTime, flag, picklist, text, textArea } from '../catalogue/fields.ts';
import type { RecordValues } from '../contract.ts';
import { build } from '../schema/testing.ts';
import { checkFormula } from './check.ts';
import { evaluateFormula } from './evaluate.ts';
import { formulaValue, type Value } from './values.ts';

const fields = [
  text('Name__c', 'Name', 80),
  decimal('Size__c', 'Size', 'double', 5, 1),
  date('Starts__c', 'Starts'),
  date('Ends__c', 'Ends'),
  dateTime('Sent__c', 'Sent'),
  flag('Done__c', 'Done'),
  picklist('Kind__c', 'Kind', ['A', 'B']),
  textArea('Notes__c', 'Notes', 32_768, { longText: true })
];
const object = {
  name: 'Thing__c',
  fields: new Map(fields.map((field) => [field.name.toLowerCase(), field]))
};
const landscape = { schema: build(), customPermissions: new Set(['approve']) };

const GLOBALS = new Map<string, Value>([
  ['$user.id', '005000000000001AAA'],
  ['$permission.approve', true]
]);

function evaluate(formula: string, values: RecordValues = {}, before: RecordValues | null = null) {
  checkFormula(formula, object, 'rule', landscape);
  const read = (from: RecordValues, name: string) => {
    const field = fields.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
    return field ? formulaValue(field, from[field.name]) : null;
  };
  return evaluateFormula(formula, {
    now: new Date('2026-11-18T03:00:00Z'),
    timeZone: 'America/Los_Angeles',
    isNew: before === null,
    globals: () => GLOBALS,
    value: (name) => read(values, name),
    priorValue: (name) => read(before ?? values, name)
  });
}

const CASES: [formula: string, values: RecordValues, expected: unknown][] = [
  ['Size__c > 3', { Size__c: 4 }, true],
  ['Size__c > 3', { Size__c: 3 }, false],
  ['Size__c > 3', {}, false],
  ['0 > Size__c', { Size__c: -1 }, true],
  ['Starts__c > Ends__c', { Starts__c: '2026-02-02', Ends__c: '2026-02-01' }, true],
  ['Starts__c > Ends__c', { Starts__c: '2026-02-02' }, false],
  ['Ends__c - Starts__c >= 31', { Starts__c: '2026-01-01', Ends__c: '2026-02-01' }, true],
  ['Starts__c < TODAY() - 30', { Starts__c: '2026-10-17' }, true],
  ['Starts__c = TODAY()', { Starts__c: '2026-11-17' }, true],
  ['Sent__c > NOW()', { Sent__c: '2026-11-18T03:00:00.001Z' }, true],
  ['ISBLANK(Name__c)', { Name__c: null }, true],
  ['AND(NOT(ISBLANK(Name__c)), ISBLANK(Kind__c))', { Name__c: 'x' }, true],
  ['Done__c && !ISBLANK(Name__c)', { Done__c: true, Name__c: 'x' }, true],
  ['OR(Done__c, Size__c = 2)', { Size__c: 2 }, true],
  ['ISPICKVAL(Kind__c, "B")', { Kind__c: 'B' }, true],
  ['TEXT(Kind__c) <> "A"', { Kind__c: 'A' }, false],
  ['IF(Size__c * 2 + 1 = 7, "yes", \'no\')', { Size__c: 3 }, 'yes'],
  ['Name__c & "-" & Kind__c', { Name__c: 'x', Kind__c: 'A' }, 'x-A'],
  ['LEN(TRIM(Name__c)) /* without blanks */ = 2', { Name__c: ' ab ' }, true],
  ['BEGINS(Name__c, "ab") && CONTAINS(Name__c, "bc")', { Name__c: 'abc' }, true],
  ['LEFT("abcd", 2) & RIGHT("abcd", 1) & MID("abcd", 2, 2)', {}, 'abdbc'],
  ['FIND("c", "abcabc") * 10 + FIND("c", "abcabc", 4)', {}, 36],
  ['FIND("x", "abc")', {}, 0],
  ['SUBSTITUTE("a-b-c", "-", "+")', {}, 'a+b+c'],
  ['VALUE(" 12.5 ") + 1', {}, 13.5],
  ['CASE(Kind__c, "A", "first", "B", "second", "none")', { Kind__c: 'B' }, 'second'],
  ['CASE(Kind__c, "A", 1, 0)', {}, 0],
  ['NULLVALUE(Size__c, 7)', {}, 7],
  ['ROUND(2.345, 2) + ROUND(1250, -2)', {}, 1302.35],
  ['ABS(-3) + MAX(1, 2, 3) - MIN(4, 5)', {}, 2],
  ['MAX(1, Size__c)', {}, null],
  ['CEILING(-1.2) * 10 + FLOOR(-1.8)', {}, -21],
  [
    'YEAR(Starts__c) * 10000 + MONTH(Starts__c) * 100 + DAY(Starts__c)',
    { Starts__c: '2026-03-09' },
    20260309
  ],
  ['10 - 4 - 3', {}, 3],
  ['$USER.id & "!"', {}, '005000000000001AAA!'],
  ['$UserRole.Name', {}, null],
  ['IF($Permission.Approve, 1, 2)', {}, 1],
  ['2 + 3 * (4 - 1) / -3', {}, -1]
];

for (const [formula, values, expected] of CASES) {
  test(`${formula} of ${JSON.stringify(values)} is ${String(expected)}`, () => {
    assert.equal(evaluate(formula, values), expected);
  });
}

test('ISCHANGED and PRIORVALUE compare with the record before; a new record has changed nothing', () => {
  assert.equal(evaluate('ISCHANGED(Size__c)', { Size__c: 2 }, { Size__c: 1 }), true);
  assert.equal(evaluate('ISCHANGED(Size__c)', { Size__c: 2 }, { Size__c: 2 }), false);
  assert.equal(evaluate('ISCHANGED(Size__c)', { Size__c: 2 }), false);
  assert.equal(evaluate('PRIORVALUE(Size__c) > Size__c', { Size__c: 1 }, { Size__c: 2 }), true);
  assert.equal(evaluate('ISNEW()', {}), true);
});

test('of a long text, a rule may ask whether it is blank and whether it was changed', () => {
  assert.equal(evaluate('ISBLANK(Notes__c)', {}), true);
  assert.equal(evaluate('ISCHANGED(Notes__c)', { Notes__c: 'new' }, { Notes__c: 'old' }), true);
  assert.equal(evaluate('ISCHANGED(Notes__c)', { Notes__c: 'old' }, { Notes__c: 'old' }), false);
  assert.throws(
    () => checkFormula('ISBLANK(Notes__c)', object, 'field', landscape),
    /You cannot use the field Notes__c in a formula/
  );
});

const REFUSED: [formula: string, problem: RegExp][] = [
  ['Sise__c > 3', /^Error: Field Sise__c does not exist\. Check spelling\.$/],
  ['Account.Name = "x"', /^Error: Field Account\.Name does not exist\. Check spelling\.$/],
  ['$User.Sise = "x"', /^Error: Field \$User\.Sise does not exist\. Check spelling\.$/],
  ['$User.Address = "x"', /^Error: Field \$User\.Address does not exist/],
  ['$Permission.Refuse', /^Error: Field \$Permission\.Refuse does not exist/],
  ['$Setup.Limits__c.Most__c > 1', /The global variable \$Setup\.Limits__c\.Most__c is not supported/],
  ['$User.Manager.Name = "x"', /The global variable \$User\.Manager\.Name is not supported/],
  ['VLOOKUP(Name__c)', /The function VLOOKUP is unknown to the local org/],
  ['NOT(Done__c, Done__c)', /Incorrect number of parameters for function 'NOT\(\)'\. Expected 1, received 2/],
  ['Notes__c = "x"', /You cannot use the field Notes__c in a formula/],
  ['LEN(PRIORVALUE(Notes__c)) > 1', /You cannot use the field Notes__c in a formula/],
  ['ISCHANGED("x")', /The function ISCHANGED takes a field of the record/],
  ['Size__c >', /The formula ends too early/],
  ['(Size__c > 1', /Missing '\)'/],
  ['Size__c 3', /Extra '3'/],
  ['Size__c # 3', /Unexpected '#' at position 9/]
];

for (const [formula, problem] of REFUSED) {
  test(`${formula} is refused when it is deployed`, () => {
    assert.throws(() => checkFormula(formula, object, 'rule', landscape), problem);
  });
}
