import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeManifest } from '../package/manifest.ts';
import type { Org } from '../../contract.ts';
import { textOf } from '../package/zip.ts';
import { bundleConfiguration, document, failures, NOTE_OBJECT, packageZip, successes } from '../testing.ts';
import { deployOrg, NOTE_LAYOUT } from './testing.ts';

const READERS = document(
  'PermissionSet',
  '    <fieldPermissions>',
  '        <editable>true</editable>',
  '        <field>Note__c.Body__c</field>',
  '        <readable>true</readable>',
  '    </fieldPermissions>',
  '    <label>Readers</label>',
  '    <objectPermissions>',
  '        <allowRead>true</allowRead>',
  '        <object>Note__c</object>',
  '    </objectPermissions>'
);

const LABELS = document(
  'CustomLabels',
  '    <labels>',
  '        <fullName>Title</fullName>',
  '        <language>en_US</language>',
  '        <protected>false</protected>',
  '        <shortDescription>Title</shortDescription>',
  '        <value>Notes</value>',
  '    </labels>'
);

const CARD = [
  "import title from '@salesforce/label/c.Title';",
  "import { LightningElement } from 'lwc';",
  'export default class Card extends LightningElement {',
  '  title = title;',
  '}'
].join('\n');

function fileText(org: Org, type: string, fullName: string): string {
  return textOf(org.metadata.get(type, fullName)[0]?.content ?? new Uint8Array());
}

/** An org with the object Note__c, its layout, its readers, and a component with a label. */
function setup() {
  const { org, deploy } = deployOrg();
  const first = deploy(
    packageZip(
      {
        'objects/Note__c.object': NOTE_OBJECT,
        'layouts/Note__c-Note Layout.layout': NOTE_LAYOUT,
        'permissionsets/Readers.permissionset': READERS,
        'labels/CustomLabels.labels': LABELS,
        'lwc/card/card.ts': CARD,
        'lwc/card/card.js-meta.xml': bundleConfiguration()
      },
      {
        ...{ CustomObject: ['*'], Layout: ['*'], PermissionSet: ['*'] },
        ...{ CustomLabels: ['*'], LightningComponentBundle: ['*'] }
      }
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
  assert.deepEqual(org.metadata.get('CustomObject', 'Note__c'), []);
  assert.equal(org.schema.object('Note__c'), undefined);
  assert.doesNotMatch(fileText(org, 'PermissionSet', 'Readers'), /Note__c/);
});

test('a field leaves its layout and the permission sets by itself', () => {
  const { org, remove } = setup();
  const result = remove({ CustomField: ['Note__c.Body__c'] });
  assert.deepEqual([failures(result), result.numberComponentsDeployed], [[], 1]);
  assert.equal(org.schema.object('Note__c')?.fields.has('body__c'), false);
  assert.doesNotMatch(fileText(org, 'Layout', 'Note__c-Note Layout'), /Body__c/);
  const readers = fileText(org, 'PermissionSet', 'Readers');
  assert.doesNotMatch(readers, /Body__c/);
  assert.match(readers, /<object>Note__c<\/object>/);
});

test('a field that a component needs stays', () => {
  const { org, remove } = setup();
  assert.deepEqual(failures(remove({ CustomObject: ['Note__c'], Layout: ['*'] })), [
    'destructiveChangesPost.xml Destructive changes take no wildcard: name every component'
  ]);
  assert.deepEqual(failures(remove({ CustomLabel: ['Title'] })), [
    'destructiveChangesPost.xml This custom label is referenced elsewhere in salesforce.com. : Lightning Component Bundle - card'
  ]);
  assert.equal(org.metadata.get('CustomLabels', 'CustomLabels').length, 1);
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
  assert.deepEqual(failures(remove({ Layout: ['*'], ApexTrigger: ['Notes'] })), [
    'destructiveChangesPost.xml Not available for deploy for this organization',
    'destructiveChangesPost.xml Destructive changes take no wildcard: name every component'
  ]);
});
