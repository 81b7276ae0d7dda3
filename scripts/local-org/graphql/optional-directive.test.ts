import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

const account = made(org, 'rep', 'Account', { Name: 'Acme' });
made(org, 'admin', 'Plan__c', {
  Name: 'First',
  Secret__c: 'hush',
  Account__c: account,
  OwnerId: org.userId('rep')
});

async function node(persona: string, selection: string): Promise<unknown> {
  const query = `{ uiapi { query { Plan__c { edges { node { ${selection} } } } } } }`;
  const { data, errors } = await graphql(org, persona, query);
  assert.deepEqual(errors, []);
  return at(data, 'uiapi.query.Plan__c.edges.0.node');
}

const CASES: [name: string, persona: string, selection: string, expected: object][] = [
  [
    'a hidden field is left out',
    'rep',
    'Name { value } Secret__c @optional { value }',
    { Name: { value: 'First' } }
  ],
  [
    'a field that the user may see is there',
    'admin',
    'Name { value } Secret__c @optional { value }',
    { Name: { value: 'First' }, Secret__c: { value: 'hush' } }
  ],
  [
    'a field that nobody has is left out',
    'admin',
    'Id: DisplayValue Nowhere__c @optional { value }',
    { Id: 'First' }
  ],
  [
    'a parent that is not there goes with all below it',
    'rep',
    'DisplayValue Nowhere__r @optional { Name { value } Owner { Name { value } } }',
    { DisplayValue: 'First' }
  ],
  [
    'a field of a parent is left out there',
    'rep',
    'Account__r @optional { Name @optional { value } Tier__c @optional { value } }',
    { Account__r: { Name: { value: 'Acme' } } }
  ],
  [
    'children that are not there are left out',
    'rep',
    'DisplayValue Notes__r @optional { edges { node { Id } } }',
    { DisplayValue: 'First' }
  ],
  ['a node may be left with nothing', 'rep', 'Secret__c @optional { value }', {}]
];

for (const [name, persona, selection, expected] of CASES) {
  test(name, async () => {
    assert.deepEqual(await node(persona, selection), expected);
  });
}

test('a hidden field in a fragment is left out of it', async () => {
  const query = `{ uiapi { query { Plan__c { edges { node { ...rest } } } } } }
    fragment rest on Plan__c { Name { value } Secret__c @optional { ...shown } }
    fragment shown on StringValue { value displayValue }`;
  const { data, errors } = await graphql(org, 'rep', query);
  assert.deepEqual(errors, []);
  assert.deepEqual(at(data, 'uiapi.query.Plan__c.edges.0.node'), { Name: { value: 'First' } });
});

test('an object that is not there empties only its own part', async () => {
  const query = `query Q($task: Nowhere__c_Filter, $first: Int) { uiapi { query {
    Nowhere__c(where: $task) @optional { totalCount }
    Account(first: $first) { totalCount }
  } } }`;
  const { data, errors } = await graphql(org, 'rep', query, { task: { Name: { eq: 'x' } }, first: 5 });
  assert.deepEqual(errors, []);
  assert.deepEqual(data, { uiapi: { query: { Account: { totalCount: 1 } } } });
});

test('a private object is left out for who may not read it', async () => {
  const query = '{ uiapi { query { Plan__c @optional { totalCount } Account { totalCount } } } }';
  const forMarketing = await graphql(org, 'marketing', query);
  assert.deepEqual(forMarketing.data, { uiapi: { query: { Account: { totalCount: 1 } } } });
  assert.deepEqual(forMarketing.errors, []);
});

test('an unused variable stays an error when nothing was left out', async () => {
  const query = 'query Q($spare: Int) { uiapi { query { Account { totalCount } } } }';
  const { errors } = await graphql(org, 'rep', query, { spare: 1 });
  assert.match(errors[0].message, /^Validation error \(UnusedVariable\)/);
});
