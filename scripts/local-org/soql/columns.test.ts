import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { queryColumns, type ColumnMetadata, type QueryColumns } from './columns.ts';
import { createBench } from './testing/bench.ts';

const bench = createBench();
after(() => bench.close());

function columnsOf(soql: string): QueryColumns {
  const question = { soql, user: bench.user, apiVersion: '66.0', includeDeleted: false, now: new Date(0) };
  return queryColumns(question, bench);
}

/** Names alone; of nested columns a list with the outer name first. */
function outline(columns: ColumnMetadata[]): unknown[] {
  return columns.map(({ columnName, joinColumns, aggregate }) =>
    joinColumns.length > 0 ? [columnName, aggregate, ...outline(joinColumns)] : columnName
  );
}

test('describes a field', () => {
  assert.deepEqual(columnsOf('SELECT Id, NumberOfEmployees FROM account'), {
    columnMetadata: [
      {
        aggregate: false,
        apexType: 'Id',
        booleanType: false,
        columnName: 'Id',
        custom: false,
        displayName: 'Id',
        foreignKeyName: null,
        insertable: false,
        joinColumns: [],
        numberType: false,
        textType: true,
        updatable: false
      },
      {
        aggregate: false,
        apexType: 'Integer',
        booleanType: false,
        columnName: 'NumberOfEmployees',
        custom: false,
        displayName: 'NumberOfEmployees',
        foreignKeyName: null,
        insertable: true,
        joinColumns: [],
        numberType: true,
        textType: false,
        updatable: true
      }
    ],
    entityName: 'Account',
    groupBy: false,
    idSelected: true,
    keyPrefix: '001'
  });
});

test('nests the columns of parents and children', () => {
  const { columnMetadata, idSelected } = columnsOf(
    'SELECT Name, Owner.Name, Parent.Owner.Name, Owner.Email, (SELECT LastName, Account.Name FROM Contacts) FROM Account'
  );
  assert.deepEqual(outline(columnMetadata), [
    'Name',
    ['Owner', false, 'Name', 'Email'],
    ['Parent', false, ['Owner', false, 'Name']],
    ['Contacts', true, 'LastName', ['Account', false, 'Name']]
  ]);
  assert.equal(columnMetadata[1].foreignKeyName, 'OwnerId');
  assert.equal(idSelected, false);
});

test('names functions as they were written, under alias or number', () => {
  const { columnMetadata, groupBy } = columnsOf(
    'SELECT Industry, COUNT(Id), MAX(CreatedDate) newest, FORMAT(SUM(AnnualRevenue)) FROM Account GROUP BY Industry'
  );
  assert.equal(groupBy, true);
  assert.deepEqual(
    columnMetadata.map(({ columnName, displayName, aggregate, apexType }) => [
      columnName,
      displayName,
      aggregate,
      apexType
    ]),
    [
      ['Industry', 'Industry', false, 'String'],
      ['expr0', 'COUNT(Id)', true, 'Integer'],
      ['newest', 'MAX(CreatedDate)', true, 'Datetime'],
      ['expr1', 'FORMAT(SUM(AnnualRevenue))', true, 'String']
    ]
  );
});

test('expands FIELDS(), and looks through toLabel()', () => {
  const { columnMetadata } = columnsOf('SELECT FIELDS(STANDARD) FROM UserRole');
  assert.ok(columnMetadata.some(({ columnName }) => columnName === 'DeveloperName'));
  assert.deepEqual(
    outline(columnsOf('SELECT toLabel(Industry), toLabel(Rating) r FROM Account').columnMetadata),
    ['Industry', 'r']
  );
});

test('refuses what the query would refuse', () => {
  assert.throws(() => columnsOf('SELECT Nope FROM Account'), /INVALID_FIELD: .*No such column 'Nope'/s);
});
