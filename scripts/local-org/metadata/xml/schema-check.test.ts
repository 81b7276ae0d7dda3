import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from '../testing.ts';
import { parseXml } from '../../xml/document.ts';
import { checkDocument } from './schema-check.ts';
import { propertiesOf, valuesOf } from './wsdl-types.ts';

function check(type: string, ...lines: string[]): string | undefined {
  const problem = checkDocument(parseXml(document(type, ...lines)), type);
  return problem && `${problem.place.line}:${problem.place.column} ${problem.problem}`;
}

const LABEL = '    <label>Sellers</label>';

test('the WSDL is read with its base types, lists and enumerations', () => {
  const properties = propertiesOf('PermissionSet');
  assert.deepEqual(properties?.get('fullName'), { type: 'string', repeated: false, optional: true });
  assert.deepEqual(properties?.get('label'), { type: 'string', repeated: false, optional: false });
  assert.deepEqual(properties?.get('tabSettings'), {
    type: 'PermissionSetTabSetting',
    repeated: true,
    optional: false
  });
  assert.deepEqual(valuesOf('PermissionSetTabVisibility'), ['None', 'Available', 'Visible']);
  assert.equal(propertiesOf('NoSuchType'), undefined);
});

test('a document of its type is fine', () => {
  assert.equal(
    check('PermissionSet', LABEL, '    <hasActivationRequired>false</hasActivationRequired>'),
    undefined
  );
});

test('an element that does not belong is named with its type', () => {
  assert.equal(
    check(
      'PermissionSet',
      LABEL,
      '    <objectPermissions>',
      '        <mayRead>true</mayRead>',
      '    </objectPermissions>'
    ),
    '5:18 Element {http://soap.sforce.com/2006/04/metadata}mayRead invalid at this location in type PermissionSetObjectPermissions'
  );
});

test('a root of another type or without the namespace does not belong', () => {
  assert.equal(
    checkDocument(parseXml('<Layout/>'), 'PermissionSet')?.problem,
    'Element {}Layout invalid at this location in type PermissionSet'
  );
});

test('a single element may stand once, a list only in one block', () => {
  assert.equal(
    check('PermissionSet', LABEL, LABEL),
    '4:12 Element label is duplicated at this location in type PermissionSet'
  );
  const permission = '    <userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>';
  assert.equal(check('PermissionSet', LABEL, permission, permission), undefined);
  assert.equal(
    check('PermissionSet', permission, LABEL, permission),
    '5:22 Element userPermissions is duplicated at this location in type PermissionSet'
  );
});

test('a value outside of its enumeration is placed behind its end tag', () => {
  assert.equal(
    check(
      'PermissionSet',
      LABEL,
      '    <tabSettings>',
      '        <tab>T</tab>',
      '        <visibility>DefaultOn</visibility>',
      '    </tabSettings>'
    ),
    "6:43 'DefaultOn' is not a valid value for the enum 'PermissionSetTabVisibility'"
  );
});

test('booleans and numbers are what they say', () => {
  assert.equal(
    check('PermissionSet', LABEL, '    <hasActivationRequired>no</hasActivationRequired>'),
    "4:54 'no' is not a valid value for the boolean 'hasActivationRequired'"
  );
  assert.equal(
    check('CustomObject', '    <fields>', '        <length>long</length>', '    </fields>'),
    "4:30 'long' is not a valid value for the number 'length'"
  );
});

test('elements where text belongs are refused', () => {
  assert.equal(
    check('PermissionSet', '    <label><b>Sellers</b></label>'),
    '3:15 Unexpected element {http://soap.sforce.com/2006/04/metadata}b during simple type deserialization'
  );
});

test('a text that the component must have is missed', () => {
  assert.equal(
    check('PermissionSet', '    <description>For sellers</description>'),
    '2:64 Required field is missing: label'
  );
});
