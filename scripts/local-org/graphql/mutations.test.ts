import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, graphql, made, planOrg } from '../ui-api/testing.ts';

const org = planOrg();
after(() => org.close());

function count(object: string, name: string): number {
  const sql = `SELECT COUNT(*) AS "n" FROM "${object}" WHERE "Name" = ? AND "IsDeleted" = 0`;
  return Number(org.org.store.all(sql, [name])[0].n);
}

async function mutate(persona: string, body: string, input = '', variables?: Record<string, unknown>) {
  return graphql(
    org,
    persona,
    body.startsWith('mutation') ? body : `mutation { uiapi${input} { ${body} } }`,
    variables
  );
}

test('a created record comes back with its fields', async () => {
  const query = `mutation Create($input: Plan__cCreateInput!) {
    uiapi { Plan__cCreate(input: $input) { Record { Id Name { value } Stage__c { value displayValue } Owner { __typename } } } }
  }`;
  const created = await mutate('rep', query.replace(' Owner { __typename }', ''), '', {
    input: { Plan__c: { Name: 'New', Budget__c: 5, Urgent__c: true } }
  });
  assert.deepEqual(created.errors, []);
  const record = at(created.data, 'uiapi.Plan__cCreate.Record');
  assert.match(String(at(record, 'Id')), /^a00/);
  assert.deepEqual(at(record, 'Stage__c'), { value: 'Open', displayValue: 'Still open' });
  assert.equal(count('Plan__c', 'New'), 1);
});

test('an update changes what it names and tells success', async () => {
  const id = made(org, 'rep', 'Plan__c', { Name: 'Before', Budget__c: 7 });
  const { data, errors } = await mutate(
    'rep',
    `Plan__cUpdate(input: { Id: "${id}", Plan__c: { Name: "After", Due__c: null } }) {
      success Record { Name { value } Budget__c { value } } }`
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(at(data, 'uiapi.Plan__cUpdate'), {
    success: true,
    Record: { Name: { value: 'After' }, Budget__c: { value: 7 } }
  });
});

test('a delete answers with the Id', async () => {
  const id = made(org, 'rep', 'Plan__c', { Name: 'Short-lived' });
  const { data } = await mutate('rep', `Plan__cDelete(input: { Id: "${id}" }) { Id }`);
  assert.deepEqual(data, { uiapi: { Plan__cDelete: { Id: id } } });
  assert.equal(count('Plan__c', 'Short-lived'), 0);
});

test('later operations use what earlier ones made, by alias or by name', async () => {
  const { data, errors } = await mutate(
    'rep',
    `acme: AccountCreate(input: { Account: { Name: "Chained" } }) { Record { Id } }
    Plan__cCreate(input: { Plan__c: { Name: "By alias", Account__c: "@{acme}" } }) { Record { Id Account__c { value } } }
    third: Plan__cCreate(input: { Plan__c: { Name: "@{acme.Record.Name.value}", Before__c: "@{Plan__cCreate.Record.Id}" } }) {
      Record { Name { value } Before__c { value } } }
    last: Plan__cUpdate(input: { Id: "@{third}", Plan__c: { Urgent__c: true } }) { Record { Urgent__c { value } } }`
  );
  assert.deepEqual(errors, []);
  const uiapi = at(data, 'uiapi');
  assert.equal(at(uiapi, 'Plan__cCreate.Record.Account__c.value'), at(uiapi, 'acme.Record.Id'));
  assert.deepEqual(at(uiapi, 'third.Record'), {
    Name: { value: 'Chained' },
    Before__c: { value: at(uiapi, 'Plan__cCreate.Record.Id') }
  });
  assert.equal(at(uiapi, 'last.Record.Urgent__c.value'), true);
});

const TWO = `good: Plan__cCreate(input: { Plan__c: { Name: "Paired" } }) { Record { Id } }
  bad: Plan__cCreate(input: { Plan__c: { Name: "Paired", Stage__c: "Nope" } }) { Record { Id } }`;

test('by default one failure undoes all, and each operation says so', async () => {
  const { data, errors } = await mutate('rep', TWO);
  assert.deepEqual(data, { uiapi: { good: null, bad: null } });
  assert.deepEqual(
    errors.map(({ message, paths, extensions }) => [message, paths, extensions.ErrorType]),
    [
      [
        'ALL_OR_NONE_OPERATION_ROLLED_BACK: Record rolled back because not all records were valid and the request was using AllOrNone header',
        ['uiapi', 'good'],
        'DataFetchingException'
      ],
      [
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Stage: bad value for restricted picklist field: Nope',
        ['uiapi', 'bad'],
        'DataFetchingException'
      ]
    ]
  );
  assert.equal(count('Plan__c', 'Paired'), 0);
});

test('with allOrNone false the others stay', async () => {
  const { data, errors } = await mutate('rep', TWO, '(input: { allOrNone: false })');
  assert.match(String(at(data, 'uiapi.good.Record.Id')), /^a00/);
  assert.equal(at(data, 'uiapi.bad'), null);
  assert.equal(errors.length, 1);
  assert.equal(count('Plan__c', 'Paired'), 1);
});

test('what depends on a failed operation fails with it', async () => {
  const { data, errors } = await mutate(
    'rep',
    `a: Plan__cCreate(input: { Plan__c: { Name: "Base", Stage__c: "Nope" } }) { Record { Id } }
    b: Plan__cCreate(input: { Plan__c: { Name: "Depends", Before__c: "@{a}" } }) { Record { Id } }
    c: Plan__cCreate(input: { Plan__c: { Name: "Alone" } }) { Record { Id } }`,
    '(input: { allOrNone: false })'
  );
  assert.equal(at(data, 'uiapi.b'), null);
  assert.equal(
    errors[1].message,
    "INVALID_CROSS_REFERENCE_KEY: @{a} doesn't name an operation that ran before this one and succeeded"
  );
  assert.deepEqual([count('Plan__c', 'Depends'), count('Plan__c', 'Alone')], [0, 1]);
});

test('relationships are not available in mutation results', async () => {
  const { data, errors } = await mutate(
    'rep',
    'Plan__cCreate(input: { Plan__c: { Name: "Partial" } }) { Record { Name { value } Account__r { Id } } }'
  );
  assert.deepEqual(at(data, 'uiapi.Plan__cCreate.Record'), { Name: { value: 'Partial' }, Account__r: null });
  assert.equal(
    errors[0].message,
    "Field 'Account__r' in type 'Plan__c' is not currently available in mutation results"
  );
  assert.equal(count('Plan__c', 'Partial'), 1);
});

test('the second record with one external id is refused, the first stays', async () => {
  const create = 'Plan__cCreate(input: { Plan__c: { Name: "Once", Key__c: "batch-1" } }) { Record { Id } }';
  assert.deepEqual((await mutate('rep', create)).errors, []);
  const twin = await mutate('rep', create);
  assert.match(
    twin.errors[0].message,
    /^DUPLICATE_VALUE: duplicate value found: Key__c duplicates value on record/
  );
  assert.equal(count('Plan__c', 'Once'), 1);
});

const id = made(org, 'rep', 'Plan__c', { Name: 'Mine' });
const DENIED: [name: string, persona: string, body: string, message: RegExp][] = [
  [
    'a hidden field is not in the input',
    'rep',
    'Plan__cCreate(input: { Plan__c: { Secret__c: "x" } }) { Record { Id } }',
    /^Validation error \(WrongType@\[uiapi\/Plan__cCreate\]\) : argument 'input' contains a field not in 'Plan__cCreateRepresentation': 'Secret__c'$/
  ],
  [
    'a field that the org keeps is not in the input',
    'rep',
    'Plan__cCreate(input: { Plan__c: { CreatedDate: "2026-01-01T00:00:00Z" } }) { Record { Id } }',
    /contains a field not in 'Plan__cCreateRepresentation': 'CreatedDate'$/
  ],
  [
    'an object that may not be written has no mutation',
    'marketing',
    'Plan__cCreate(input: { Plan__c: { Name: "x" } }) { Record { Id } }',
    /^Validation error \(FieldUndefined@\[uiapi\/Plan__cCreate\]\) : Field 'Plan__cCreate' in type 'UIAPIMutations' is undefined$/
  ],
  [
    "another rep's private record can't be updated",
    'rep2',
    `Plan__cUpdate(input: { Id: "${id}", Plan__c: { Name: "Yours" } }) { success }`,
    /^(NOT_FOUND|ENTITY_IS_DELETED|INSUFFICIENT_ACCESS_OR_READONLY|INVALID_CROSS_REFERENCE_KEY): /
  ],
  [
    "another rep's private record can't be deleted",
    'rep2',
    `Plan__cDelete(input: { Id: "${id}" }) { Id }`,
    /^(NOT_FOUND|ENTITY_IS_DELETED|INSUFFICIENT_ACCESS_OR_READONLY|INVALID_CROSS_REFERENCE_KEY): /
  ]
];

for (const [name, persona, body, message] of DENIED) {
  test(name, async () => {
    const { errors } = await mutate(persona, body);
    assert.equal(errors.length, 1);
    assert.match(errors[0].message, message);
    assert.equal(count('Plan__c', 'Mine'), 1);
  });
}
