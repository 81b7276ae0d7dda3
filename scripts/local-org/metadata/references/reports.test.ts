import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from './testing.ts';

test('a report type stands on an object that exists and offers fields that it has', () => {
  assert.deepEqual(check('ReportType', 'Memos', '    <baseObject>Memo__c</baseObject>'), [
    '2:61 In field: baseObject - no CustomObject named Memo__c found'
  ]);
  assert.deepEqual(
    check(
      'ReportType',
      'Notes',
      '    <baseObject>Note__c</baseObject>',
      '    <sections>',
      '        <columns><field>Kind__c</field><table>Note__c</table></columns>',
      '        <columns><field>Text__c</field><table>Note__c</table></columns>',
      '    </sections>'
    ),
    ['6:18 Invalid field: Text__c in object: Note__c']
  );
});

test('a report lies in a folder, stands on a report type and names columns that exist', () => {
  assert.deepEqual(
    check(
      'Report',
      'Notes/By_Kind',
      '    <columns><field>Note__c$Text__c</field></columns>',
      '    <groupingsDown><field>Note__c$Kind__c</field></groupingsDown>',
      '    <reportType>Notes__c</reportType>'
    ),
    [
      '2:57 Cannot find folder:Notes',
      '2:57 invalid report type: Notes__c',
      '3:21 Invalid field name: Note__c$Text__c'
    ]
  );
});

test('a report on a standard report type is taken as it is, but for its folder', () => {
  assert.deepEqual(
    check(
      'Report',
      'Notes/Pipeline',
      '    <columns><field>AMOUNT</field></columns>',
      '    <reportType>Opportunity</reportType>'
    ),
    ['2:57 Cannot find folder:Notes']
  );
});

test('a dashboard shows reports that exist', () => {
  assert.deepEqual(
    check(
      'Dashboard',
      'Notes/Board',
      '    <leftSection>',
      '        <components><report>Notes/By_Kind</report></components>',
      '    </leftSection>'
    ),
    ['2:60 Cannot find folder:Notes', '4:29 In field: report - no Report named Notes/By_Kind found']
  );
});

test('a folder refers to nothing', () => {
  assert.deepEqual(check('Report', 'Notes', '    <name>Notes</name>'), []);
});
