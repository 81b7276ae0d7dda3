import type { DraftItem, DraftSection } from './layout-draft.ts';

// The page layouts of a new org's sales objects; fields that the org doesn't have leave their place.

type Columns = readonly (readonly string[])[];

/** Kept by the org, whatever the user may do. */
const READONLY = new Set(['CreatedById', 'LastModifiedById', 'ExpectedRevenue', 'OwnerId']);

function section(heading: string, columns: Columns): DraftSection {
  const item = (field: string): DraftItem => ({
    field,
    behavior: READONLY.has(field) ? 'Readonly' : 'Edit'
  });
  return {
    heading,
    headingOnView: true,
    headingOnEdit: true,
    columns: columns.map((names) => names.map(item))
  };
}

const SYSTEM = section('System Information', [['CreatedById'], ['LastModifiedById']]);
const DESCRIPTION = section('Description Information', [['Description']]);

function address(prefix: string): string[] {
  return ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${prefix}${part}`);
}

export const STANDARD_LAYOUTS: Readonly<Record<string, DraftSection[]>> = {
  Account: [
    section('Account Information', [
      ['OwnerId', 'Name', 'ParentId', 'AccountNumber', 'Type', 'Industry', 'AnnualRevenue'],
      ['Rating', 'Phone', 'Website', 'Ownership', 'NumberOfEmployees', 'AccountSource']
    ]),
    section('Address Information', [address('Billing'), address('Shipping')]),
    SYSTEM,
    DESCRIPTION
  ],
  Contact: [
    section('Contact Information', [
      ['OwnerId', 'Name', 'AccountId', 'Title', 'Department', 'ReportsToId', 'LeadSource'],
      ['Phone', 'MobilePhone', 'HomePhone', 'Email', 'Birthdate']
    ]),
    section('Address Information', [address('Mailing'), address('Other')]),
    SYSTEM,
    DESCRIPTION
  ],
  Lead: [
    section('Lead Information', [
      ['OwnerId', 'Name', 'Company', 'Title', 'LeadSource', 'Industry', 'AnnualRevenue'],
      ['Status', 'Phone', 'MobilePhone', 'Email', 'Website', 'Rating', 'NumberOfEmployees']
    ]),
    section('Address Information', [address('')]),
    SYSTEM,
    DESCRIPTION
  ],
  Opportunity: [
    section('Opportunity Information', [
      ['OwnerId', 'IsPrivate', 'Name', 'AccountId', 'Type', 'LeadSource'],
      ['Amount', 'ExpectedRevenue', 'CloseDate', 'NextStep', 'StageName', 'Probability', 'CampaignId']
    ]),
    SYSTEM,
    DESCRIPTION
  ]
};
