import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../../testing.ts';
import { writeManifest } from '../package/manifest.ts';
import { document, failures, NOTE_OBJECT, packageZip, successes } from '../testing.ts';
import { createDeployJobs } from './jobs.ts';

const LAYOUT = document(
  'Layout',
  '    <layoutSections>',
  '        <layoutColumns><layoutItems><field>Body__c</field></layoutItems></layoutColumns>',
  '        <style>OneColumn</style>',
  '    </layoutSections>'
);

/** An org with the object Note__c and its layout. */
function setup() {
  const { org, user } = testOrg();
  const jobs = createDeployJobs(org);
  const deploy = (zip: Uint8Array) => jobs.start(user('admin'), zip);
  const first = deploy(
    packageZip(
      { 'objects/Note__c.object': NOTE_OBJECT, 'layouts/Note__c-Note Layout.layout': LAYOUT },
      { CustomObject: ['*'], Layout: ['*'] }
    )
  );
  assert.deepEqual(failures(first), []);
  return {
    org,
    remove: (members: Record<string, string[]>, fileName = 'destructiveChangesPost.xml') => {
      const changes = writeManifest({ members: new Map(Object.entries(members)), version: '66.0' });
      return deploy(packageZip({ [fileName]: changes }, {}));
    }
  };
}

test('components are deleted and told as deleted', () => {
  const { org, remove } = setup();
  const result = remove(
    { Layout: ['Note__c-Note Layout'], CustomObject: ['Note__c'] },
    'destructiveChangesPre.xml'
  );
  assert.deepEqual(failures(result), []);
  assert.deepEqual(successes(result), [
    'CustomObject Note__c deleted',
    'Layout Note__c-Note Layout deleted',
    'package.xml changed',
    'destructiveChangesPre.xml changed'
  ]);
  assert.deepEqual(org.metadata.list(), []);
  assert.equal(org.schema.object('Note__c'), undefined);
});

test('a field that a layout shows stays', () => {
  const { org, remove } = setup();
  assert.deepEqual(failures(remove({ CustomField: ['Note__c.Body__c'] })), [
    'destructiveChangesPost.xml This custom field is referenced elsewhere in salesforce.com. : Layout - Note__c-Note Layout'
  ]);
  assert.ok(org.schema.object('Note__c')?.fields.has('body__c'));
});

test('with its layout the field goes', () => {
  const { org, remove } = setup();
  const result = remove({ CustomField: ['Note__c.Body__c'], Layout: ['Note__c-Note Layout'] });
  assert.deepEqual([result.status, result.numberComponentsDeployed], ['Succeeded', 2]);
  assert.equal(org.schema.object('Note__c')?.fields.has('body__c'), false);
});

test('what is not there is a warning', () => {
  const { remove } = setup();
  const result = remove({ CustomTab: ['Note__c'] });
  assert.deepEqual([result.status, result.numberComponentsTotal], ['Succeeded', 0]);
  const [warning] = result.details.componentSuccesses;
  assert.deepEqual(
    [warning?.componentType, warning?.fullName, warning?.problemType, warning?.problem],
    ['CustomTab', 'destructiveChangesPost.xml', 'Warning', 'No CustomTab named: Note__c found']
  );
});

test('a wildcard deletes nothing', () => {
  const { remove } = setup();
  assert.deepEqual(failures(remove({ Layout: ['*'], ApexClass: ['Notes'] })), [
    'destructiveChangesPost.xml Not available for deploy for this organization',
    'destructiveChangesPost.xml Destructive changes take no wildcard: name every component'
  ]);
});
