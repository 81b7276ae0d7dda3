import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, made, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

function recordError(errorCode: string, message: string, field?: { name: string; label: string }) {
  const entry = {
    constituentField: null,
    duplicateRecordError: null,
    errorCode,
    message,
    field: field?.name ?? null,
    fieldLabel: field?.label ?? null
  };
  return {
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: 400,
    errorCode,
    enhancedErrorType: 'RecordError',
    output: field
      ? { errors: [], fieldErrors: { [field.name]: [entry] } }
      : { errors: [entry], fieldErrors: {} }
  };
}

test('a new record answers 201 with the fields of its layout and its defaults', async () => {
  const json = { apiName: 'Plan__c', fields: { Name: 'New', Budget__c: 5 } };
  const { status, body } = await uiApi(org, 'rep', 'records', { json });
  assert.equal(status, 201);
  assert.equal(at(body, 'fields.Name.value'), 'New');
  assert.deepEqual(at(body, 'fields.Budget__c'), { displayValue: '$5.00', value: 5 });
  assert.deepEqual(at(body, 'fields.Stage__c'), { displayValue: 'Still open', value: 'Open' });
  assert.equal(at(body, 'fields.Owner.displayValue'), 'Robin Rep');
  assert.equal(at(body, 'lastModifiedById'), org.userId('rep'));
});

test('an update answers 200, changes what it names and moves the weak eTag', async () => {
  const id = made(org, 'rep', 'Plan__c', { Name: 'Before', Budget__c: 7 });
  org.advance(60_000);
  const json = { fields: { Id: id, Name: 'After', Stage__c: 'Done' } };
  const { status, body } = await uiApi(org, 'rep', `records/${id}`, { method: 'PATCH', json });
  assert.equal(status, 200);
  assert.equal(at(body, 'fields.Name.value'), 'After');
  assert.equal(at(body, 'fields.Budget__c.value'), 7);
  assert.equal(at(body, 'systemModstamp'), '2026-11-18T12:01:00.000Z');
  assert.equal(at(body, 'weakEtag'), Date.parse('2026-11-18T12:01:00.000Z'));
});

test('a deleted record is gone', async () => {
  const id = made(org, 'rep', 'Plan__c', { Name: 'Short-lived' });
  assert.deepEqual(await uiApi(org, 'rep', `records/${id}`, { method: 'DELETE' }), {
    status: 204,
    body: null
  });
  const gone = { message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' };
  for (const method of ['GET', 'DELETE']) {
    const answer = await uiApi(org, 'rep', `records/${id}?fields=Plan__c.Name`, { method });
    assert.deepEqual(answer, { status: 404, body: [gone] });
  }
});

const stage = { name: 'Stage__c', label: 'Stage' };
const REFUSED: [name: string, persona: string, fields: object, body: object][] = [
  [
    'a value outside a restricted picklist',
    'rep',
    { Name: 'x', Stage__c: 'Nope' },
    recordError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Stage: bad value for restricted picklist field: Nope',
      stage
    )
  ],
  [
    'a field that the user may not see',
    'rep',
    { Name: 'x', Secret__c: 'hush' },
    recordError('INVALID_FIELD', "No such column 'Secret__c' on sobject of type Plan__c")
  ]
];

for (const [name, persona, fields, body] of REFUSED) {
  test(`creating with ${name} answers 400 with a record error`, async () => {
    const answer = await uiApi(org, persona, 'records', { json: { apiName: 'Plan__c', fields } });
    assert.deepEqual(answer, { status: 400, body });
  });
}

test('a missing required field is told by field', async () => {
  const json = { apiName: 'Opportunity', fields: { Name: 'Deal', CloseDate: '2026-12-01' } };
  const { status, body } = await uiApi(org, 'rep', 'records', { json });
  assert.equal(status, 400);
  assert.deepEqual(at(body, 'output.fieldErrors.StageName.0'), {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: 'REQUIRED_FIELD_MISSING',
    message: 'Required fields are missing: [StageName]',
    field: 'StageName',
    fieldLabel: 'Stage'
  });
});

test('a second record with the same external id is refused', async () => {
  const json = { apiName: 'Plan__c', fields: { Name: 'One', Key__c: 'same' } };
  assert.equal((await uiApi(org, 'rep', 'records', { json })).status, 201);
  const { status, body } = await uiApi(org, 'rep', 'records', { json });
  assert.equal(status, 400);
  assert.equal(at(body, 'errorCode'), 'DUPLICATE_VALUE');
});

test("another rep's private record can be neither changed nor deleted", async () => {
  const id = made(org, 'rep', 'Plan__c', { Name: 'Mine' });
  const refused = {
    status: 403,
    body: [
      {
        message:
          "You don't have access to this record. Ask your administrator for help or to request access.",
        errorCode: 'INSUFFICIENT_ACCESS'
      }
    ]
  };
  const json = { fields: { Name: 'Yours' } };
  assert.deepEqual(await uiApi(org, 'rep2', `records/${id}`, { method: 'PATCH', json }), refused);
  assert.deepEqual(await uiApi(org, 'rep2', `records/${id}`, { method: 'DELETE' }), refused);
  const { body } = await uiApi(org, 'rep', `records/${id}?fields=Plan__c.Name`);
  assert.equal(at(body, 'fields.Name.value'), 'Mine');
});

test('includeFieldsInBody brings fields that the layout lacks', async () => {
  const layout =
    '<layoutSections><label>Plan</label><style>OneColumn</style><layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns></layoutSections>';
  const short = planOrg();
  short.install({
    type: 'Layout',
    fullName: 'Plan__c-Plan Layout',
    fileName: 'layouts/Plan__c-Plan Layout.layout',
    content: new TextEncoder().encode(`<Layout>${layout}</Layout>`)
  });
  const json = { apiName: 'Plan__c', fields: { Name: 'Lean', Budget__c: 1 } };
  const lean = await uiApi(short, 'rep', 'records', { json });
  assert.deepEqual(at(lean.body, 'fields'), { Name: { displayValue: null, value: 'Lean' } });
  const full = await uiApi(short, 'rep', 'records?includeFieldsInBody=true', { json });
  assert.deepEqual(at(full.body, 'fields'), {
    Budget__c: { displayValue: '$1.00', value: 1 },
    Name: { displayValue: null, value: 'Lean' }
  });
  short.close();
});

const MALFORMED: [name: string, method: string, path: string, json: object, error: object][] = [
  [
    'no fields',
    'PATCH',
    'records/a00000000000001AAA',
    {},
    { message: 'Record input is required for PATCH.', errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE' }
  ],
  [
    'no apiName',
    'POST',
    'records',
    { fields: {} },
    { message: 'apiName is required for POST.', errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE' }
  ]
];

for (const [name, method, path, json, error] of MALFORMED) {
  test(`${method} with ${name} answers 400`, async () => {
    assert.deepEqual(await uiApi(org, 'rep', path, { method, json }), { status: 400, body: [error] });
  });
}

test('a precondition is refused rather than ignored', async () => {
  const id = made(org, 'rep', 'Plan__c', { Name: 'Guarded' });
  const answer = await uiApi(org, 'rep', `records/${id}`, {
    method: 'PATCH',
    json: { fields: { Name: 'Changed' } },
    headers: { 'If-Unmodified-Since': 'Wed, 18 Nov 2026 12:00:00 GMT' }
  });
  assert.equal(answer.status, 501);
  assert.equal(at(answer.body, '0.errorCode'), 'NOT_IMPLEMENTED');
});
