import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field } from '../schema/fixture.ts';
import { houseOrg } from './testing.ts';

const ALL =
  'SELECT Days__c, A_Room__c, Twice__c, Commission__c, Half_Share__c, Is_Dear__c, Until__c, Image__c, Link__c FROM House__c';

test('a formula of every type is worked out when it is read', () => {
  const { house, query } = houseOrg();
  const id = house({
    Price__c: 1000,
    Rooms__c: 3,
    Share__c: 2.5,
    Picture__c: 'https://example.com/a.jpg?b&c',
    Listed__c: '2026-11-01'
  });
  assert.deepEqual(query(ALL), [
    {
      Days__c: 17,
      A_Room__c: 333.33,
      Twice__c: 2006,
      Commission__c: 25,
      Half_Share__c: 1.25,
      Is_Dear__c: true,
      Until__c: '2026-12-01',
      Image__c:
        '<img src="https://example.com/a.jpg?b&amp;c" alt="Picture" style="height:20px; width:30px;" border="0"/>',
      Link__c: `/${id}`
    }
  ]);
});

test('a blank makes a formula blank, unless blanks count as zero; what can’t be divided is blank', () => {
  const { house, query } = houseOrg();
  house({ Price__c: 4, Rooms__c: null });
  house({ Price__c: null, Rooms__c: 0, Listed__c: null });
  assert.deepEqual(
    query('SELECT A_Room__c, Twice__c, Is_Dear__c, Until__c, Image__c FROM House__c ORDER BY Id'),
    [
      { A_Room__c: null, Twice__c: 8, Is_Dear__c: false, Until__c: '2026-12-08', Image__c: null },
      { A_Room__c: null, Twice__c: 0, Is_Dear__c: false, Until__c: null, Image__c: null }
    ]
  );
  house({ Price__c: 4, Rooms__c: 0 });
  assert.equal(
    query('SELECT A_Room__c FROM House__c WHERE Price__c = 4 AND Rooms__c = 0')[0]?.['A_Room__c'],
    null
  );
});

test('which day it is, the time zone of the reader says', () => {
  const t = houseOrg();
  t.house({ Listed__c: '2026-11-18' });
  // Noon of the 18th in UTC, and then seven in the evening: the 19th only in Tokyo.
  t.advance(7 * 3_600_000);
  t.org.store.run('UPDATE "User" SET "TimeZoneSidKey" = ? WHERE "Id" = ?', ['Asia/Tokyo', t.userId('rep2')]);
  assert.deepEqual(t.query('SELECT Days__c FROM House__c'), [{ Days__c: 0 }]);
  assert.deepEqual(t.query('SELECT Days__c FROM House__c', 'rep2'), [{ Days__c: 1 }]);
});

test('formulas filter, sort and aggregate; they don’t group', () => {
  const { house, query } = houseOrg();
  for (const Price__c of [100, 300, 200]) house({ Name: String(Price__c), Price__c, Rooms__c: 1 });
  assert.deepEqual(query('SELECT Name FROM House__c WHERE A_Room__c > 150 ORDER BY A_Room__c DESC'), [
    { Name: '300' },
    { Name: '200' }
  ]);
  assert.deepEqual(query('SELECT MAX(A_Room__c) most FROM House__c'), [{ most: 300 }]);
  assert.throws(
    () => query('SELECT A_Room__c, COUNT(Id) FROM House__c GROUP BY A_Room__c'),
    /can not be grouped/
  );
});

test('REST, UI API and describe tell formulas alike, and nobody writes them', async () => {
  const { house, get, org, user } = houseOrg();
  const id = house({ Price__c: 100, Rooms__c: 4 });
  const rest = (await get(`sobjects/House__c/${id}?fields=A_Room__c`)).body as Record<string, unknown>;
  assert.equal(rest['A_Room__c'], 25);
  const ui = (await get(`ui-api/records/${id}?fields=House__c.A_Room__c`)).body as {
    fields: Record<string, { value: unknown }>;
  };
  assert.equal(ui.fields['A_Room__c']?.value, 25);
  const described = (await get('sobjects/House__c/describe')).body as {
    fields: Record<string, unknown>[];
  };
  const { calculated, calculatedFormula, createable, updateable, groupable, filterable } =
    described.fields.find(({ name }) => name === 'A_Room__c') ?? {};
  assert.deepEqual(
    [calculated, calculatedFormula, createable, updateable, groupable, filterable],
    [true, 'Price__c / Rooms__c', false, false, false, true]
  );
  const { errors } = org.records.update(user('rep'), 'House__c', id, { A_Room__c: 1 });
  assert.equal(errors[0]?.errorCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
});

test('a formula that the user can’t see isn’t there', () => {
  const { house, query } = houseOrg(['A_Room__c']);
  house({ Price__c: 100, Rooms__c: 4 });
  assert.throws(() => query('SELECT A_Room__c FROM House__c'), /No such column 'A_Room__c'/);
  assert.deepEqual(query('SELECT Is_Dear__c FROM House__c'), [{ Is_Dear__c: false }]);
});

test('a validation rule can name a formula', () => {
  const { org, user } = houseOrg();
  const { errors } = org.records.create(user('rep'), 'House__c', { Price__c: 5000, Rooms__c: 4 });
  assert.deepEqual(
    errors.map(({ message }) => message),
    ['Too dear']
  );
});

test('a default that is a formula was refused', async () => {
  const { house, query, get } = houseOrg();
  house({ Name: 'Default' });
  house({ Name: 'Own', Listed__c: '2026-01-01' });
  assert.deepEqual(query('SELECT Name, Listed__c FROM House__c ORDER BY Name'), [
    { Name: 'Default', Listed__c: '2026-11-08' },
    { Name: 'Own', Listed__c: '2026-01-01' }
  ]);
  const defaults = (await get('ui-api/record-defaults/create/House__c?optionalFields=House__c.Listed__c'))
    .body as {
    record: { fields: Record<string, { value: unknown }> };
  };
  assert.equal(defaults.record.fields['Listed__c']?.value, '2026-11-08');
});

test('a formula changes with its next deploy; a field that it names must stay', () => {
  const { house, query, install, org, userId } = houseOrg();
  house({ Price__c: 100, Rooms__c: 4 });
  const twice = field(
    'A_Room__c',
    'Currency',
    '<formula>Rooms__c * 2</formula><precision>10</precision><scale>2</scale>'
  );
  install(customObject('House__c', twice, 'ReadWrite'));
  assert.deepEqual(query('SELECT A_Room__c FROM House__c'), [{ A_Room__c: 8 }]);
  assert.throws(
    () =>
      org.installMetadata({
        files: [],
        removed: [{ type: 'CustomField', fullName: 'House__c.Rooms__c' }],
        userId: userId('admin')
      }),
    /Field Rooms__c does not exist/
  );
});

test('a stored field can’t become a formula, and keeps its values', () => {
  const { house, query, install } = houseOrg();
  house({ Price__c: 100, Rooms__c: 4 });
  const formula = '<formula>7</formula><precision>3</precision><scale>0</scale>';
  assert.throws(
    () => install(customObject('House__c', field('Rooms__c', 'Number', formula), 'ReadWrite')),
    /Cannot update a field to a Formula from something else/
  );
  assert.deepEqual(query('SELECT Rooms__c FROM House__c'), [{ Rooms__c: 4 }]);
});
