import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { graphql, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

function roots(count: number): string {
  const subqueries = Array.from({ length: count }, (_, index) => `q${index}: Account { totalCount }`);
  return `{ uiapi { query { ${subqueries.join(' ')} } } }`;
}

/** `Before__r { Before__r { … } }`, so many levels deep. */
function parents(levels: number): string {
  const path = 'Before__r { '.repeat(levels) + 'Id' + ' }'.repeat(levels);
  return `{ uiapi { query { Plan__c { edges { node { ${path} } } } } } }`;
}

const children = (inner: string): string =>
  `{ uiapi { query { Account { edges { node { Contacts { edges { node { Id ${inner} } } } Plans__r { totalCount } } } } } } }`;

const fragments = `{ uiapi { query { Plan__c { edges { node { ...three } } } } } }
  fragment three on Plan__c { Before__r { Before__r { Before__r { ...threeMore } } } }
  fragment threeMore on Plan__c { Before__r { Before__r { Before__r { Id } } } }`;

const CASES: [name: string, query: string, message: string | null][] = [
  ['ten subqueries', roots(10), null],
  ['eleven subqueries', roots(11), 'A query can have at most 10 subqueries'],
  ['parents of five levels', parents(5), null],
  ['parents of six levels', parents(6), "'Before__r': parent relationships can be followed 5 levels"],
  [
    'parents of six levels through fragments',
    fragments,
    "'Before__r': parent relationships can be followed 5 levels"
  ],
  ['two lists of children side by side', children(''), null],
  [
    'children of children',
    children('Tasks { totalCount }'),
    "'Tasks': child relationships can be queried one level deep"
  ]
];

for (const [name, query, message] of CASES) {
  test(`${name} ${message ? 'are too many' : 'are allowed'}`, async () => {
    const { errors } = await graphql(org, 'rep', query);
    assert.deepEqual(
      errors.map((error) => [error.message, error.extensions.ErrorType]),
      message ? [[message, 'ExecutionAborted']] : []
    );
  });
}
