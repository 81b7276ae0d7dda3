import {
  address,
  date,
  decimal,
  integer,
  nameText,
  owner,
  phone,
  picklist,
  reference,
  text,
  textArea,
  url
} from '../fields.ts';
import { standardObject } from '../object.ts';
import { CLEAN_STATUSES, INDUSTRIES, LEAD_SOURCES, RATINGS } from './shared-picklists.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Account.htm

const TYPES = [
  'Prospect',
  'Customer - Direct',
  'Customer - Channel',
  'Channel Partner / Reseller',
  'Installation Partner',
  'Technology Partner',
  'Other'
];

export const account = standardObject('Account', '001', ['Account', 'Accounts'], {}, [
  nameText('Account Name', 255),
  picklist('Type', 'Account Type', TYPES),
  reference('ParentId', 'Parent Account ID', 'Account', { childRelationshipName: 'ChildAccounts' }),
  ...address('Billing', 'Billing'),
  ...address('Shipping', 'Shipping'),
  phone('Phone', 'Account Phone'),
  phone('Fax', 'Account Fax'),
  text('AccountNumber', 'Account Number', 40),
  url('Website', 'Website'),
  text('Sic', 'SIC Code', 20),
  picklist('Industry', 'Industry', INDUSTRIES),
  decimal('AnnualRevenue', 'Annual Revenue', 'currency', 18, 0),
  integer('NumberOfEmployees', 'Employees', 8),
  picklist('Ownership', 'Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
  text('TickerSymbol', 'Ticker Symbol', 20),
  textArea('Description', 'Account Description', 32000),
  picklist('Rating', 'Account Rating', RATINGS),
  text('Site', 'Account Site', 80),
  owner(),
  date('LastActivityDate', 'Last Activity', { calculated: true }),
  picklist('AccountSource', 'Account Source', LEAD_SOURCES),
  text('SicDesc', 'SIC Description', 80),
  text('Jigsaw', 'Data.com Key', 20),
  text('JigsawCompanyId', 'Jigsaw Company ID', 20, { calculated: true }),
  picklist('CleanStatus', 'Clean Status', CLEAN_STATUSES, { restricted: true, length: 40 })
]);
