import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0';

interface GraphAnswer {
  graphId: string;
  isSuccessful: boolean;
  graphResponse: { compositeResponse: { httpStatusCode: number; body: unknown }[] };
}

function setup() {
  const t = testOrg();
  return {
    count: (object: string) => t.org.store.all(`SELECT count(*) AS "n" FROM "${object}"`)[0].n,
    async graphs(graphs: unknown): Promise<{ status: number; answers: GraphAnswer[]; message: string }> {
      const response = await t.request('rep', `${BASE}/composite/graph`, { json: { graphs } });
      const body = await response.json();
      return { status: response.status, answers: body.graphs, message: body[0]?.message };
    }
  };
}

function node(referenceId: string, method: string, path: string, body?: unknown) {
  return { referenceId, method, url: `${BASE}/${path}`, ...(body !== undefined && { body }) };
}

function account(graphId: string, values: unknown, lastName = 'Lee') {
  const contact = { LastName: lastName, AccountId: '@{acme.id}' };
  return {
    graphId,
    compositeRequest: [
      node('acme', 'POST', 'sobjects/Account', values),
      node('lee', 'POST', 'sobjects/Contact', contact)
    ]
  };
}

test('each graph is all or nothing, whatever becomes of the others', async () => {
  const { graphs, count } = setup();
  const { status, answers } = await graphs([
    account('good', { Name: 'Acme' }),
    account('bad', { Name: 'Bolt' }, '')
  ]);
  assert.equal(status, 200);
  assert.deepEqual(
    answers.map(({ graphId, isSuccessful, graphResponse }) => [
      graphId,
      isSuccessful,
      graphResponse.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)
    ]),
    [
      ['good', true, [201, 201]],
      ['bad', false, [400, 400]]
    ]
  );
  assert.deepEqual([count('Account'), count('Contact')], [1, 1]);
});

test('after 15 graphs have failed the others are not tried', async () => {
  const { graphs, count } = setup();
  const failing = Array.from({ length: 15 }, (_, index) => account(`bad${index}`, {}));
  const { answers } = await graphs([...failing, account('good', { Name: 'Acme' })]);
  assert.equal(answers[15].isSuccessful, false);
  assert.deepEqual(answers[15].graphResponse.compositeResponse[0].body, [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.'
    }
  ]);
  assert.equal(count('Account'), 0);
});

const REFUSED: [graphs: unknown[], message: string][] = [
  [[account('one', {}), account('one', {})], 'Every graph of a request needs a graphId of its own'],
  [
    [{ graphId: 'q', compositeRequest: [node('q', 'GET', 'query?q=SELECT Id FROM Account')] }],
    `A graph does not take GET ${BASE}/query?q=SELECT Id FROM Account`
  ],
  [[account('_one', {})], 'A graphId has up to 40 characters and begins with a letter or digit: _one'],
  [
    Array.from({ length: 76 }, (_, index) => account(`g${index}`, {})),
    'The limit of 75 graphs has been exceeded'
  ],
  [
    [
      {
        graphId: 'large',
        compositeRequest: Array.from({ length: 501 }, (_, index) =>
          node(`r${index}`, 'POST', 'sobjects/Account', {})
        )
      }
    ],
    'The limit of 500 nodes has been exceeded'
  ]
];

for (const [list, message] of REFUSED) {
  test(`refuses: ${message}`, async () => {
    const { graphs } = setup();
    const answer = await graphs(list);
    assert.deepEqual([answer.status, answer.message], [400, message]);
  });
}
