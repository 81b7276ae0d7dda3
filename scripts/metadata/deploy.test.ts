import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { unzipSync } from 'fflate';
import { childrenOf, childText, parseXml } from '../local-org/xml/document.ts';
import { fieldsOfObjects } from './fields.ts';
import { ROOT, sourceFiles } from './source.ts';

const files = sourceFiles();
const components = ComponentSet.fromSource(`${ROOT}force-app`);

test('the Salesforce CLI recognises every metadata file', () => {
  const walked = components
    .getSourceComponents()
    .toArray()
    .flatMap((component) => [component, ...component.getChildren()])
    .map((component) => component.xml);
  const recognised = new Set(walked);
  assert.deepEqual(
    files.map(({ path }) => path).filter((path) => !recognised.has(`${ROOT}${path}`)),
    []
  );
});

test('it converts to the package that an org is sent, every object whole', async () => {
  const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
  assert.ok(zipBuffer);
  const entries = unzipSync(zipBuffer);
  const fields = fieldsOfObjects(files);
  assert.ok(fields.size > 0);
  for (const [object, ofObject] of fields) {
    const entry = entries[`objects/${object}.object`];
    assert.ok(entry, `objects/${object}.object is not in the package`);
    const packed = childrenOf(parseXml(new TextDecoder().decode(entry)), 'fields').map((field) =>
      childText(field, 'fullName')
    );
    assert.deepEqual(packed.toSorted(), [...ofObject.keys()].toSorted());
  }
});

test('the manifest asks for the API version of the project', async () => {
  const project = JSON.parse(readFileSync(`${ROOT}sfdx-project.json`, 'utf8')) as {
    sourceApiVersion: string;
  };
  components.sourceApiVersion = project.sourceApiVersion;
  const manifest = parseXml(await components.getPackageXml());
  assert.equal(childText(manifest, 'version'), '66.0');
  const types = childrenOf(manifest, 'types').map((type) => childText(type, 'name'));
  const expected = ['CustomApplication', 'CustomObject', 'CustomTab', 'FlexiPage', 'Group', 'Layout'];
  assert.deepEqual(
    [...expected, 'LightningComponentBundle', 'PermissionSet', 'RestrictionRule'].filter(
      (t) => !types.includes(t)
    ),
    []
  );
});
