import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleConfiguration, document, failures, NOTE_OBJECT, packageZip } from '../testing.ts';
import { deployOrg, NOTE_LAYOUT, OBJECT_FILE, OBJECT_MEMBERS } from './testing.ts';

function withLayout(object: string): Uint8Array {
  return packageZip(
    { 'objects/Note__c.object': object, 'layouts/Note__c-Note Layout.layout': NOTE_LAYOUT },
    { ...OBJECT_MEMBERS, Layout: ['Note__c-Note Layout'] }
  );
}

test('a field that the schema refuses is placed in its file, and only what needs it fails with it', () => {
  const { org, deploy } = deployOrg();
  const zip = withLayout(NOTE_OBJECT.replace('        <length>80</length>\n', ''));
  const result = deploy(zip);
  assert.deepEqual(failures(result), [
    "objects/Note__c.object:4:13 Must specify 'length' for a CustomField of type Text",
    'layouts/Note__c-Note Layout.layout:4:37 In field: field - no CustomField named Note__c.Body__c found'
  ]);
  const [failure] = result.details.componentFailures;
  assert.deepEqual([failure?.componentType, failure?.fullName], ['CustomField', 'Note__c.Body__c']);

  assert.equal(deploy(zip, { rollbackOnError: false }).status, 'SucceededPartial');
  assert.deepEqual(
    org.metadata.list().map(({ fileName }) => fileName),
    ['objects/Note__c.object']
  );
  assert.equal(org.schema.object('Note__c')?.fields.has('body__c'), false);
});

test('the layout of an object that fails is not judged', () => {
  const { deploy } = deployOrg();
  const zip = withLayout(NOTE_OBJECT.replace('    <sharingModel>Private</sharingModel>\n', ''));
  assert.deepEqual(failures(deploy(zip)), [
    'objects/Note__c.object Must specify a sharingModel for the CustomObject',
    'layouts/Note__c-Note Layout.layout Parent entity failed to deploy'
  ]);
});

test('a bundle tells its problem with the place that the CLI reads from the text', () => {
  const { deploy } = deployOrg();
  const files = {
    'lwc/card/card.ts': 'enum Kind { Tip }',
    'lwc/card/card.js-meta.xml': bundleConfiguration()
  };
  assert.deepEqual(failures(deploy(packageZip(files, { LightningComponentBundle: ['card'] }))), [
    'lwc/card/card.ts:1:1 [Line: 1, Col: 1] An enum is not erasable TypeScript. Write a constant object instead.'
  ]);
});
test('the manifest and the zip must agree', () => {
  const { deploy } = deployOrg();
  const result = deploy(
    packageZip(
      {
        ...OBJECT_FILE,
        'tabs/Note__c.tab': document('CustomTab', '    <customObject>true</customObject>'),
        'notes.txt': ''
      },
      { CustomObject: ['Note__c', 'Memo__c'], StaticResource: ['chart'] }
    )
  );
  assert.deepEqual(failures(result), [
    'notes.txt Not in package.xml',
    'tabs/Note__c.tab Not in package.xml',
    "package.xml An object 'Memo__c' of type CustomObject was named in package.xml, but was not found in zipped directory",
    "package.xml An object 'chart' of type StaticResource was named in package.xml, but was not found in zipped directory"
  ]);
});

test('types that Salesforce does not know, and those that the org can not take', () => {
  const { deploy } = deployOrg();
  const zip = packageZip(
    { 'triggers/Notes.trigger': 'trigger Notes on Note__c (before insert) {}' },
    { ApexTrigger: ['Notes'], Poem: ['Ode'] }
  );
  assert.deepEqual(failures(deploy(zip)), [
    'package.xml Not available for deploy for this organization',
    "package.xml Unknown type name 'Poem' specified in package.xml"
  ]);
});

test('a file that is no XML, and a child without a name, are placed', () => {
  const { deploy } = deployOrg();
  const files = {
    'objects/Memo__c.object': '<CustomObject>\n  <label>Memo</CustomObject>',
    'objects/Note__c.object': document(
      'CustomObject',
      '    <listViews>',
      '        <label>All</label>',
      '    </listViews>'
    )
  };
  assert.deepEqual(failures(deploy(packageZip(files, { CustomObject: ['*'] }))), [
    "objects/Memo__c.object:2:14 Error parsing file: Expected closing tag 'label' (opened in line 2, col 3) instead of closing tag 'CustomObject'.",
    'objects/Note__c.object:3:16 Error parsing file: element fullName missing for a child of type ListView'
  ]);
});

test('a zip that can not be read fails as a whole', () => {
  const { deploy } = deployOrg();
  const result = deploy(new TextEncoder().encode('no zip'));
  assert.deepEqual(
    [result.status, result.success, result.errorStatusCode, result.errorMessage],
    ['Failed', false, 'INVALID_ZIP_FILE', 'The zip file is invalid: it cannot be unpacked']
  );
  assert.deepEqual(failures(deploy(packageZip({ 'a/b.txt': '' }))), ['package.xml No package.xml found']);
});
