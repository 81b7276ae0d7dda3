import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkChild } from './testing.ts';

test('an object names layouts, fields and pages that exist', () => {
  assert.deepEqual(
    check(
      'CustomObject',
      'Note__c',
      '    <actionOverrides><actionName>View</actionName><content>Note_Page</content><type>Flexipage</type></actionOverrides>',
      '    <compactLayoutAssignment>Short</compactLayoutAssignment>',
      '    <searchLayouts><searchResultsAdditionalFields>Text__c</searchResultsAdditionalFields></searchLayouts>'
    ),
    [
      '4:30 In field: compactLayoutAssignment - no CompactLayout named Note__c.Short found',
      '3:22 Note_Page does not exist or is not a valid override for action View.',
      '5:51 In field: searchResultsAdditionalFields - no CustomField named Note__c.Text__c found'
    ]
  );
});

test('a list view has columns of its object', () => {
  assert.deepEqual(
    checkChild(
      '    <listViews>',
      '        <fullName>All</fullName>',
      '        <columns>NAME</columns>',
      '        <columns>Body__c</columns>',
      '        <columns>Text__c</columns>',
      '        <columns>Name</columns>',
      '        <filters><field>OWNER_ALIAS</field></filters>',
      '    </listViews>'
    ),
    [
      '3:16 Could not resolve list view column: Text__c',
      '3:16 Could not resolve list view column: Name',
      '3:16 Could not resolve list view column: OWNER_ALIAS'
    ]
  );
});

test('other children of an object name its fields and values', () => {
  assert.deepEqual(checkChild('    <compactLayouts><fields>Text__c</fields></compactLayouts>'), [
    '3:29 In field: fields - no CustomField named Note__c.Text__c found'
  ]);
  assert.deepEqual(
    checkChild(
      '    <recordTypes>',
      '        <picklistValues><picklist>Kind__c</picklist><values><fullName>Trick%2E</fullName></values></picklistValues>',
      '    </recordTypes>'
    ),
    ['3:18 Picklist value: Trick. in picklist: Kind__c not found']
  );
});

test('a label has a name and a text of sizes that the platform takes', () => {
  assert.deepEqual(
    checkChild(`    <labels><fullName>My__Label</fullName><value>${'x'.repeat(1001)}</value></labels>`),
    [
      '3:13 The label name My__Label can only contain letters, numbers and single underscores, and must begin with a letter',
      '3:50 value of My__Label has 1001 characters, the most is 1000'
    ]
  );
});
