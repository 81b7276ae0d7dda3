import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

const account = made(org, 'rep', 'Account', { Name: 'Acme', Industry: 'Technology' });
const first = made(org, 'rep', 'Plan__c', {
  Name: 'First',
  Account__c: account,
  Budget__c: 1200.5,
  Score__c: 4.5,
  Due__c: '2026-12-01',
  Met__c: '2026-11-18T19:55:00.000Z',
  Topics__c: 'Price;Risk',
  Urgent__c: true,
  Body__c: '<b>Plan</b>'
});
const second = made(org, 'rep', 'Plan__c', { Name: 'Second', Before__c: first });
made(org, 'rep2', 'Plan__c', { Name: 'Of the other rep' });
made(org, 'rep', 'Contact', { LastName: 'Ann', AccountId: account });

/** What a query answers below `uiapi`; fails on errors. */
async function ask(persona: string, selection: string, variables?: Record<string, unknown>) {
  const query = /^query \w/.test(selection) ? selection : `{ uiapi { ${selection} } }`;
  const { data, errors } = await graphql(org, persona, query, variables);
  assert.deepEqual(errors, []);
  return at(data, 'uiapi');
}

test('each sort of field has its value and how it is shown', async () => {
  const answer = await ask(
    'rep',
    `query { Plan__c(where: { Id: { eq: "${first}" } }) { edges { node {
      __typename Id ApiName WeakEtag DisplayValue
      Name { __typename value displayValue }
      Stage__c { __typename value displayValue label }
      Topics__c { __typename value displayValue }
      Budget__c { __typename value displayValue format }
      Score__c { __typename value displayValue }
      Due__c { __typename value displayValue }
      Met__c { __typename value displayValue }
      Urgent__c { __typename value displayValue }
      Body__c { __typename value displayValue }
      Account__c { __typename value displayValue }
      LastModifiedById { value }
      RecordTypeId(fallback: true) { value }
    } } } }`
  );
  assert.deepEqual(at(answer, 'query.Plan__c.edges.0.node'), {
    __typename: 'Plan__c',
    Id: first,
    ApiName: 'Plan__c',
    WeakEtag: Date.parse('2026-11-18T12:00:00.000Z'),
    DisplayValue: 'First',
    Name: { __typename: 'StringValue', value: 'First', displayValue: null },
    Stage__c: {
      __typename: 'PicklistValue',
      value: 'Open',
      displayValue: 'Still open',
      label: 'Still open'
    },
    Topics__c: {
      __typename: 'MultiPicklistValue',
      value: 'Price;Risk',
      displayValue: 'The price;Risk'
    },
    Budget__c: {
      __typename: 'CurrencyValue',
      value: 1200.5,
      displayValue: '$1,200.50',
      format: '$1,200.50'
    },
    Score__c: { __typename: 'DoubleValue', value: 4.5, displayValue: '4.5' },
    Due__c: { __typename: 'DateValue', value: '2026-12-01', displayValue: '12/1/2026' },
    Met__c: {
      __typename: 'DateTimeValue',
      value: '2026-11-18T19:55:00.000Z',
      displayValue: '11/18/2026, 11:55 AM'
    },
    Urgent__c: { __typename: 'BooleanValue', value: true, displayValue: null },
    Body__c: { __typename: 'RichTextAreaValue', value: '<b>Plan</b>', displayValue: null },
    Account__c: { __typename: 'IDValue', value: account, displayValue: null },
    LastModifiedById: { value: org.userId('rep') },
    RecordTypeId: { value: '012000000000000AAA' }
  });
});

test('parents are records, a polymorphic one is asked by type, and none is null', async () => {
  const answer = await ask(
    'rep',
    `query { Plan__c(orderBy: { Name: { order: ASC } }) { edges { node {
      Account__r { Name { value } Owner { Name { value } UserRole { Name { value } } } }
      Owner { __typename ... on User { Name { value } } }
      Before__r { Name { value } }
    } } } }`
  );
  const owner = { __typename: 'User', Name: { value: 'Robin Rep' } };
  assert.deepEqual(
    (at(answer, 'query.Plan__c.edges') as unknown[]).map((edge) => at(edge, 'node')),
    [
      {
        Account__r: {
          Name: { value: 'Acme' },
          Owner: { Name: { value: 'Robin Rep' }, UserRole: { Name: { value: 'Rep' } } }
        },
        Owner: owner,
        Before__r: null
      },
      { Account__r: null, Owner: owner, Before__r: { Name: { value: 'First' } } }
    ]
  );
});

test('children are a connection of their own, filtered, sorted and counted', async () => {
  const answer = await ask(
    'rep',
    `query { Account(where: { Id: { eq: "${account}" } }) { edges { node {
      Plans__r(where: { Urgent__c: { eq: true } }) { edges { node { Name { value } } } totalCount }
      Contacts(first: 1) { edges { node { Id } cursor } totalCount pageResultCount }
    } } } }`
  );
  const node = at(answer, 'query.Account.edges.0.node');
  assert.deepEqual(at(node, 'Plans__r'), {
    edges: [{ node: { Name: { value: 'First' } } }],
    totalCount: 1
  });
  assert.equal(at(node, 'Contacts.totalCount'), 1);
  assert.equal(at(node, 'Contacts.edges.0.cursor'), 'djE6MA==');
});

test('a private row is there for its owner only, and totalCount tells no more', async () => {
  const names = async (persona: string): Promise<unknown> => {
    const answer = await ask(persona, 'query { Plan__c { edges { node { Name { value } } } totalCount } }');
    return (at(answer, 'query.Plan__c.edges') as unknown[]).map((edge) => at(edge, 'node.Name.value'));
  };
  assert.deepEqual(await names('rep'), ['First', 'Second']);
  assert.deepEqual(await names('rep2'), ['Of the other rep']);
  assert.deepEqual(await names('admin'), ['First', 'Second', 'Of the other rep']);
});

test('scope MINE keeps to the own records', async () => {
  const answer = await ask('admin', 'query { Plan__c(scope: MINE) { totalCount } }');
  assert.equal(at(answer, 'query.Plan__c.totalCount'), 0);
  const reps = await ask('rep', 'query { Plan__c(scope: MINE) { totalCount } }');
  assert.equal(at(reps, 'query.Plan__c.totalCount'), 2);
});

test('the current user is a record', async () => {
  const answer = await ask(
    'rep',
    'currentUser { __typename Id Name { value } Department { value } UserRole { Name { value } } }'
  );
  assert.deepEqual(at(answer, 'currentUser'), {
    __typename: 'User',
    Id: org.userId('rep'),
    Name: { value: 'Robin Rep' },
    Department: { value: 'Sales' },
    UserRole: { Name: { value: 'Rep' } }
  });
});

test('variables, aliases and fragments work as GraphQL has them', async () => {
  const answer = await ask(
    'rep',
    `query Plans($where: Plan__c_Filter, $orderBy: Plan__c_OrderBy, $first: Int) { uiapi { query {
      top: Plan__c(where: $where, orderBy: $orderBy, first: $first) { edges { node { ...named } } }
      all: Plan__c { totalCount }
    } } }
    fragment named on Record { Id DisplayValue }`,
    { where: { Name: { like: '%' } }, orderBy: { Name: { order: 'DESC' } }, first: 1 }
  );
  assert.deepEqual(at(answer, 'query.top.edges'), [{ node: { Id: second, DisplayValue: 'Second' } }]);
  assert.equal(at(answer, 'query.all.totalCount'), 2);
});
