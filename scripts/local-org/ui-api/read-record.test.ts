import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assign, at, made, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

const account = made(org, 'rep', 'Account', { Name: 'Acme', AnnualRevenue: 350000000 });
const plan = made(org, 'rep', 'Plan__c', {
  Name: 'First',
  Account__c: account,
  Budget__c: 235000,
  Stage__c: 'Open',
  Met__c: '2026-11-18T19:55:00.000Z'
});

const STAMPS = {
  lastModifiedById: org.userId('rep'),
  lastModifiedDate: '2026-11-18T12:00:00.000Z',
  recordTypeId: '012000000000000AAA',
  recordTypeInfo: null,
  systemModstamp: '2026-11-18T12:00:00.000Z',
  weakEtag: 1795003200000
};

function withoutETags(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'eTag' ? undefined : inner)));
}

test('a record comes with its fields in order of name, labels, and parents as records', async () => {
  const paths = ['Stage__c', 'Name', 'Budget__c', 'Met__c', 'Account__r.Name'];
  const fields = paths.map((path) => `Plan__c.${path}`).join(',');
  const { status, body } = await uiApi(org, 'rep', `records/${plan}?fields=${fields}`);
  assert.equal(status, 200);
  assert.match(String(at(body, 'eTag')), /^[0-9a-f]{32}$/);
  assert.deepEqual(withoutETags(body), {
    apiName: 'Plan__c',
    childRelationships: {},
    fields: {
      Account__r: {
        displayValue: 'Acme',
        value: {
          apiName: 'Account',
          childRelationships: {},
          fields: { Name: { displayValue: null, value: 'Acme' } },
          id: account,
          ...STAMPS
        }
      },
      Budget__c: { displayValue: '$235,000.00', value: 235000 },
      Met__c: { displayValue: '11/18/2026, 11:55 AM', value: '2026-11-18T19:55:00.000Z' },
      Name: { displayValue: null, value: 'First' },
      Stage__c: { displayValue: 'Still open', value: 'Open' }
    },
    id: plan,
    ...STAMPS
  });
});

test('an Id of 15 characters and names in any case find the same record', async () => {
  const { body } = await uiApi(org, 'rep', `records/${plan.slice(0, 15)}?fields=plan__c.NAME`);
  assert.equal(at(body, 'id'), plan);
  assert.deepEqual(at(body, 'fields'), { Name: { displayValue: null, value: 'First' } });
});

test('a path may span several parents, and a parent that is not there is null', async () => {
  const fields = 'Plan__c.Account__r.Owner.UserRole.Name,Plan__c.Account__r.Parent.Name';
  const { body } = await uiApi(org, 'rep', `records/${plan}?fields=${fields}`);
  const parent = at(body, 'fields.Account__r.value.fields');
  assert.equal(at(parent, 'Owner.value.fields.UserRole.value.fields.Name.value'), 'Rep');
  assert.deepEqual(at(parent, 'Parent'), { displayValue: null, value: null });
});

test('a hidden field is left out of optionalFields and there for who may see it', async () => {
  const secret = made(org, 'admin', 'Plan__c', {
    Name: 'Shared',
    Secret__c: 'hush',
    OwnerId: org.userId('rep')
  });
  const path = `records/${secret}?fields=Plan__c.Name&optionalFields=Plan__c.Secret__c,Plan__c.Nowhere__c,Account.Name`;
  const forRep = await uiApi(org, 'rep', path);
  assert.deepEqual(at(forRep.body, 'fields'), { Name: { displayValue: null, value: 'Shared' } });
  const forAdmin = await uiApi(org, 'admin', path);
  assert.deepEqual(at(forAdmin.body, 'fields.Secret__c'), { displayValue: null, value: 'hush' });
});

test('a parent row that sharing hides is null, as if there were none', async () => {
  const before = made(org, 'admin', 'Plan__c', { Name: 'Of the admin' });
  const later = made(org, 'admin', 'Plan__c', {
    Name: 'Handed over',
    Before__c: before,
    OwnerId: org.userId('rep')
  });
  const path = `records/${later}?fields=Plan__c.Before__c,Plan__c.Before__r.Name`;
  const forRep = await uiApi(org, 'rep', path);
  assert.deepEqual(at(forRep.body, 'fields'), {
    Before__c: { displayValue: null, value: before },
    Before__r: { displayValue: null, value: null }
  });
  const forAdmin = await uiApi(org, 'admin', path);
  assert.equal(at(forAdmin.body, 'fields.Before__r.displayValue'), 'Of the admin');
});

test('a layout brings its fields, each lookup with the name of its parent', async () => {
  const { body } = await uiApi(org, 'rep', `records/${plan}?layoutTypes=Compact`);
  assert.deepEqual(at(body, 'fields'), { Name: { displayValue: null, value: 'First' } });
  const full = await uiApi(org, 'rep', `records/${plan}?layoutTypes=Full&modes=View`);
  assert.equal(at(full.body, 'fields.Owner.displayValue'), 'Robin Rep');
  assert.equal(at(full.body, 'fields.OwnerId.value'), org.userId('rep'));
  assert.equal(at(full.body, 'fields.Secret__c'), undefined);
});

test('a batch answers 200 and tells each status', async () => {
  const { status, body } = await uiApi(org, 'rep', `records/batch/${plan},nonsense?fields=Plan__c.Name`);
  assert.equal(status, 200);
  assert.equal(at(body, 'hasErrors'), true);
  assert.equal(at(body, 'results.0.statusCode'), 200);
  assert.equal(at(body, 'results.0.result.id'), plan);
  assert.deepEqual(at(body, 'results.1'), {
    result: [{ errorCode: 'INVALID_ID_FIELD', message: 'Record ID nonsense is not a valid record ID.' }],
    statusCode: 400
  });
});

test('the manager above the owner sees the row once they may read the object', async () => {
  const path = `records/${plan}?fields=Plan__c.Name`;
  assert.equal((await uiApi(org, 'manager', path)).status, 403);
  assign(org, 'manager', 'Seller');
  const { status, body } = await uiApi(org, 'manager', path);
  assert.equal(status, 200);
  assert.equal(at(body, 'fields.Name.value'), 'First');
});
