import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from './testing.ts';

test('a permission set grants only what exists and can be granted', () => {
  const grants = [
    '    <applicationVisibilities><application>Sales</application></applicationVisibilities>',
    '    <applicationVisibilities><application>standard__Sales</application></applicationVisibilities>',
    '    <classAccesses><apexClass>Notes</apexClass></classAccesses>',
    '    <fieldPermissions><field>Note__c.Body__c</field></fieldPermissions>',
    '    <fieldPermissions><field>Note__c.Text__c</field></fieldPermissions>',
    '    <fieldPermissions><field>Note__c.Kind__c</field></fieldPermissions>',
    '    <fieldPermissions><editable>true</editable><field>Opportunity.ExpectedRevenue</field></fieldPermissions>',
    '    <objectPermissions><object>Memo__c</object></objectPermissions>',
    '    <objectPermissions><allowEdit>true</allowEdit><object>Note__c</object></objectPermissions>',
    '    <tabSettings><tab>Note__c</tab></tabSettings>',
    '    <tabSettings><tab>standard-Account</tab></tabSettings>',
    '    <userPermissions><name>FlyPlanes</name></userPermissions>'
  ];
  assert.deepEqual(check('PermissionSet', 'Readers', ...grants), [
    '3:30 In field: application - no CustomApplication named Sales found',
    '12:18 In field: tab - no CustomTab named Note__c found',
    '5:20 In field: apexClass - no ApexClass named Notes found',
    '10:24 In field: object - no CustomObject named Memo__c found',
    '11:24 Permission Edit Note__c depends on permission(s): Read Note__c',
    '7:23 In field: field - no CustomField named Note__c.Text__c found',
    '8:23 You cannot deploy to a required field: Note__c.Kind__c',
    '9:23 Field Opportunity.ExpectedRevenue is not editable',
    '14:22 Unknown user permission: FlyPlanes'
  ]);
});

test('a layout places fields, lists and actions that exist', () => {
  assert.deepEqual(
    check(
      'Layout',
      'Note__c-Note Layout',
      '    <layoutSections>',
      '        <layoutColumns>',
      '            <layoutItems>',
      '                <field>Text__c</field>',
      '            </layoutItems>',
      '        </layoutColumns>',
      '    </layoutSections>',
      '    <quickActionList>',
      '        <quickActionListItems><quickActionName>NewTask</quickActionName></quickActionListItems>',
      '        <quickActionListItems><quickActionName>Note__c.Praise</quickActionName></quickActionListItems>',
      '    </quickActionList>',
      '    <relatedLists><relatedList>RelatedActivityList</relatedList></relatedLists>',
      '    <relatedLists><relatedList>Memo__c.Note__c</relatedList></relatedLists>',
      '    <relatedLists><fields>Text__c</fields><relatedList>Note__c.Body__c</relatedList></relatedLists>'
    ),
    [
      '5:26 In field: field - no CustomField named Note__c.Text__c found',
      '15:19 Cannot find related list:Memo__c.Note__c',
      '16:19 Invalid field:Text__c in related list:Note__c.Body__c',
      '12:48 In field: QuickAction - no QuickAction named Note__c.Praise found'
    ]
  );
  assert.deepEqual(check('Layout', 'Memo__c-Memo Layout'), [
    '2:57 In field: fullName - no CustomObject named Memo__c found'
  ]);
});

test('a layout places an address as one', () => {
  const item = (field: string) => `<layoutItems><field>${field}</field></layoutItems>`;
  const columns = `<layoutColumns>${item('BillingAddress')}${item('HomeAddress')}</layoutColumns>`;
  assert.deepEqual(check('Layout', 'Account-Layout', `    <layoutSections>${columns}</layoutSections>`), [
    '3:105 In field: field - no CustomField named Account.HomeAddress found'
  ]);
});

test('a page holds components of the project with their properties, and fields of its object', () => {
  assert.deepEqual(
    check(
      'FlexiPage',
      'Note_Page',
      '    <flexiPageRegions>',
      '        <itemInstances><componentInstance>',
      '            <componentInstanceProperties><name>title</name></componentInstanceProperties>',
      '            <componentInstanceProperties><name>size</name></componentInstanceProperties>',
      '            <componentInstanceProperties><name>width</name><type>decorator</type></componentInstanceProperties>',
      '            <componentName>c:card</componentName>',
      '        </componentInstance></itemInstances>',
      '        <itemInstances><componentInstance><componentName>c:lost</componentName></componentInstance></itemInstances>',
      '        <itemInstances><componentInstance><componentName>force:detailPanel</componentName></componentInstance></itemInstances>',
      '        <itemInstances><fieldInstance><fieldItem>Record.Text__c</fieldItem></fieldInstance></itemInstances>',
      '    </flexiPageRegions>',
      '    <sobjectType>Note__c</sobjectType>'
    ),
    [
      '6:42 Invalid property [size] in component [c:card]',
      "10:43 We couldn't retrieve the design time component information for component c:lost.",
      "12:39 Something went wrong. We couldn't retrieve or load the information on the field: Record.Text__c."
    ]
  );
  assert.deepEqual(check('FlexiPage', 'Memo_Page', '    <sobjectType>Memo__c</sobjectType>'), [
    '3:18 In field: sobjectType - no CustomObject named Memo__c found'
  ]);
});

test('a tab shows what exists', () => {
  const objectTab = '    <customObject>true</customObject>';
  assert.deepEqual(check('CustomTab', 'Note__c', objectTab), []);
  assert.deepEqual(check('CustomTab', 'Memo__c', objectTab), [
    '2:60 In field: fullName - no CustomObject named Memo__c found'
  ]);
  assert.deepEqual(check('CustomTab', 'Home', '    <flexiPage>Home_Page</flexiPage>'), [
    '3:16 In field: flexiPage - no FlexiPage named Home_Page found'
  ]);
});

test('an app has tabs, a utility bar and pages that exist', () => {
  assert.deepEqual(
    check(
      'CustomApplication',
      'Sales',
      '    <actionOverrides>',
      '        <actionName>View</actionName>',
      '        <content>Note_Page</content>',
      '        <type>Flexipage</type>',
      '    </actionOverrides>',
      '    <tabs>standard-home</tabs>',
      '    <tabs>Note__c</tabs>',
      '    <utilityBar>Sales_Bar</utilityBar>'
    ),
    [
      '9:11 In field: tab - no CustomTab named Note__c found',
      '10:17 In field: utilityBar - no FlexiPage named Sales_Bar found',
      '3:22 Note_Page does not exist or is not a valid override for action View.'
    ]
  );
});

test('an action and a path know their object', () => {
  assert.deepEqual(
    check(
      'QuickAction',
      'Note__c.Praise',
      '    <lightningWebComponent>lost</lightningWebComponent>',
      '    <quickActionLayout><quickActionLayoutColumns>',
      '        <quickActionLayoutItems><field>Text__c</field></quickActionLayoutItems>',
      '    </quickActionLayoutColumns></quickActionLayout>',
      '    <targetObject>Note__c</targetObject>'
    ),
    [
      '3:28 Unable to retrieve lightning web component by namespace/developer name : lost',
      '5:40 In field: field - no CustomField named Note__c.Text__c found'
    ]
  );
  assert.deepEqual(
    check(
      'PathAssistant',
      'Notes',
      '    <entityName>Note__c</entityName>',
      '    <fieldName>Kind__c</fieldName>',
      '    <pathAssistantSteps><fieldNames>Text__c</fieldNames><picklistValueName>Trick</picklistValueName></pathAssistantSteps>'
    ),
    [
      '5:25 Picklist value: Trick in picklist: Kind__c not found',
      '5:37 In field: fieldNames - no CustomField named Note__c.Text__c found'
    ]
  );
});
