import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testOrg } from '../testing.ts';
import { explainQuery } from './explain.ts';

const t = testOrg();
after(() => t.close());

for (const Name of ['A', 'B', 'C', 'D']) t.org.records.create(t.user('rep'), 'Account', { Name });

function explain(soql: string) {
  const question = { soql, user: t.user('rep'), apiVersion: '66.0', includeDeleted: false, now: t.org.now() };
  const [plan] = explainQuery(question, t.org, t.org.store);
  return { ...plan, notes: plan.notes.map(({ tableEnumOrId }) => tableEnumOrId) };
}

const account = { sobjectCardinality: 4, sobjectType: 'Account', notes: ['Account'] };

test('a query without an indexed filter reads the whole table', () => {
  assert.deepEqual(explain("SELECT Id FROM Account WHERE Industry = 'Energy' OR Name LIKE 'A%'"), {
    ...account,
    cardinality: 1,
    fields: [],
    leadingOperationType: 'TableScan',
    relativeCost: 4 / (4 * 0.3)
  });
});

test('a query by owner goes through the index', () => {
  assert.deepEqual(explain(`SELECT Id FROM Account WHERE OwnerId = '${t.userId('rep')}' LIMIT 2`), {
    ...account,
    cardinality: 2,
    fields: ['OwnerId'],
    leadingOperationType: 'Index',
    relativeCost: 2 / (4 * 0.3)
  });
});

test('counts and groups are explained too, and a query that is refused is refused here', () => {
  assert.equal(explain('SELECT COUNT() FROM Account').cardinality, 4);
  assert.equal(explain('SELECT Name, COUNT(Id) FROM Account GROUP BY Name').cardinality, 4);
  assert.throws(() => explain('SELECT Nope FROM Account'), /No such column 'Nope' on entity 'Account'/);
});
