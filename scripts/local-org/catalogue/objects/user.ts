import {
  address,
  email,
  field,
  flag,
  nameText,
  phone,
  picklist,
  reference,
  text,
  textArea
} from '../fields.ts';
import { setupObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_User.htm

const TIME_ZONES = [
  'America/Los_Angeles',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'GMT',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Stockholm',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney'
];

export const user = setupObject(
  'User',
  '005',
  ['User', 'Users'],
  [
    text('Username', 'Username', 80, { required: true, unique: true, idLookup: true }),
    text('LastName', 'Last Name', 80, { required: true, compoundFieldName: 'Name' }),
    text('FirstName', 'First Name', 40, { compoundFieldName: 'Name' }),
    text('Name', 'Full Name', 121, { nameField: true, calculated: true }),
    text('CompanyName', 'Company Name', 80),
    text('Division', 'Division', 80),
    text('Department', 'Department', 80),
    text('Title', 'Title', 80),
    ...address('', '').map((entry) => ({ ...entry, label: entry.label.trim() })),
    email('Email', 'Email', { length: 128, required: true, idLookup: true }),
    phone('Phone', 'Phone'),
    phone('Fax', 'Fax'),
    phone('MobilePhone', 'Mobile'),
    text('Alias', 'Alias', 8, { required: true }),
    text('CommunityNickname', 'Nickname', 40),
    flag('IsActive', 'Active', { defaultValue: true }),
    picklist('TimeZoneSidKey', 'Time Zone', TIME_ZONES, { length: 40, required: true }),
    reference('UserRoleId', 'Role ID', 'UserRole'),
    picklist('LocaleSidKey', 'Locale', ['en_US', 'en_GB', 'de_DE', 'fr_FR', 'sv_SE', 'ja_JP'], {
      length: 40,
      required: true
    }),
    flag('ReceivesInfoEmails', 'Info Emails'),
    flag('ReceivesAdminInfoEmails', 'Admin Info Emails'),
    picklist('EmailEncodingKey', 'Email Encoding', ['*UTF-8', 'ISO-8859-1'], {
      length: 40,
      restricted: true
    }),
    reference('ProfileId', 'Profile ID', 'Profile', { required: true, onParentDelete: 'Restrict' }),
    picklist('UserType', 'User Type', ['Standard', 'AutomatedProcess'], { length: 40, calculated: true }),
    picklist('LanguageLocaleKey', 'Language', ['*en_US', 'de', 'fr', 'es', 'ja', 'sv', 'pt_BR'], {
      length: 40
    }),
    text('EmployeeNumber', 'Employee Number', 20),
    reference('ManagerId', 'Manager ID', 'User'),
    flag('UserPermissionsMarketingUser', 'Marketing User'),
    text('FederationIdentifier', 'SAML Federation ID', 512, {
      unique: true,
      caseSensitive: true,
      idLookup: true
    }),
    textArea('AboutMe', 'About Me', 1000),
    field('LastLoginDate', 'Last Login', 'datetime', { calculated: true })
  ],
  { deletable: false }
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_role.htm */
export const userRole = setupObject(
  'UserRole',
  '00E',
  ['Role', 'Roles'],
  [
    nameText('Name', 80),
    reference('ParentRoleId', 'Parent Role ID', 'UserRole', { relationshipName: null }),
    text('RollupDescription', 'Description', 80),
    text('DeveloperName', 'Developer Name', 80, { required: true, unique: true })
  ],
  { audit: 'none' }
);

/** Public groups and queues. https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_group.htm */
export const group = setupObject(
  'Group',
  '00G',
  ['Group', 'Group'],
  [
    nameText('Name', 40),
    text('DeveloperName', 'Developer Name', 80, { required: true }),
    reference('RelatedId', 'Related ID', ['User', 'UserRole'], { relationshipName: 'Related' }),
    picklist('Type', 'Type', ['*Regular', 'Queue'], { length: 40, restricted: true }),
    flag('DoesIncludeBosses', 'Include Bosses', { defaultValue: true })
  ]
);

export const groupMember = setupObject(
  'GroupMember',
  '011',
  ['Group Member', 'Group Member'],
  [
    reference('GroupId', 'Group ID', 'Group', {
      required: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'GroupMembers'
    }),
    reference('UserOrGroupId', 'User/Group ID', ['User', 'Group'], {
      required: true,
      onParentDelete: 'Cascade',
      relationshipName: null
    })
  ],
  { audit: 'none', updateable: false }
);
