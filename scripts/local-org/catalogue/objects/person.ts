import {
  address,
  date,
  dateTime,
  decimal,
  email,
  flag,
  integer,
  owner,
  phone,
  picklist,
  reference,
  text,
  textArea,
  url
} from '../fields.ts';
import { standardObject } from '../object.ts';
import { CLEAN_STATUSES, INDUSTRIES, LEAD_SOURCES, RATINGS, SALUTATIONS } from './shared-picklists.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Contact.htm
// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Lead.htm

function nameParts() {
  const part = { compoundFieldName: 'Name' };
  return [
    text('LastName', 'Last Name', 80, { required: true, ...part }),
    text('FirstName', 'First Name', 40, { permissionable: false, ...part }),
    picklist('Salutation', 'Salutation', SALUTATIONS, { length: 40, permissionable: false, ...part }),
    text('Name', 'Full Name', 121, { nameField: true, calculated: true })
  ];
}

/** New orgs share contacts through their account. */
export const contact = standardObject(
  'Contact',
  '003',
  ['Contact', 'Contacts'],
  { sharingModel: 'ControlledByParent', controllingField: 'AccountId' },
  [
    reference('AccountId', 'Account ID', 'Account', {
      childRelationshipName: 'Contacts',
      onParentDelete: 'Cascade'
    }),
    ...nameParts(),
    ...address('Other', 'Other'),
    ...address('Mailing', 'Mailing'),
    phone('Phone', 'Business Phone'),
    phone('Fax', 'Business Fax'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('HomePhone', 'Home Phone'),
    phone('OtherPhone', 'Other Phone'),
    phone('AssistantPhone', 'Asst. Phone'),
    reference('ReportsToId', 'Reports To ID', 'Contact'),
    email('Email', 'Email', { idLookup: true }),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    text('AssistantName', "Assistant's Name", 40),
    picklist('LeadSource', 'Lead Source', LEAD_SOURCES),
    date('Birthdate', 'Birthdate'),
    textArea('Description', 'Contact Description', 32000),
    owner(),
    flag('HasOptedOutOfEmail', 'Email Opt Out'),
    flag('HasOptedOutOfFax', 'Fax Opt Out'),
    flag('DoNotCall', 'Do Not Call'),
    date('LastActivityDate', 'Last Activity', { calculated: true }),
    dateTime('LastCURequestDate', 'Last Stay-in-Touch Request Date', { calculated: true }),
    dateTime('LastCUUpdateDate', 'Last Stay-in-Touch Save Date', { calculated: true }),
    text('Jigsaw', 'Data.com Key', 20),
    text('JigsawContactId', 'Jigsaw Contact ID', 20, { calculated: true }),
    picklist('CleanStatus', 'Clean Status', CLEAN_STATUSES, { restricted: true, length: 40 })
  ]
);

const LEAD_STATUSES = ['*Open - Not Contacted', 'Working - Contacted', 'Closed - Not Converted'];

export const lead = standardObject('Lead', '00Q', ['Lead', 'Leads'], { sharingModel: 'ReadWriteTransfer' }, [
  ...nameParts(),
  text('Title', 'Title', 128),
  text('Company', 'Company', 255, { required: true }),
  ...address('', '').map((entry) => ({ ...entry, label: entry.label.trim() })),
  phone('Phone', 'Phone'),
  phone('MobilePhone', 'Mobile Phone'),
  phone('Fax', 'Fax'),
  email('Email', 'Email', { idLookup: true }),
  url('Website', 'Website'),
  textArea('Description', 'Description', 32000),
  picklist('LeadSource', 'Lead Source', LEAD_SOURCES),
  picklist('Status', 'Status', LEAD_STATUSES, { required: true }),
  picklist('Industry', 'Industry', INDUSTRIES),
  picklist('Rating', 'Rating', RATINGS),
  decimal('AnnualRevenue', 'Annual Revenue', 'currency', 18, 0),
  integer('NumberOfEmployees', 'Employees', 8),
  owner({ referenceTo: ['User', 'Group'] }),
  flag('HasOptedOutOfEmail', 'Email Opt Out'),
  flag('DoNotCall', 'Do Not Call'),
  flag('IsConverted', 'Converted', { calculated: true }),
  date('ConvertedDate', 'Converted Date', { calculated: true }),
  reference('ConvertedAccountId', 'Converted Account ID', 'Account', { calculated: true }),
  reference('ConvertedContactId', 'Converted Contact ID', 'Contact', { calculated: true }),
  reference('ConvertedOpportunityId', 'Converted Opportunity ID', 'Opportunity', { calculated: true }),
  flag('IsUnreadByOwner', 'Unread By Owner', { permissionable: false, defaultValue: true }),
  date('LastActivityDate', 'Last Activity', { calculated: true }),
  dateTime('FirstCallDateTime', 'First Call Date', { calculated: true }),
  dateTime('FirstEmailDateTime', 'First Email Date', { calculated: true })
]);
