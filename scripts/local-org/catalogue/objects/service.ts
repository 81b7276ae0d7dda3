import {
  dateTime,
  email,
  flag,
  owner,
  phone,
  picklist,
  reference,
  text,
  textArea,
  type FieldOptions
} from '../fields.ts';
import { standardObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Case.htm

const REASONS = [
  'Installation',
  'Equipment Complexity',
  'Performance',
  'Breakdown',
  'Equipment Design',
  'Feedback',
  'Other'
];

/** What a case shows of its contact. */
function ofContact(field: string): FieldOptions {
  return {
    calculated: true,
    computed: { kind: 'formula', source: `Contact.${field}`, blanksAreZero: false }
  };
}

export const supportCase = standardObject(
  'Case',
  '500',
  ['Case', 'Cases'],
  { sharingModel: 'ReadWriteTransfer' },
  [
    text('CaseNumber', 'Case Number', 30, {
      nameField: true,
      calculated: true,
      autoNumberFormat: '{00000000}'
    }),
    reference('ContactId', 'Contact ID', 'Contact', { childRelationshipName: 'Cases' }),
    reference('AccountId', 'Account ID', 'Account', { childRelationshipName: 'Cases' }),
    reference('ParentId', 'Parent Case ID', 'Case', { childRelationshipName: 'Cases' }),
    text('SuppliedName', 'Name', 80),
    email('SuppliedEmail', 'Email Address'),
    phone('SuppliedPhone', 'Phone'),
    text('SuppliedCompany', 'Company', 80),
    picklist('Type', 'Case Type', ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
    picklist('Status', 'Status', ['*New', 'Working', 'Escalated', 'Closed']),
    picklist('Reason', 'Case Reason', REASONS),
    picklist('Origin', 'Case Origin', ['Phone', 'Email', 'Web']),
    text('Subject', 'Subject', 255),
    picklist('Priority', 'Priority', ['High', '*Medium', 'Low']),
    textArea('Description', 'Description', 32000),
    flag('IsClosed', 'Closed', { calculated: true }),
    dateTime('ClosedDate', 'Closed Date', { calculated: true }),
    flag('IsEscalated', 'Escalated'),
    phone('ContactPhone', 'Contact Phone', ofContact('Phone')),
    phone('ContactMobile', 'Contact Mobile', ofContact('MobilePhone')),
    email('ContactEmail', 'Contact Email', ofContact('Email')),
    // A comment is a record of its own in a real org, which nobody can write here.
    textArea('Comments', 'Internal Comments', 4000, { calculated: true }),
    owner({ referenceTo: ['Group', 'User'] })
  ]
);
