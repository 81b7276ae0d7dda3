import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { metadataFile } from '../testing.ts';
import { at, data, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());
made(org, 'rep', 'Plan__c', { Name: 'First' });

const plan = (selection: string): string =>
  `{ uiapi { query { Plan__c { edges { node { ${selection} } } } } } }`;

const INVALID: [name: string, query: string, message: string][] = [
  [
    'a hidden field',
    plan('Secret__c { value }'),
    "Validation error (FieldUndefined@[uiapi/query/Plan__c/edges/node/Secret__c]) : Field 'Secret__c' in type 'Plan__c' is undefined"
  ],
  [
    'an unknown object',
    '{ uiapi { query { Nowhere__c { totalCount } } } }',
    "Validation error (FieldUndefined@[uiapi/query/Nowhere__c]) : Field 'Nowhere__c' in type 'RecordQuery' is undefined"
  ],
  [
    'custom metadata',
    '{ uiapi { query { Setting__mdt { totalCount } } } }',
    "Validation error (FieldUndefined@[uiapi/query/Setting__mdt]) : Field 'Setting__mdt' in type 'RecordQuery' is undefined"
  ],
  [
    'a hidden field below a fragment',
    `${plan('...rest')} fragment rest on Plan__c { Secret__c { value } }`,
    "Validation error (FieldUndefined@[rest/Secret__c]) : Field 'Secret__c' in type 'Plan__c' is undefined"
  ],
  [
    'a filter by a hidden field',
    '{ uiapi { query { Plan__c(where: { Secret__c: { eq: "x" } }) { totalCount } } } }',
    "Validation error (WrongType@[uiapi/query/Plan__c]) : argument 'where' contains a field not in 'Plan__c_Filter': 'Secret__c'"
  ],
  [
    'an unknown argument',
    '{ uiapi { query { Plan__c(limit: 3) { totalCount } } } }',
    "Validation error (UnknownArgument@[uiapi/query/Plan__c]) : Unknown field argument 'limit'"
  ],
  [
    'a field without a selection',
    plan('Name'),
    "Validation error (SubselectionRequired@[uiapi/query/Plan__c/edges/node/Name]) : Subselection required for type 'StringValue' of field 'Name'"
  ],
  [
    'an unknown directive',
    plan('Id @category(name: "x")'),
    "Validation error (UnknownDirective@[uiapi/query/Plan__c/edges/node/Id]) : Unknown directive 'category'"
  ],
  [
    'an undefined variable',
    '{ uiapi { query { Plan__c(first: $many) { totalCount } } } }',
    "Validation error (UndefinedVariable@[uiapi/query/Plan__c]) : Undefined variable 'many'"
  ],
  [
    'an unknown type of variable',
    'query Q($where: Nowhere__c_Filter) { uiapi { query { Plan__c(where: $where) { totalCount } } } }',
    "Validation error (UnknownType) : Unknown type 'Nowhere__c_Filter'"
  ]
];

for (const [name, query, message] of INVALID) {
  test(`${name} fails the whole query`, async () => {
    const { data: answer, errors } = await graphql(org, 'rep', query);
    assert.deepEqual(answer, {});
    assert.deepEqual(
      errors.filter((error) => error.message === message).map(({ paths, extensions }) => [paths, extensions]),
      [[[], { ErrorType: 'ValidationError' }]],
      JSON.stringify(errors.map((error) => error.message))
    );
  });
}

test('a filter that no operator of the type allows is a wrong type', async () => {
  const query = '{ uiapi { query { Plan__c(where: { Urgent__c: { like: "t%" } }) { totalCount } } } }';
  const { errors } = await graphql(org, 'rep', query);
  assert.equal(
    errors[0].message,
    "Validation error (WrongType@[uiapi/query/Plan__c]) : argument 'where' contains a field not in 'BooleanOperators': 'like'"
  );
});

test('a syntax error names the token and its place', async () => {
  const { data: answer, errors } = await graphql(org, 'rep', '{ uiapi {\n  query ) } }');
  assert.deepEqual(answer, {});
  assert.deepEqual(errors, [
    {
      message: "Invalid syntax with offending token ')' at line 2 column 9",
      locations: [{ line: 2, column: 9 }],
      paths: [],
      extensions: { ErrorType: 'InvalidSyntax' }
    }
  ]);
});

const NOT_SUPPORTED: [name: string, body: object, message: string][] = [
  [
    'two operations without a name',
    { query: 'query A { __typename } query B { __typename }' },
    'Must provide operation name if query contains multiple operations.'
  ],
  [
    'a name that no operation has',
    { query: 'query A { __typename }', operationName: 'B' },
    "Unknown operation named 'B'."
  ]
];

for (const [name, json, message] of NOT_SUPPORTED) {
  test(`${name} is an operation that can't be resolved`, async () => {
    const answer = await (await org.request('rep', data('graphql'), { json })).json();
    assert.deepEqual(answer, {
      data: {},
      errors: [{ message, locations: [], paths: [], extensions: { ErrorType: 'OperationNotSupported' } }]
    });
  });
}

test('a request without a query is told what it needs', async () => {
  const response = await org.request('rep', data('graphql'), { json: { variables: {} } });
  assert.equal(response.status, 200);
  assert.equal(
    at(await response.json(), 'errors.0.message'),
    "The request needs the text of an operation in 'query'"
  );
});

test('a variable of the wrong type fails before anything runs', async () => {
  const query = 'query Q($first: Int) { uiapi { query { Plan__c(first: $first) { totalCount } } } }';
  const { data: answer, errors } = await graphql(org, 'rep', query, { first: 'many' });
  assert.deepEqual(answer, {});
  assert.equal(errors[0].extensions.ErrorType, 'ValidationError');
  assert.match(errors[0].message, /^Variable "\$first" got invalid value "many"/);
});

test('an error of one root object leaves the others', async () => {
  const query = `{ uiapi { query {
    bad: Plan__c(where: { Due__c: { eq: { value: "2026-01-01", literal: TODAY } } }) { totalCount }
    good: Plan__c { totalCount }
  } } }`;
  const { data: answer, errors } = await graphql(org, 'rep', query);
  assert.deepEqual(answer, { uiapi: { query: { bad: null, good: { totalCount: 1 } } } });
  assert.deepEqual(errors[0].paths, ['uiapi', 'query', 'bad']);
  assert.equal(errors[0].extensions.ErrorType, 'DataFetchingException');
});

test('an object that the user may not read does not exist for them', async () => {
  const { errors } = await graphql(org, 'marketing', plan('Id'));
  assert.equal(
    errors[0].message,
    "Validation error (FieldUndefined@[uiapi/query/Plan__c]) : Field 'Plan__c' in type 'RecordQuery' is undefined"
  );
});

test('no session answers 401 as everywhere', async () => {
  const response = await org.app.request(data('graphql'), {
    method: 'POST',
    body: '{"query":"{__typename}"}'
  });
  assert.equal(response.status, 401);
  assert.equal(at(await response.json(), '0.errorCode'), 'INVALID_SESSION_ID');
});

test('a deploy changes the schema of the next request', async () => {
  const query = '{ uiapi { query { Account { edges { node { Tier__c { value } } } } } } }';
  assert.equal((await graphql(org, 'admin', query)).errors.length, 1);
  org.install(
    metadataFile(
      'CustomObject',
      'Account',
      'objects/Account.object',
      '<fields><fullName>Tier__c</fullName><label>Tier</label><type>Text</type><length>5</length></fields>'
    ),
    metadataFile(
      'PermissionSet',
      'Everything',
      'permissionsets/Everything.permissionset',
      '<label>Everything</label><fieldPermissions><editable>true</editable><field>Account.Tier__c</field><readable>true</readable></fieldPermissions>'
    )
  );
  assert.deepEqual((await graphql(org, 'admin', query)).errors, []);
  assert.equal((await graphql(org, 'rep', query)).errors.length, 1);
});
