import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, document } from '../testing.ts';
import { descriptorOf, documentTypeOf } from './components.ts';
import { parseManifest, writeManifest } from './manifest.ts';
import { PackageError, readPackage } from './package.ts';

const MANIFEST = writeManifest({ members: new Map([['CustomObject', ['Account', '*']]]), version: '66.0' });

function read(files: Record<string, string>) {
  return readPackage(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])));
}

test('a manifest is written in order and read back', () => {
  const members = new Map([
    ['Layout', ['Account-Sales & Co']],
    ['CustomField', ['Account.B__c', 'Account.A__c']]
  ]);
  const text = writeManifest({ members, version: '66.0' });
  assert.equal(
    text,
    document(
      'Package',
      '    <types>',
      '        <members>Account.A__c</members>',
      '        <members>Account.B__c</members>',
      '        <name>CustomField</name>',
      '    </types>',
      '    <types>',
      '        <members>Account-Sales &amp; Co</members>',
      '        <name>Layout</name>',
      '    </types>',
      '    <version>66.0</version>'
    )
  );
  assert.deepEqual(
    [...parseManifest(text).members],
    [
      ['CustomField', ['Account.A__c', 'Account.B__c']],
      ['Layout', ['Account-Sales & Co']]
    ]
  );
});

test('components are told by folder and suffix, bundles and resources with all their files', () => {
  const { components, strays } = read({
    'package.xml': MANIFEST,
    'objects/Account.object': '',
    'layouts/Account-Account Layout.layout': '',
    'lwc/card/card.ts': '',
    'lwc/card/card.js-meta.xml': '',
    'staticresources/chart.resource': '',
    'staticresources/chart.resource-meta.xml': '',
    'aura/page/page.cmp': '',
    'aura/page/page.cmp-meta.xml': '',
    'classes/Old.cls': '',
    'classes/Old.cls-meta.xml': '',
    'triggers/Old.trigger': '',
    'objects/README.md': ''
  });
  assert.deepEqual(
    components.map(({ type, fullName, fileName, files }) => [type.name, fullName, fileName, files.length]),
    [
      ['CustomObject', 'Account', 'objects/Account.object', 1],
      ['Layout', 'Account-Account Layout', 'layouts/Account-Account Layout.layout', 1],
      ['LightningComponentBundle', 'card', 'lwc/card/card.ts', 2],
      ['StaticResource', 'chart', 'staticresources/chart.resource', 2],
      ['AuraDefinitionBundle', 'page', 'aura/page/page.cmp', 2],
      ['ApexClass', 'Old', 'classes/Old.cls', 2]
    ]
  );
  assert.deepEqual(
    components.map((component) => descriptorOf(component)?.fileName),
    [
      'objects/Account.object',
      'layouts/Account-Account Layout.layout',
      undefined,
      'staticresources/chart.resource-meta.xml',
      undefined,
      'classes/Old.cls-meta.xml'
    ]
  );
  assert.deepEqual(strays, ['triggers/Old.trigger', 'objects/README.md']);
});

test('a package may lie in the only folder of the zip', () => {
  const { manifest, components, destructiveChanges } = read({
    'unpackaged/package.xml': MANIFEST,
    'unpackaged/destructiveChangesPost.xml': MANIFEST,
    'unpackaged/objects/Account.object': ''
  });
  assert.deepEqual(manifest.members.get('CustomObject'), ['*', 'Account']);
  assert.deepEqual(
    components.map(({ fileName }) => fileName),
    ['objects/Account.object']
  );
  assert.deepEqual(
    destructiveChanges.map(({ fileName }) => fileName),
    ['destructiveChangesPost.xml']
  );
});

test('a zip without a manifest is no package, nor is one with a broken manifest', () => {
  assert.throws(
    () => read({ 'objects/Account.object': '' }),
    new PackageError('package.xml', 'No package.xml found')
  );
  assert.throws(
    () => read({ 'package.xml': '<Package>\n<types></Package>' }),
    (error) => {
      assert.ok(error instanceof PackageError);
      assert.equal(
        error.message,
        "Error parsing file: Expected closing tag 'types' (opened in line 2, col 1) instead of closing tag 'Package'."
      );
      assert.deepEqual(error.place, { line: 2, column: 8 });
      return true;
    }
  );
  assert.throws(
    () => read({ 'package.xml': document('CustomObject') }),
    /Expected a Package, found CustomObject/
  );
});

test('reports lie in folders, which are deployed under the same type', () => {
  const { components, strays } = read({
    'package.xml': MANIFEST,
    'reports/Sales-meta.xml': '',
    'reports/Sales/Pipeline.report': '',
    'reports/Sales/Deep/Nested.report': '',
    'reports/README.md': ''
  });
  assert.deepEqual(
    components.map((component) => [component.type.name, component.fullName, documentTypeOf(component)]),
    [
      ['Report', 'Sales', 'ReportFolder'],
      ['Report', 'Sales/Pipeline', 'Report']
    ]
  );
  assert.deepEqual(strays, ['reports/Sales/Deep/Nested.report', 'reports/README.md']);
});

test('a folder is named with a slash at the end or without', () => {
  const manifest = parseManifest(
    '<Package><types><members>Sales/</members><name>Report</name></types></Package>'
  );
  assert.deepEqual(manifest.members.get('Report'), ['Sales']);
});
