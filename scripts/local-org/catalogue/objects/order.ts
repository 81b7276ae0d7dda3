import { address, date, owner, picklist, reference, text, textArea } from '../fields.ts';
import { standardObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Order.htm

/** Orders without their products, so that every one of them stays a draft. */
export const order = standardObject(
  'Order',
  '801',
  ['Order', 'Orders'],
  { sharingModel: 'ControlledByParent', controllingField: 'AccountId' },
  [
    text('OrderNumber', 'Order Number', 30, {
      nameField: true,
      calculated: true,
      autoNumberFormat: '{00000000}'
    }),
    text('Name', 'Order Name', 80),
    reference('AccountId', 'Account ID', 'Account', { childRelationshipName: 'Orders' }),
    reference('Pricebook2Id', 'Price Book ID', 'Pricebook2'),
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', { childRelationshipName: 'Orders' }),
    date('EffectiveDate', 'Order Start Date', { required: true }),
    date('EndDate', 'Order End Date'),
    picklist('Status', 'Status', ['*Draft', 'Activated'], { required: true }),
    picklist('StatusCode', 'Status Category', ['Draft', 'Activated'], { calculated: true }),
    picklist('Type', 'Order Type', []),
    textArea('Description', 'Description', 32000),
    text('PoNumber', 'PO Number', 80),
    date('PoDate', 'PO Date'),
    reference('BillToContactId', 'Bill To Contact ID', 'Contact'),
    reference('ShipToContactId', 'Ship To Contact ID', 'Contact'),
    ...address('Billing', 'Billing'),
    ...address('Shipping', 'Shipping'),
    owner({ referenceTo: ['Group', 'User'] })
  ]
);
