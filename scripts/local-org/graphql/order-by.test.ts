import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

async function sorted(where: string, orderBy: string, shown: string): Promise<unknown[]> {
  const { data, errors } = await graphql(
    org,
    'rep',
    `{ uiapi { query { Plan__c(where: ${where}, orderBy: ${orderBy}) { edges { node { ${shown} } } } } } }`
  );
  assert.deepEqual(errors, []);
  return (at(data, 'uiapi.query.Plan__c.edges') as unknown[]).map((edge) => at(edge, 'node'));
}

test('sorting follows the order in which the client wrote the fields', async () => {
  for (const [name, score] of [
    ['A', 1],
    ['B', 1],
    ['A', 2],
    ['B', 2]
  ] as const) {
    made(org, 'rep', 'Plan__c', { Name: `Sorted ${name}`, Score__c: score });
  }
  const named = async (orderBy: string): Promise<string[]> => {
    const nodes = await sorted('{ Name: { like: "Sorted%" } }', orderBy, 'DisplayValue Score__c { value }');
    return nodes.map((node) => `${at(node, 'DisplayValue')} ${at(node, 'Score__c.value')}`);
  };
  assert.deepEqual(await named('{ Score__c: { order: DESC }, Name: { order: ASC } }'), [
    'Sorted A 2',
    'Sorted B 2',
    'Sorted A 1',
    'Sorted B 1'
  ]);
  assert.deepEqual(await named('{ Name: { order: DESC }, Score__c: { order: ASC } }'), [
    'Sorted B 1',
    'Sorted B 2',
    'Sorted A 1',
    'Sorted A 2'
  ]);
});

test('a variable keeps its order too', async () => {
  const query = `query Q($orderBy: Plan__c_OrderBy) { uiapi { query {
    Plan__c(where: { Name: { like: "Sorted%" } }, orderBy: $orderBy, first: 1) { edges { node { DisplayValue Score__c { value } } } } } } }`;
  const orderBy = { Score__c: { order: 'DESC' }, Name: { order: 'DESC' } };
  const { data } = await graphql(org, 'rep', query, { orderBy });
  assert.deepEqual(at(data, 'uiapi.query.Plan__c.edges.0.node'), {
    DisplayValue: 'Sorted B',
    Score__c: { value: 2 }
  });
});

const account = made(org, 'rep', 'Account', { Name: 'Acme' });
made(org, 'rep', 'Plan__c', { Name: 'With', Budget__c: 5, Account__c: account });
made(org, 'rep', 'Plan__c', { Name: 'Without' });

const NULLS: [orderBy: string, expected: string[]][] = [
  ['{ Budget__c: { order: ASC } }', ['Without', 'With']],
  ['{ Budget__c: { order: DESC } }', ['Without', 'With']],
  ['{ Budget__c: { order: ASC, nulls: LAST } }', ['With', 'Without']],
  ['{ Account__r: { Name: { order: DESC, nulls: LAST } } }', ['With', 'Without']],
  ['{ Owner: { User: { Name: { order: ASC } } }, Name: { order: DESC } }', ['Without', 'With']]
];

for (const [orderBy, expected] of NULLS) {
  test(`${orderBy} gives ${expected.join(', ')}`, async () => {
    const nodes = await sorted('{ Name: { like: "With%" } }', orderBy, 'DisplayValue');
    assert.deepEqual(
      nodes.map((node) => at(node, 'DisplayValue')),
      expected
    );
  });
}

test('long text can be no order', async () => {
  const query = '{ uiapi { query { Plan__c(orderBy: { Body__c: { order: ASC } }) { totalCount } } } }';
  const { errors } = await graphql(org, 'rep', query);
  assert.equal(
    errors[0].message,
    "Validation error (WrongType@[uiapi/query/Plan__c]) : argument 'orderBy' contains a field not in 'Plan__c_OrderBy': 'Body__c'"
  );
});
