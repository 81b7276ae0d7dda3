import { address, flag, integer, nameText, phone, picklist, text, dateTime } from '../fields.ts';
import { setupObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm

export const organization = setupObject(
  'Organization',
  '00D',
  ['Organization', 'Organizations'],
  [
    nameText('Name', 80),
    ...address('', '').map((entry) => ({ ...entry, label: entry.label.trim() })),
    phone('Phone', 'Phone'),
    text('PrimaryContact', 'Primary Contact', 80),
    picklist('DefaultLocaleSidKey', 'Locale', ['*en_US'], { length: 40 }),
    picklist('TimeZoneSidKey', 'Time Zone', ['*America/Los_Angeles'], { length: 40 }),
    picklist('LanguageLocaleKey', 'Language', ['*en_US'], { length: 40 }),
    integer('FiscalYearStartMonth', 'Fiscal Year Starts In', 9, { calculated: true, defaultValue: 1 }),
    picklist('OrganizationType', 'Edition', ['Developer Edition', 'Enterprise Edition'], {
      length: 40,
      calculated: true
    }),
    text('NamespacePrefix', 'Namespace Prefix', 15, { calculated: true }),
    text('InstanceName', 'Instance Name', 5, { calculated: true }),
    flag('IsSandbox', 'Is Sandbox', { calculated: true }),
    dateTime('TrialExpirationDate', 'Trial Expiration Date', { calculated: true })
  ],
  { createable: false, deletable: false }
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_recordtype.htm */
export const recordType = setupObject(
  'RecordType',
  '012',
  ['Record Type', 'Record Type'],
  [
    nameText('Name', 80),
    text('DeveloperName', 'Record Type Name', 80, { required: true }),
    text('Description', 'Description', 255),
    text('SobjectType', 'SObject Type Name', 40, { required: true }),
    flag('IsActive', 'Active', { defaultValue: true })
  ],
  { createable: false, updateable: false, deletable: false }
);
