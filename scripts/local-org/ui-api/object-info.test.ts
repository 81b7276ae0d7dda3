import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { metadataFile } from '../testing.ts';
import { at, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

async function info(persona: string, object: string): Promise<unknown> {
  const { status, body } = await uiApi(org, persona, `object-info/${object}`);
  assert.equal(status, 200);
  return body;
}

test('a field is described in the words of UI API', async () => {
  const body = await info('rep', 'Plan__c');
  assert.deepEqual(at(body, 'fields.Body__c'), {
    apiName: 'Body__c',
    calculated: false,
    compound: false,
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: null,
    controllingFields: [],
    createable: true,
    custom: true,
    dataType: 'TextArea',
    extraTypeInfo: 'RichTextArea',
    filterable: false,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: true,
    inlineHelpText: 'What the plan says.',
    label: 'Body',
    length: 32768,
    nameField: false,
    polymorphicForeignKey: false,
    precision: 0,
    reference: false,
    referenceTargetField: null,
    referenceToInfos: [],
    relationshipName: null,
    required: false,
    scale: 0,
    searchPrefilterable: false,
    sortable: false,
    unique: false,
    updateable: true
  });
});

const DATA_TYPES: [object: string, field: string, dataType: string][] = [
  ['Opportunity', 'Id', 'String'],
  ['Opportunity', 'Amount', 'Currency'],
  ['Opportunity', 'Probability', 'Percent'],
  ['Opportunity', 'CloseDate', 'Date'],
  ['Opportunity', 'CreatedDate', 'DateTime'],
  ['Opportunity', 'StageName', 'Picklist'],
  ['Opportunity', 'AccountId', 'Reference'],
  ['Opportunity', 'IsPrivate', 'Boolean'],
  ['Opportunity', 'Description', 'TextArea'],
  ['Account', 'NumberOfEmployees', 'Int'],
  ['Account', 'Phone', 'Phone'],
  ['Account', 'Website', 'Url'],
  ['Contact', 'Email', 'Email'],
  ['Task', 'Subject', 'ComboBox'],
  ['Plan__c', 'Topics__c', 'Multipicklist'],
  ['Plan__c', 'Score__c', 'Double']
];

for (const [object, field, dataType] of DATA_TYPES) {
  test(`${object}.${field} is a ${dataType}`, async () => {
    assert.equal(at(await info('rep', object), `fields.${field}.dataType`), dataType);
  });
}

const REQUIRED: [object: string, field: string, required: boolean][] = [
  ['Opportunity', 'StageName', true],
  ['Opportunity', 'IsPrivate', true],
  ['Opportunity', 'OwnerId', true],
  ['Opportunity', 'Amount', false],
  ['Plan__c', 'Name', true],
  ['Plan__c', 'Budget__c', false]
];

for (const [object, field, required] of REQUIRED) {
  test(`${object}.${field} is ${required ? 'never' : 'sometimes'} empty`, async () => {
    assert.equal(at(await info('rep', object), `fields.${field}.required`), required);
  });
}

test('the object tells its name fields, its master record type and what this user may do', async () => {
  const body = await info('rep', 'Plan__c');
  assert.equal(at(body, 'label'), 'Plan');
  assert.equal(at(body, 'labelPlural'), 'Plans');
  assert.equal(at(body, 'keyPrefix'), 'a00');
  assert.equal(at(body, 'createable'), true);
  assert.equal(at(body, 'defaultRecordTypeId'), '012000000000000AAA');
  assert.deepEqual(at(body, 'nameFields'), ['Name']);
  assert.deepEqual(at(body, 'recordTypeInfos'), {
    '012000000000000AAA': {
      available: true,
      defaultRecordTypeMapping: true,
      master: true,
      name: 'Master',
      recordTypeId: '012000000000000AAA'
    }
  });
  assert.deepEqual(at(await info('rep', 'Contact'), 'nameFields'), ['FirstName', 'LastName', 'Name']);
});

test('references name their targets, polymorphic ones all of them', async () => {
  const body = await info('rep', 'Plan__c');
  assert.deepEqual(at(body, 'fields.Account__c.referenceToInfos'), [
    { apiName: 'Account', nameFields: ['Name'] }
  ]);
  assert.equal(at(body, 'fields.OwnerId.polymorphicForeignKey'), true);
});

test('a hidden field is absent, a shown one is there', async () => {
  assert.equal(at(await info('rep', 'Plan__c'), 'fields.Secret__c'), undefined);
  assert.equal(at(await info('admin', 'Plan__c'), 'fields.Secret__c.label'), 'Secret');
});

test('child relationships lead to objects that the user may read', async () => {
  const childOf = (body: unknown): unknown[] =>
    (at(body, 'childRelationships') as { childObjectApiName: string }[])
      .filter(({ childObjectApiName }) => childObjectApiName === 'Plan__c')
      .map((child) => ({ ...child }));
  assert.deepEqual(childOf(await info('rep', 'Account')), [
    {
      childObjectApiName: 'Plan__c',
      fieldName: 'Account__c',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'Plans__r'
    }
  ]);
  assert.deepEqual(childOf(await info('marketing', 'Account')), []);
});

for (const object of ['Nowhere__c', 'Plan__c', 'Plan__mdt', 'OpportunityStage']) {
  test(`marketing is told nothing of ${object}`, async () => {
    const { status, body } = await uiApi(org, 'marketing', `object-info/${object}`);
    assert.equal(status, 403);
    assert.equal(at(body, '0.errorCode'), 'INSUFFICIENT_ACCESS');
  });
}

test('a batch answers for each object', async () => {
  const { body } = await uiApi(org, 'rep', 'object-info/batch/Account,Nowhere__c');
  assert.equal(at(body, 'hasErrors'), true);
  assert.equal(at(body, 'results.0.result.apiName'), 'Account');
  assert.equal(at(body, 'results.1.statusCode'), 403);
});

test("a custom object's icon is that of its tab", async () => {
  assert.equal(
    at(await info('rep', 'Plan__c'), 'themeInfo.iconUrl'),
    '/img/icon/t4v35/custom/custom1_120.png'
  );
  org.install(
    metadataFile('CustomTab', 'Plan__c', 'tabs/Plan__c.tab', '<motif>Custom62: Chalkboard</motif>')
  );
  assert.deepEqual(at(await info('rep', 'Plan__c'), 'themeInfo'), {
    color: '8199AF',
    iconUrl: '/img/icon/t4v35/custom/custom62_120.png'
  });
  assert.deepEqual(at(await info('rep', 'Opportunity'), 'themeInfo'), {
    color: 'FF5D2D',
    iconUrl: '/img/icon/t4v35/standard/opportunity_120.png'
  });
});
