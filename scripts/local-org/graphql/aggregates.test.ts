import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

const acme = made(org, 'rep', 'Account', { Name: 'Acme' });
for (const [name, stage, budget, due] of [
  ['A', 'Open', 10, '2025-03-01'],
  ['B', 'Open', 30, '2026-03-01'],
  ['C', 'Done', 5, '2026-09-01']
] as const) {
  made(org, 'rep', 'Plan__c', {
    Name: name,
    Stage__c: stage,
    Budget__c: budget,
    Due__c: due,
    Account__c: acme
  });
}
made(org, 'rep2', 'Plan__c', { Name: 'Of the other rep', Stage__c: 'Open', Budget__c: 1000 });

async function groups(persona: string, args: string, selection: string): Promise<unknown[]> {
  const { data, errors } = await graphql(
    org,
    persona,
    `{ uiapi { aggregate { Plan__c${args} { edges { node { aggregate { ${selection} } } } totalCount } } } }`
  );
  assert.deepEqual(errors, []);
  const connection = at(data, 'uiapi.aggregate.Plan__c');
  const edges = at(connection, 'edges') as unknown[];
  assert.equal(at(connection, 'totalCount'), edges.length);
  return edges.map((edge) => at(edge, 'node.aggregate'));
}

test('groups have their value, label and functions, of the rows that the user sees', async () => {
  const selection = `Stage__c { value displayValue label } Id { count { value displayValue } }
    Budget__c { sum { value displayValue } avg { value } min { value } max { value } count { value } }`;
  const args = '(groupBy: { Stage__c: { group: true } }, orderBy: { Stage__c: { order: ASC } })';
  assert.deepEqual(await groups('rep', args, selection), [
    {
      Stage__c: { value: 'Open', displayValue: 'Still open', label: 'Still open' },
      Id: { count: { value: 2, displayValue: '2' } },
      Budget__c: {
        sum: { value: 40, displayValue: '$40.00' },
        avg: { value: 20 },
        min: { value: 10 },
        max: { value: 30 },
        count: { value: 2 }
      }
    },
    {
      Stage__c: { value: 'Done', displayValue: 'Done', label: 'Done' },
      Id: { count: { value: 1, displayValue: '1' } },
      Budget__c: {
        sum: { value: 5, displayValue: '$5.00' },
        avg: { value: 5 },
        min: { value: 5 },
        max: { value: 5 },
        count: { value: 1 }
      }
    }
  ]);
});

test('dates can be grouped by their parts', async () => {
  const args = '(groupBy: { Due__c: { function: CALENDAR_YEAR } }, where: { Due__c: { ne: null } })';
  assert.deepEqual(await groups('rep', args, 'Due__c { calendarYear { value } } Id { count { value } }'), [
    { Due__c: { calendarYear: { value: 2025 } }, Id: { count: { value: 1 } } },
    { Due__c: { calendarYear: { value: 2026 } }, Id: { count: { value: 2 } } }
  ]);
});

test('a parent can be grouped by, and groups sorted by a function', async () => {
  const args = '(groupBy: { Account__r: { Name: { group: true } } }, where: { Account__c: { ne: null } })';
  assert.deepEqual(await groups('rep', args, 'Account__r { Name { value } } Budget__c { sum { value } }'), [
    { Account__r: { Name: { value: 'Acme' } }, Budget__c: { sum: { value: 45 } } }
  ]);
  const bySum =
    '(groupBy: { Stage__c: { group: true } }, orderBy: { Budget__c: { function: SUM, order: ASC } })';
  const stages = await groups('rep', bySum, 'Stage__c { value }');
  assert.deepEqual(stages, [{ Stage__c: { value: 'Done' } }, { Stage__c: { value: 'Open' } }]);
});

test('without groups there is one row over everything', async () => {
  assert.deepEqual(await groups('rep', '', 'Name { countDistinct { value } max { value } }'), [
    { Name: { countDistinct: { value: 3 }, max: { value: 'C' } } }
  ]);
  assert.deepEqual(await groups('rep2', '', 'Budget__c { sum { value } }'), [
    { Budget__c: { sum: { value: 1000 } } }
  ]);
});

test('what SOQL refuses is told at its place', async () => {
  const query = `{ uiapi { aggregate { Plan__c(groupBy: { Stage__c: { group: true } }) {
    edges { node { aggregate { Name { value } } } } } } } }`;
  const { data, errors } = await graphql(org, 'rep', query);
  assert.deepEqual(data, { uiapi: { aggregate: { Plan__c: null } } });
  assert.match(errors[0].message, /Field must be grouped or aggregated: Name$/);
  assert.deepEqual(errors[0].paths, ['uiapi', 'aggregate', 'Plan__c']);
});

test('a hidden field can be neither grouped nor counted', async () => {
  for (const body of [
    'Plan__c(groupBy: { Secret__c: { group: true } }) { totalCount }',
    'Plan__c { edges { node { aggregate { Secret__c { count { value } } } } } }'
  ]) {
    const { errors } = await graphql(org, 'rep', `{ uiapi { aggregate { ${body} } } }`);
    assert.equal(errors[0].extensions.ErrorType, 'ValidationError');
    assert.match(errors[0].message, /Secret__c/);
  }
});
