import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { at, made, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

const account = made(org, 'rep', 'Account', { Name: 'Acme' });
for (const [name, budget] of [
  ['A', 30],
  ['B', 10],
  ['C', 20]
] as const) {
  made(org, 'rep', 'Plan__c', { Name: name, Budget__c: budget, Account__c: account });
}
made(org, 'rep2', 'Plan__c', { Name: 'Of the other rep', Account__c: account });

function names(body: unknown): unknown[] {
  return (at(body, 'records') as unknown[]).map((record) => at(record, 'fields.Name.value'));
}

test('a related list holds the children that the user sees', async () => {
  const path = `related-list-records/${account}/Plans__r?fields=Name&optionalFields=Secret__c`;
  const { status, body } = await uiApi(org, 'rep', path);
  assert.equal(status, 200);
  assert.deepEqual(names(body), ['A', 'B', 'C']);
  const other = await uiApi(org, 'rep2', path);
  assert.deepEqual(names(other.body), ['Of the other rep']);
  assert.deepEqual(
    { ...(body as object), records: [] },
    {
      count: 3,
      currentPageToken: '0',
      fields: ['Plan__c.Name'],
      listInfoETag: null,
      listReference: {
        id: null,
        inContextOfRecordId: account,
        listViewApiName: null,
        objectApiName: null,
        parentObjectApiName: 'Account',
        recordTypeId: null,
        relatedListId: 'Plans__r',
        type: 'relatedList'
      },
      nextPageToken: null,
      optionalFields: ['Plan__c.Secret__c'],
      pageSize: 50,
      previousPageToken: null,
      records: [],
      sortBy: []
    }
  );
});

test('it can be sorted and paged, by GET and by POST', async () => {
  const path = `related-list-records/${account}/Plans__r`;
  const first = await uiApi(org, 'rep', `${path}?fields=Plan__c.Name&sortBy=-Budget__c&pageSize=2`);
  assert.deepEqual(names(first.body), ['A', 'C']);
  assert.equal(at(first.body, 'nextPageToken'), '2');
  const json = { fields: ['Name'], sortBy: ['-Plan__c.Budget__c'], pageSize: 2, pageToken: '2' };
  const second = await uiApi(org, 'rep', path, { json });
  assert.deepEqual(names(second.body), ['B']);
  assert.equal(at(second.body, 'nextPageToken'), null);
  assert.equal(at(second.body, 'previousPageToken'), '0');
});

test('its columns are the highlights of the child', async () => {
  const { body } = await uiApi(org, 'rep', 'related-list-info/Account/Contacts');
  assert.equal(at(body, 'fieldApiName'), 'AccountId');
  assert.deepEqual(at(body, 'objectApiNames'), ['Contact']);
  assert.deepEqual(at(body, 'displayColumns.0'), {
    fieldApiName: 'Name',
    label: 'Full Name',
    lookupId: 'Id',
    sortable: true
  });
  assert.deepEqual(
    (at(body, 'displayColumns') as { fieldApiName: string }[]).map((column) => column.fieldApiName),
    ['Name', 'Title', 'Phone', 'Email', 'Owner.Name']
  );
});

const REFUSALS: [name: string, path: string, options: object, status: number, errorCode: string][] = [
  ['an unknown list', `related-list-records/${account}/Nowhere__r?fields=Name`, {}, 404, 'NOT_FOUND'],
  ['a hidden field', `related-list-records/${account}/Plans__r?fields=Secret__c`, {}, 400, 'INVALID_FIELD'],
  [
    'an order by a hidden field',
    `related-list-records/${account}/Plans__r?fields=Name&sortBy=Secret__c`,
    {},
    400,
    'INVALID_FIELD'
  ],
  [
    'a page of no size',
    `related-list-records/${account}/Plans__r?fields=Name&pageSize=0`,
    {},
    400,
    'ILLEGAL_QUERY_PARAMETER_VALUE'
  ],
  [
    'a filter',
    `related-list-records/${account}/Plans__r`,
    { json: { fields: ['Name'], where: '{}' } },
    501,
    'NOT_IMPLEMENTED'
  ],
  ['a list view', 'list-ui/Account/All', {}, 501, 'NOT_IMPLEMENTED']
];

for (const [name, path, options, status, errorCode] of REFUSALS) {
  test(`${name} answers ${status} ${errorCode}`, async () => {
    const answer = await uiApi(org, 'rep', path, options);
    assert.equal(answer.status, status);
    assert.equal(at(answer.body, '0.errorCode'), errorCode);
  });
}
