import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STANDARD_OBJECTS } from '../catalogue/index.ts';
import { objectFile } from '../testing.ts';
import { customObject, field, PROJECT, STEP } from './fixture.ts';
import { build, named } from './testing.ts';

test('the catalogue is sound: references lead somewhere, key prefixes and names stand once', () => {
  const schema = build();
  assert.equal(schema.objects().length, STANDARD_OBJECTS.length);
  assert.equal(new Set(schema.objects().map(({ keyPrefix }) => keyPrefix)).size, STANDARD_OBJECTS.length);
  for (const object of schema.objects()) {
    const definition = STANDARD_OBJECTS.find(({ name }) => name === object.name);
    assert.equal(object.fields.size, definition?.fields.length, `${object.name} names a field twice`);
    for (const entry of object.fields.values()) {
      for (const target of entry.referenceTo)
        assert.ok(schema.object(target), `${object.name}.${entry.name}`);
      if (entry.picklist?.restricted && entry.defaultValue !== null) {
        assert.ok(entry.picklist.values.some(({ value }) => value === entry.defaultValue));
      }
    }
    if (object.controllingField) named(object, object.controllingField);
    if (object.permissionsFrom) assert.ok(schema.object(object.permissionsFrom));
  }
});

test('objects and fields are found whatever the case', () => {
  const schema = build(PROJECT);
  assert.equal(schema.object('PROJECT__C')?.name, 'Project__c');
  assert.equal(named(schema.object('opportunity'), 'STAGENAME').name, 'StageName');
});

test('a custom object has its own and the system fields', () => {
  const project = build(PROJECT).object('Project__c');
  assert.deepEqual(
    [...(project?.fields.values() ?? [])].slice(0, 9).map(({ name }) => name),
    [
      'Id',
      'OwnerId',
      'IsDeleted',
      'Name',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp'
    ]
  );
  assert.equal(project?.keyPrefix, 'a00');
  assert.equal(project?.labelPlural, 'Projects');
  assert.equal(project?.sharingModel, 'Private');
});

test('custom fields become what describe would say of them', () => {
  const project = build(PROJECT).object('Project__c');
  const shape = (name: string) => {
    const { type, length, precision, scale, longText, htmlFormatted, defaultValue } = named(project, name);
    return [type, length, precision, scale, longText, htmlFormatted, defaultValue];
  };
  assert.deepEqual(shape('Code__c'), ['string', 10, 0, 0, false, false, null]);
  assert.deepEqual(shape('Size__c'), ['double', 0, 5, 1, false, false, null]);
  assert.deepEqual(shape('Active__c'), ['boolean', 0, 0, 0, false, false, true]);
  assert.deepEqual(shape('Notes__c'), ['textarea', 1000, 0, 0, true, false, null]);
  assert.deepEqual(shape('Page__c'), ['textarea', 32768, 0, 0, true, true, null]);
  assert.deepEqual(shape('Level__c'), ['string', 10, 0, 0, false, false, 'low']);
  const { unique, externalId, idLookup } = named(project, 'Code__c');
  assert.deepEqual([unique, externalId, idLookup], [true, true, true]);
  assert.equal(named(project, 'Number__c').autoNumberFormat, 'P-{0000}');
  assert.equal(named(project, 'Number__c').calculated, true);
});

test('relationships are known from both ends', () => {
  const schema = build(PROJECT, STEP);
  const lookup = named(schema.object('Project__c'), 'Account__c');
  assert.deepEqual(
    [lookup.relationshipName, lookup.childRelationshipName, lookup.onParentDelete],
    ['Account__r', 'Projects__r', 'SetNull']
  );
  assert.deepEqual(
    schema.object('Account')?.children.find(({ childObject }) => childObject === 'Project__c'),
    { childObject: 'Project__c', field: 'Account__c', relationshipName: 'Projects__r', cascadeDelete: false }
  );
  const step = schema.object('Step__c');
  assert.equal(step?.controllingField, 'Project__c');
  assert.equal(step?.fields.has('ownerid'), false);
  assert.equal(named(step, 'Project__c').required, true);
});

test('an object with activities can be what a task is about', () => {
  const schema = build(customObject('Project__c', '<enableActivities>true</enableActivities>'));
  assert.ok(named(schema.object('Task'), 'WhatId').referenceTo.includes('Project__c'));
  assert.ok(schema.object('Project__c')?.fields.has('lastactivitydate'));
  assert.ok(!named(build(PROJECT).object('Task'), 'WhatId').referenceTo.includes('Project__c'));
});

test('a standard object takes custom fields, help text and another sharing model', () => {
  const file = objectFile(
    'Opportunity',
    `${field('Risk__c', 'Text', '<length>20</length>')}<fields><fullName>NextStep</fullName><inlineHelpText>What happens next?</inlineHelpText></fields><sharingModel>Private</sharingModel>`
  );
  const opportunity = build(file).object('Opportunity');
  assert.equal(named(opportunity, 'Risk__c').custom, true);
  assert.equal(named(opportunity, 'NextStep').inlineHelpText, 'What happens next?');
  assert.equal(opportunity?.sharingModel, 'Private');
  assert.equal(named(build().object('Opportunity'), 'NextStep').inlineHelpText, null);
});
