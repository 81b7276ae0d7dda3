import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0';

function setup() {
  const t = testOrg();
  const call = async (path: string, json: unknown) => {
    const response = await t.request('rep', `${BASE}/composite${path}`, { json });
    return { status: response.status, body: await response.json() };
  };
  const count = (object: string) =>
    t.org.store.all(`SELECT count(*) AS "n" FROM "${object}" WHERE "IsDeleted" = 0`)[0].n;
  return { ...t, call, count };
}

function request(referenceId: string, method: string, path: string, body?: unknown) {
  return { method, url: `${BASE}/${path}`, referenceId, ...(body !== undefined && { body }) };
}

const ACCOUNT = request('acme', 'POST', 'sobjects/Account', { Name: 'Acme' });

interface Answer {
  httpStatusCode: number;
  body: { Name?: string; errorCode?: string; records?: { Name: string }[] }[] & Record<string, unknown>;
}

test('a later request uses what an earlier one answered', async () => {
  const { call } = setup();
  const { status, body } = await call('', {
    compositeRequest: [
      ACCOUNT,
      request('lee', 'POST', 'sobjects/Contact', { LastName: 'Lee', AccountId: '@{acme.id}' }),
      request('found', 'GET', "query?q=SELECT Id, Name FROM Account WHERE Id = '@{acme.id}'"),
      request('read', 'GET', 'sobjects/Account/@{found.records[0].Id}?fields=Name'),
      request('gone', 'DELETE', 'sobjects/Contact/@{lee.id}')
    ]
  });
  assert.equal(status, 200);
  const answers: Answer[] = body.compositeResponse;
  assert.deepEqual(
    answers.map(({ httpStatusCode }) => httpStatusCode),
    [201, 201, 200, 200, 204]
  );
  assert.equal((answers[3].body as unknown as { Name: string }).Name, 'Acme');
  assert.equal(answers[4].body, null);
});

test('without all or none, a failure stops only what depends on it', async () => {
  const { call, count } = setup();
  const { body } = await call('', {
    compositeRequest: [
      request('bad', 'POST', 'sobjects/Account', {}),
      request('lee', 'POST', 'sobjects/Contact', { LastName: 'Lee', AccountId: '@{bad.id}' }),
      request('kim', 'POST', 'sobjects/Contact', { LastName: 'Kim' })
    ]
  });
  const answers: Answer[] = body.compositeResponse;
  assert.deepEqual(
    answers.map(({ httpStatusCode }) => httpStatusCode),
    [400, 400, 201]
  );
  assert.deepEqual(answers[1].body, [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'Invalid reference specified. No value for bad.id found in bad. Provided value: @{bad.id}.'
    }
  ]);
  assert.equal(count('Contact'), 1);
});

test('all or none takes everything back, and says which request was to blame', async () => {
  const { call, count } = setup();
  const { body } = await call('', {
    allOrNone: true,
    compositeRequest: [
      ACCOUNT,
      request('bad', 'POST', 'sobjects/Contact', { AccountId: '@{acme.id}' }),
      request('kim', 'POST', 'sobjects/Contact', { LastName: 'Kim' })
    ]
  });
  const codes = body.compositeResponse.map((answer: Answer) => answer.body[0].errorCode);
  assert.deepEqual(codes, ['PROCESSING_HALTED', 'REQUIRED_FIELD_MISSING', 'PROCESSING_HALTED']);
  assert.deepEqual([count('Account'), count('Contact')], [0, 0]);
});

test('26 requests are too many, and an unknown path is that request’s answer', async () => {
  const { call } = setup();
  const many = Array.from({ length: 26 }, (_, index) => request(`r${index}`, 'GET', 'limits'));
  assert.equal((await call('', { compositeRequest: many })).status, 400);
  const { body } = await call('', { compositeRequest: [request('x', 'GET', 'nowhere')] });
  assert.equal(body.compositeResponse[0].httpStatusCode, 404);
});

test('a request may bring headers of its own, but not those that it inherits', async () => {
  const { call } = setup();
  const read = (httpHeaders: Record<string, string>) => ({
    compositeRequest: [{ ...request('read', 'GET', 'sobjects/Account/describe'), httpHeaders }]
  });
  const unchanged = await call('', read({ 'If-Modified-Since': 'Wed, 18 Nov 2026 12:00:00 GMT' }));
  assert.equal(unchanged.body.compositeResponse[0].httpStatusCode, 304);
  const refused = await call('', read({ Authorization: 'Bearer other' }));
  assert.deepEqual(
    [refused.status, refused.body[0].message],
    [400, 'A subrequest takes the header authorization from the whole request']
  );
});

test('references need names of their own, and five requests may be about many records', async () => {
  const { call } = setup();
  const twice = await call('', { compositeRequest: [ACCOUNT, ACCOUNT] });
  assert.equal(twice.body[0].message, 'Duplicate ReferenceId provided in the request: acme');
  const odd = await call('', { compositeRequest: [{ ...ACCOUNT, referenceId: 'a.b' }] });
  assert.equal(odd.body[0].message, 'The referenceId a.b is not of letters, digits and _');
  const queries = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      request(`q${index}`, 'GET', 'query?q=SELECT Id FROM Account')
    );
  assert.equal((await call('', { compositeRequest: queries(5) })).status, 200);
  const six = await call('', { compositeRequest: queries(6) });
  assert.equal(six.body[0].message, 'The limit of 5 queries and collections has been exceeded');
});

test('a batch runs what it is given, and may halt at the first error', async () => {
  const { call } = setup();
  const batchRequests = [
    { method: 'POST', url: 'v66.0/sobjects/Account', richInput: {} },
    { method: 'GET', url: 'v66.0/limits' }
  ];
  const first = await call('/batch', { batchRequests });
  assert.deepEqual(
    [first.body.hasErrors, first.body.results.map(({ statusCode }: { statusCode: number }) => statusCode)],
    [true, [400, 200]]
  );
  const second = await call('/batch', { haltOnError: true, batchRequests });
  assert.deepEqual(second.body.results[1], {
    statusCode: 412,
    result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted' }]
  });
});

test('a tree is saved with its children, or not at all', async () => {
  const { call, count, org } = setup();
  const record = (type: string, referenceId: string, rest: object) => ({
    attributes: { type, referenceId },
    ...rest
  });
  const tree = (lastName: string | null) => ({
    records: [
      record('Account', 'a', {
        Name: 'Acme',
        Contacts: {
          records: [
            record('Contact', 'c1', { LastName: 'Lee' }),
            record('Contact', 'c2', { LastName: lastName })
          ]
        }
      }),
      record('Account', 'b', { Name: 'Bolt' })
    ]
  });
  const refused = await call('/tree/Account', tree(null));
  assert.deepEqual(
    [refused.status, refused.body],
    [
      400,
      {
        hasErrors: true,
        results: [
          {
            referenceId: 'c2',
            errors: [
              {
                statusCode: 'REQUIRED_FIELD_MISSING',
                message: 'Required fields are missing: [LastName]',
                fields: ['LastName']
              }
            ]
          }
        ]
      }
    ]
  );
  assert.equal(count('Account'), 0);
  const saved = await call('/tree/Account', tree('Kim'));
  assert.equal(saved.status, 201);
  assert.deepEqual(
    saved.body.results.map(({ referenceId }: { referenceId: string }) => referenceId),
    ['a', 'c1', 'c2', 'b']
  );
  const [{ Id: acme }] = org.store.all(`SELECT "Id" FROM "Account" WHERE "Name" = 'Acme'`);
  assert.deepEqual(
    org.store.all('SELECT "AccountId" FROM "Contact"').map((row) => row.AccountId),
    [acme, acme]
  );
  const twice = await call('/tree/Account', {
    records: [record('Account', 'a', {}), record('Account', 'a', {})]
  });
  assert.equal(twice.body[0].message, 'Duplicate ReferenceId provided in the request: a');
});
