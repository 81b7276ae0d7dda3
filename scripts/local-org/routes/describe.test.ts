import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROJECT, SELLER, STEP } from '../schema/fixture.ts';
import { testOrg } from '../testing.ts';

const PATH = '/services/data/v66.0/sobjects';

interface DescribedField {
  name: string;
  [property: string]: unknown;
}

function setup() {
  const t = testOrg();
  t.install(PROJECT, STEP, SELLER);
  const describe = async (persona: string, object: string) =>
    (await t.request(persona, `${PATH}/${object}/describe`)).json();
  const field = (described: { fields: DescribedField[] }, name: string) => {
    const found = described.fields.find((entry) => entry.name === name);
    assert.ok(found, name);
    return found;
  };
  return { ...t, describe, field };
}

test('the global describe lists what the user may read', async () => {
  const { request } = setup();
  const names = async (persona: string) =>
    (await (await request(persona, PATH)).json()).sobjects.map(({ name }: { name: string }) => name);
  assert.ok((await names('rep')).includes('Project__c'));
  assert.equal((await names('manager')).includes('Project__c'), false);
  assert.equal((await names('integration')).includes('Account'), false);
});

test('a describe tells what this user may do with each field', async () => {
  const { describe, field } = setup();
  const described = await describe('rep', 'Project__c');
  assert.deepEqual(
    [described.keyPrefix, described.labelPlural, described.createable, described.nameFields],
    ['a00', 'Projects', true, ['Name']]
  );
  const number = field(described, 'Number__c');
  assert.deepEqual([number.autoNumber, number.createable, number.updateable], [true, false, false]);
  const code = field(described, 'Code__c');
  assert.deepEqual([code.externalId, code.idLookup, code.unique, code.length], [true, true, true, 10]);
  const kind = field(described, 'Kind__c');
  assert.deepEqual(
    [kind.restrictedPicklist, kind.picklistValues],
    [
      true,
      ['Build', 'Buy'].map((value) => ({
        active: true,
        defaultValue: false,
        label: value,
        validFor: null,
        value
      }))
    ]
  );
  assert.deepEqual(
    [field(described, 'Notes__c').filterable, field(described, 'Notes__c').groupable],
    [false, false]
  );
  assert.equal(field(described, 'Page__c').extraTypeInfo, 'richtextarea');
  assert.equal((await describe('admin', 'Project__c')).fields.length, 9);
});

test('SOQL does with a field what its describe says', async () => {
  const { describe, request } = setup();
  const isTaken = async (soql: string) =>
    (await request('rep', `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`)).status === 200;
  for (const field of (await describe('rep', 'Project__c')).fields) {
    const { name, filterable, sortable, groupable, aggregatable } = field;
    assert.deepEqual(
      {
        filterable: await isTaken(`SELECT Id FROM Project__c WHERE ${name} = null`),
        sortable: await isTaken(`SELECT Id FROM Project__c ORDER BY ${name}`),
        groupable: await isTaken(`SELECT ${name} FROM Project__c GROUP BY ${name}`),
        aggregatable: await isTaken(`SELECT COUNT(${name}) FROM Project__c`)
      },
      { filterable, sortable, groupable, aggregatable },
      name
    );
  }
});

test('relationships are told from both ends, as far as the user may read them', async () => {
  const { describe, field } = setup();
  const account = field(await describe('rep', 'Project__c'), 'Account__c');
  assert.deepEqual([account.referenceTo, account.relationshipName], [['Account'], 'Account__r']);
  const children = async (persona: string) =>
    (await describe(persona, 'Account')).childRelationships.filter(
      ({ childSObject }: { childSObject: string }) => childSObject === 'Project__c'
    );
  assert.deepEqual(await children('rep'), [
    {
      cascadeDelete: false,
      childSObject: 'Project__c',
      deprecatedAndHidden: false,
      field: 'Account__c',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'Projects__r',
      restrictedDelete: false
    }
  ]);
  assert.deepEqual(await children('manager'), []);
});

test('a describe is sent again only when something may have changed it', async () => {
  const { request, install, advance } = setup();
  const path = `${PATH}/Project__c/describe`;
  const first = await request('rep', path);
  const modified = first.headers.get('Last-Modified');
  assert.equal(modified, 'Wed, 18 Nov 2026 12:00:00 GMT');
  const again = () => request('rep', path, { headers: { 'If-Modified-Since': String(modified) } });
  const unchanged = await again();
  assert.deepEqual([unchanged.status, await unchanged.text()], [304, '']);
  advance(60_000);
  install(SELLER);
  assert.equal((await again()).status, 200);
});
