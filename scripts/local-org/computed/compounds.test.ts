import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissionSetFile, testOrg } from '../testing.ts';
import { houseOrg } from './testing.ts';

const BOSTON = { Place__Latitude__s: 42.35663, Place__Longitude__s: -71.11095 };

test('addresses and geolocations were missing: each shows its parts as one value', async () => {
  const { org, user, house, query, get } = houseOrg();
  const { id } = org.records.create(user('rep'), 'Account', {
    Name: 'Acme',
    BillingCity: 'Bonn',
    BillingState: 'NW'
  });
  const address = {
    city: 'Bonn',
    country: null,
    geocodeAccuracy: null,
    latitude: null,
    longitude: null,
    postalCode: null,
    state: 'NW',
    street: null
  };
  assert.deepEqual(query('SELECT BillingAddress, ShippingAddress FROM Account'), [
    { BillingAddress: address, ShippingAddress: null }
  ]);
  const { body } = await get(`sobjects/Account/${id}`);
  assert.deepEqual((body as { BillingAddress: unknown }).BillingAddress, address);
  house(BOSTON);
  assert.deepEqual(query('SELECT Place__c, Place__Latitude__s FROM House__c'), [
    { Place__c: { latitude: 42.35663, longitude: -71.11095 }, Place__Latitude__s: 42.35663 }
  ]);
});

test('a compound value can be selected and nothing else', () => {
  const { query } = houseOrg();
  assert.throws(() => query("SELECT Id FROM Account WHERE BillingAddress = 'x'"), /can not be filtered/);
  assert.throws(() => query('SELECT Id FROM Account ORDER BY BillingAddress'), /can not be sorted/);
  assert.throws(() => query('SELECT COUNT(BillingAddress) FROM Account'), /does not support aggregate/);
});

test('its parts are written, the whole is not', () => {
  const { org, user } = houseOrg();
  const create = (values: Record<string, unknown>) =>
    org.records
      .create(user('rep'), 'House__c', values)
      .errors.map(({ errorCode, fields }) => [errorCode, fields]);
  assert.deepEqual(create({ Place__c: 'here' }), [['INVALID_FIELD_FOR_INSERT_UPDATE', ['Place__c']]]);
  assert.deepEqual(create({ ...BOSTON, Place__Latitude__s: 91 }), [
    ['NUMBER_OUTSIDE_VALID_RANGE', ['Place__Latitude__s']]
  ]);
  assert.deepEqual(create({ ...BOSTON, Place__Longitude__s: -180.5 }), [
    ['NUMBER_OUTSIDE_VALID_RANGE', ['Place__Longitude__s']]
  ]);
});

test('describe tells which field a part belongs to', async () => {
  const { get } = houseOrg();
  const { body } = await get('sobjects/House__c/describe');
  const { fields } = body as { fields: Record<string, unknown>[] };
  const told = fields
    .filter(({ name }) => String(name).startsWith('Place__'))
    .map(({ name, type, compoundFieldName, createable }) => [name, type, compoundFieldName, createable]);
  assert.deepEqual(told, [
    ['Place__Latitude__s', 'double', 'Place__c', true],
    ['Place__Longitude__s', 'double', 'Place__c', true],
    ['Place__c', 'location', null, false]
  ]);
});

test('coordinates are seen by those who see their geolocation', () => {
  const { house, query } = houseOrg(['Place__c']);
  house({ Name: 'Hidden' });
  for (const name of ['Place__c', 'Place__Latitude__s']) {
    assert.throws(() => query(`SELECT ${name} FROM House__c`), /No such column/);
  }
});

test('an address is seen by those who see its parts', () => {
  const t = testOrg();
  t.org.store.run('DELETE FROM "FieldPermissions" WHERE "Field" = ?', ['Account.BillingAddress']);
  t.install(permissionSetFile('Seller', ''));
  const run = (soql: string) => t.org.queries.run(t.user('rep'), soql, { apiVersion: '66.0' });
  for (const name of ['BillingAddress', 'BillingCity']) {
    assert.throws(() => run(`SELECT ${name} FROM Account`), new RegExp(`No such column '${name}'`));
  }
  assert.equal(run('SELECT ShippingAddress, ShippingCity FROM Account').totalSize, 0);
});

test('UI API knows the parts and not the whole', async () => {
  const { house, get } = houseOrg();
  const id = house(BOSTON);
  const { body } = await get(`ui-api/records/${id}?fields=House__c.Place__Latitude__s`);
  assert.equal(
    (body as { fields: Record<string, { value: unknown }> }).fields['Place__Latitude__s']?.value,
    42.35663
  );
  assert.equal((await get(`ui-api/records/${id}?fields=House__c.Place__c`)).status, 400);
  const info = (await get('ui-api/object-info/House__c')).body as { fields: Record<string, unknown> };
  assert.deepEqual(['Place__c' in info.fields, 'Place__Latitude__s' in info.fields], [false, true]);
});

test('a bulk query refuses a compound value', async () => {
  const { request } = houseOrg();
  const answer = await request('rep', '/services/data/v66.0/jobs/query', {
    json: { operation: 'query', query: 'SELECT Id, BillingAddress FROM Account' }
  });
  const job = await answer.json();
  assert.match(JSON.stringify(job), /Selecting compound data not supported in Bulk Query/);
});
