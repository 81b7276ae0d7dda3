import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetadataFile } from '../contract.ts';
import { MetadataError } from '../errors.ts';
import { customObject, field } from '../schema/fixture.ts';
import { permissionSetFile, testOrg } from '../testing.ts';

function summary(name: string, operation: string, summarized: string, rest = ''): string {
  const of = summarized && `<summarizedField>Room__c.${summarized}</summarizedField>`;
  const key = '<summaryForeignKey>Room__c.House__c</summaryForeignKey>';
  return field(name, 'Summary', `${of}${rest}${key}<summaryOperation>${operation}</summaryOperation>`);
}

const MASTER = '<referenceTo>House__c</referenceTo><relationshipName>Rooms</relationshipName>';
const ROOM = customObject(
  'Room__c',
  [
    field('House__c', 'MasterDetail', MASTER),
    field('Rate__c', 'Currency', '<precision>8</precision><scale>2</scale>'),
    field('Free_On__c', 'Date'),
    field('Note__c', 'Text', '<length>9</length>')
  ].join(''),
  'ControlledByParent'
);
const SUMMARIES = [
  summary('Rooms__c', 'count', ''),
  summary('Rates__c', 'sum', 'Rate__c'),
  summary('Cheapest__c', 'min', 'Rate__c'),
  summary('Last_Free__c', 'max', 'Free_On__c')
];
const SHOWN = ['House__c.Rooms__c', 'House__c.Rates__c', 'House__c.Cheapest__c', 'House__c.Last_Free__c'];
const WRITTEN = ['Room__c.Rate__c', 'Room__c.Free_On__c'];
const rule = (formula: string) =>
  `<validationRules><fullName>Full</fullName><active>true</active><errorConditionFormula>${formula}</errorConditionFormula><errorMessage>Full</errorMessage></validationRules>`;

function house(...inner: string[]): MetadataFile {
  return customObject('House__c', inner.join(''), 'ReadWrite');
}

function rights(): MetadataFile {
  const grant = (name: string, editable: boolean) =>
    `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
  const all = ['Create', 'Delete', 'Edit', 'Read']
    .map((right) => `<allow${right}>true</allow${right}>`)
    .join('');
  return permissionSetFile(
    'Seller',
    [
      ...SHOWN.map((name) => grant(name, false)),
      ...WRITTEN.map((name) => grant(name, true)),
      ...['House__c', 'Room__c'].map(
        (name) => `<objectPermissions>${all}<object>${name}</object></objectPermissions>`
      )
    ].join('')
  );
}

function setup() {
  const t = testOrg();
  t.install(house(...SUMMARIES), ROOM, rights());
  const rep = t.user('rep');
  const make = (object: string, values: Record<string, unknown>): string => {
    const { id, errors } = t.org.records.create(rep, object, values);
    assert.deepEqual(errors, []);
    return String(id);
  };
  const query = (soql: string) =>
    t.org.queries
      .run(rep, soql, { apiVersion: '66.0' })
      .records.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'attributes'))
      );
  return { ...t, rep, make, query };
}

test('a roll-up is what the details come to at the moment of reading', () => {
  const { make, query, org, rep } = setup();
  const villa = make('House__c', { Name: 'Villa' });
  make('House__c', { Name: 'Empty' });
  make('Room__c', { Name: 'Blue', House__c: villa, Rate__c: 80.5, Free_On__c: '2026-12-01' });
  const red = make('Room__c', { Name: 'Red', House__c: villa, Rate__c: 20, Free_On__c: '2026-12-24' });
  const all = 'SELECT Rooms__c, Rates__c, Cheapest__c, Last_Free__c FROM House__c ORDER BY Rates__c DESC';
  const empty = { Rooms__c: 0, Rates__c: 0, Cheapest__c: null, Last_Free__c: null };
  assert.deepEqual(query(all), [
    { Rooms__c: 2, Rates__c: 100.5, Cheapest__c: 20, Last_Free__c: '2026-12-24' },
    empty
  ]);
  assert.deepEqual(org.records.delete(rep, 'Room__c', red).errors, []);
  assert.deepEqual(query(all), [
    { Rooms__c: 1, Rates__c: 80.5, Cheapest__c: 80.5, Last_Free__c: '2026-12-01' },
    empty
  ]);
  assert.deepEqual(query('SELECT Name FROM House__c WHERE Rates__c > 80'), [{ Name: 'Villa' }]);
  assert.deepEqual(query('SELECT SUM(Rates__c) total FROM House__c'), [{ total: 80.5 }]);
});

test('nobody writes a roll-up', () => {
  const { org, rep } = setup();
  const { errors } = org.records.create(rep, 'House__c', { Name: 'Villa', Rates__c: 5 });
  assert.deepEqual(
    errors.map(({ errorCode, fields }) => [errorCode, fields]),
    [['INVALID_FIELD_FOR_INSERT_UPDATE', ['Rates__c']]]
  );
});

test('describe tells it as calculated, in the type of what it sums up', async () => {
  const { request } = setup();
  const answer = await request('rep', '/services/data/v66.0/sobjects/House__c/describe');
  const { fields } = (await answer.json()) as { fields: Record<string, unknown>[] };
  assert.deepEqual(
    fields
      .filter(({ name }) => SHOWN.includes(`House__c.${String(name)}`))
      .map(({ name, type, calculated, createable, calculatedFormula }) => [
        name,
        type,
        calculated,
        createable,
        calculatedFormula
      ]),
    [
      ['Rooms__c', 'double', true, false, null],
      ['Rates__c', 'currency', true, false, null],
      ['Cheapest__c', 'currency', true, false, null],
      ['Last_Free__c', 'date', true, false, null]
    ]
  );
});

const REFUSED: [what: string, inner: string[], problem: string][] = [
  [
    'a field that is not there',
    [summary('Sum__c', 'sum', 'Size__c')],
    'In field: summarizedField - no CustomField named Room__c.Size__c found'
  ],
  [
    'a text',
    [summary('Sum__c', 'max', 'Note__c')],
    'The max of Room__c.Note__c is not supported by the local org'
  ],
  [
    'the sum of dates',
    [summary('Sum__c', 'sum', 'Free_On__c')],
    'The sum of Room__c.Free_On__c is not supported by the local org'
  ],
  [
    'a filter',
    [
      summary(
        'Sum__c',
        'sum',
        'Rate__c',
        '<summaryFilterItems><field>Room__c.Rate__c</field><operation>greaterThan</operation><value>5</value></summaryFilterItems>'
      )
    ],
    'Filters of roll-up summary fields are not supported by the local org'
  ],
  [
    'a rule that names it',
    [summary('Sum__c', 'sum', 'Rate__c'), rule('Sum__c &gt; 5')],
    'A formula that names the roll-up summary field Sum__c is not supported by the local org'
  ]
];

for (const [what, inner, problem] of REFUSED) {
  test(`refused as a roll-up: ${what}`, () => {
    const t = testOrg();
    assert.throws(
      () => t.install(house(...inner), ROOM),
      (error) => error instanceof MetadataError && error.problems.some((found) => found.problem === problem)
    );
  });
}

test('a roll-up needs a master-detail relationship', () => {
  const t = testOrg();
  const lookup = field('House__c', 'Lookup', MASTER);
  assert.throws(
    () => t.install(house(summary('Rooms__c', 'count', '')), customObject('Room__c', lookup)),
    /Room__c\.House__c is no master-detail relationship to House__c/
  );
});
