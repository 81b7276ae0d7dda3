import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '../local-org/xml/document.ts';
import { checkElement } from './api-check.ts';

function check(xml: string): string[] {
  const root = parseXml(xml);
  return checkElement(root, root.name).map(({ line, text }) => `${line} ${text}`);
}

test('an element that the type does not have is found with its line', () => {
  assert.deepEqual(
    check('<CustomTab>\n<customObject>true</customObject>\n<colour>red</colour>\n</CustomTab>'),
    ['3 CustomTab has no element colour']
  );
});

test('a value outside its enumeration is found in nested elements', () => {
  const override = '<formFactor>Huge</formFactor><pageOrSobjectType>Lead</pageOrSobjectType>';
  const app = `<CustomApplication><actionOverrides>${override}</actionOverrides></CustomApplication>`;
  assert.deepEqual(check(app), ['1 formFactor takes one of Small, Medium, Large, not Huge']);
});

test('a second value for a single element, a word for a number and for a boolean are found', () => {
  const values = '<label>A</label><label>B</label><length>ten</length><required>yes</required>';
  assert.deepEqual(check(`<CustomField>${values}</CustomField>`), [
    '1 CustomField takes label once',
    '1 length takes a number, not ten',
    '1 required takes true or false, not yes'
  ]);
});

test('elements where a value belongs are found', () => {
  assert.deepEqual(check('<CustomTab><motif><icon>flag</icon></motif></CustomTab>'), [
    '1 motif takes a value, not elements'
  ]);
});

test('a missing element is found, inherited ones included', () => {
  const rule = '<accessLevel>Edit</accessLevel><sharedTo/>';
  assert.deepEqual(check(`<SharingRules><sharingOwnerRules>${rule}</sharingOwnerRules></SharingRules>`), [
    '1 SharingOwnerRule needs label',
    '1 SharingOwnerRule needs sharedFrom'
  ]);
});

test('a root that is no metadata type is refused', () => {
  assert.deepEqual(check('<CustomThing/>'), ['1 CustomThing is no type of the Metadata API']);
});
