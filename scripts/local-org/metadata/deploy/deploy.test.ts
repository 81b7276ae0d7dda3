import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../package/zip.ts';
import { childText, parseXml } from '../../xml/document.ts';
import { bundleConfiguration, document, failures, NOTE_OBJECT, packageZip, successes } from '../testing.ts';
import { deployOrg, OBJECT_FILE, OBJECT_MEMBERS } from './testing.ts';

const READERS = document(
  'PermissionSet',
  '    <fieldPermissions>',
  '        <editable>true</editable>',
  '        <field>Note__c.Body__c</field>',
  '        <readable>true</readable>',
  '    </fieldPermissions>',
  '    <label>Readers</label>'
);

test('a first deploy creates, a second changes nothing', () => {
  const { org, deploy } = deployOrg();
  const zip = packageZip(OBJECT_FILE, OBJECT_MEMBERS);
  const first = deploy(zip);
  assert.deepEqual(failures(first), []);
  assert.deepEqual(successes(first), [
    'CustomObject Note__c created',
    'CustomField Note__c.Body__c created',
    'package.xml changed'
  ]);
  assert.deepEqual(
    [
      first.status,
      first.success,
      first.numberComponentsDeployed,
      first.numberComponentsTotal,
      first.numberComponentErrors
    ],
    ['Succeeded', true, 2, 2, 0]
  );
  assert.deepEqual(
    [first.id, first.createdByName, first.createdDate, first.completedDate],
    ['0Af000000000001CAA', 'Ada Admin', '2026-11-18T12:00:00.000Z', '2026-11-18T12:00:00.000Z']
  );
  assert.ok(org.schema.object('Note__c')?.fields.has('body__c'));
  assert.deepEqual(successes(deploy(zip)), [
    'CustomObject Note__c unchanged',
    'CustomField Note__c.Body__c unchanged',
    'package.xml changed'
  ]);
});

test('a change is told for what changed alone', () => {
  const { deploy } = deployOrg();
  deploy(packageZip(OBJECT_FILE, OBJECT_MEMBERS));
  const longer = { 'objects/Note__c.object': NOTE_OBJECT.replace('<length>80', '<length>90') };
  assert.deepEqual(successes(deploy(packageZip(longer, OBJECT_MEMBERS))), [
    'CustomObject Note__c unchanged',
    'CustomField Note__c.Body__c changed',
    'package.xml changed'
  ]);
  const renamed = {
    'objects/Note__c.object': NOTE_OBJECT.replace('<label>Note</label>', '<label>Memo</label>')
  };
  assert.deepEqual(successes(deploy(packageZip(renamed, { CustomObject: ['Note__c'] }))), [
    'CustomObject Note__c changed',
    'package.xml changed'
  ]);
});

test('a check keeps nothing', () => {
  const { org, deploy } = deployOrg();
  const result = deploy(packageZip(OBJECT_FILE, OBJECT_MEMBERS), { checkOnly: true });
  assert.deepEqual(
    [result.status, result.checkOnly, result.numberComponentsDeployed],
    ['Succeeded', true, 2]
  );
  assert.deepEqual(org.metadata.list(), []);
  assert.equal(org.schema.object('Note__c'), undefined);
});

test('one mistake and nothing is kept', () => {
  const { org, deploy } = deployOrg();
  const readers = READERS.replace('Note__c.Body__c', 'Note__c.Text__c');
  const result = deploy(
    packageZip(
      { ...OBJECT_FILE, 'permissionsets/Readers.permissionset': readers },
      { ...OBJECT_MEMBERS, PermissionSet: ['Readers'] }
    )
  );
  assert.deepEqual(failures(result), [
    'permissionsets/Readers.permissionset:3:23 In field: field - no CustomField named Note__c.Text__c found'
  ]);
  assert.deepEqual(
    [
      result.status,
      result.success,
      result.numberComponentsDeployed,
      result.numberComponentsTotal,
      result.numberComponentErrors
    ],
    ['Failed', false, 2, 3, 1]
  );
  assert.deepEqual(org.metadata.list(), []);
});

test('without rollback what is right is kept', () => {
  const { org, deploy } = deployOrg();
  const readers = READERS.replace('Note__c.Body__c', 'Note__c.Text__c');
  const result = deploy(
    packageZip(
      { ...OBJECT_FILE, 'permissionsets/Readers.permissionset': readers },
      { ...OBJECT_MEMBERS, PermissionSet: ['Readers'] }
    ),
    { rollbackOnError: false }
  );
  assert.deepEqual([result.status, result.success], ['SucceededPartial', false]);
  assert.deepEqual(
    org.metadata.list().map(({ fileName }) => fileName),
    ['objects/Note__c.object']
  );
});

test('a field of a standard object is laid over it, and only what the manifest names', () => {
  const { org, deploy } = deployOrg();
  const field = (name: string) =>
    `    <fields>\n        <fullName>${name}</fullName>\n        <label>${name}</label>\n        <type>Checkbox</type>\n        <defaultValue>false</defaultValue>\n    </fields>`;
  const files = { 'objects/Account.object': document('CustomObject', field('Key__c'), field('Vip__c')) };
  assert.deepEqual(successes(deploy(packageZip(files, { CustomField: ['Account.Vip__c'] }))), [
    'CustomField Account.Vip__c created',
    'package.xml changed'
  ]);
  const fields = org.schema.object('Account')?.fields;
  assert.deepEqual(
    [fields?.has('vip__c'), fields?.has('key__c'), fields?.has('industry')],
    [true, false, true]
  );
});

test('labels of an earlier deploy stay, and say what they said', () => {
  const { org, deploy } = deployOrg();
  const label = (name: string, value: string) =>
    document(
      'CustomLabels',
      '    <labels>',
      `        <fullName>${name}</fullName>`,
      '        <language>en_US</language>',
      '        <protected>false</protected>',
      `        <shortDescription>${name}</shortDescription>`,
      `        <value>${value}</value>`,
      '    </labels>'
    );
  const zip = (name: string, value: string) =>
    packageZip({ 'labels/CustomLabels.labels': label(name, value) }, { CustomLabel: [name] });
  deploy(zip('Hello', 'A &#8211; B <![CDATA[<&>]]>'));
  assert.deepEqual(successes(deploy(zip('Bye', 'C'))), ['CustomLabel Bye created', 'package.xml changed']);
  const [file] = org.metadata.get('CustomLabels', 'CustomLabels');
  const labels = parseXml(textOf(file?.content ?? new Uint8Array())).children;
  assert.deepEqual(
    labels.map((element) => [childText(element, 'fullName'), childText(element, 'value')]),
    [
      ['Bye', 'C'],
      ['Hello', 'A – B <&>']
    ]
  );
});

test('a bundle is one row, and is replaced as a whole', () => {
  const { org, deploy } = deployOrg();
  const files = {
    'lwc/card/card.ts':
      "import { LightningElement } from 'lwc';\nexport default class Card extends LightningElement {}",
    'lwc/card/card.html': '<template></template>',
    'lwc/card/card.js-meta.xml': bundleConfiguration()
  };
  const members = { LightningComponentBundle: ['card'] };
  assert.deepEqual(successes(deploy(packageZip(files, members))), [
    'LightningComponentBundle card created',
    'package.xml changed'
  ]);
  const withoutTemplate = Object.entries(files).filter(([path]) => !path.endsWith('.html'));
  assert.deepEqual(successes(deploy(packageZip(Object.fromEntries(withoutTemplate), members))), [
    'LightningComponentBundle card changed',
    'package.xml changed'
  ]);
  assert.deepEqual(
    org.metadata.get('LightningComponentBundle', 'card').map(({ fileName }) => fileName),
    ['lwc/card/card.js-meta.xml', 'lwc/card/card.ts']
  );
});
