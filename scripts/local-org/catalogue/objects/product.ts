import {
  date,
  decimal,
  flag,
  integer,
  nameText,
  picklist,
  reference,
  text,
  textArea,
  url
} from '../fields.ts';
import { standardObject } from '../object.ts';

// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_product2.htm
// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_pricebook2.htm

/** Products and price books have no owner: who may read the object reads every row, who may edit it edits every row. */
const UNOWNED = { sharingModel: 'FullAccess' } as const;

export const product = standardObject('Product2', '01t', ['Product', 'Products'], UNOWNED, [
  nameText('Product Name', 255),
  text('ProductCode', 'Product Code', 255),
  textArea('Description', 'Product Description', 4000),
  flag('IsActive', 'Active'),
  picklist('Family', 'Product Family', ['None']),
  url('DisplayUrl', 'Display URL', { length: 1000 }),
  text('StockKeepingUnit', 'Product SKU', 180, { idLookup: true }),
  picklist('QuantityUnitOfMeasure', 'Quantity Unit Of Measure', ['Each'])
]);

export const pricebook = standardObject('Pricebook2', '01s', ['Price Book', 'Price Books'], UNOWNED, [
  nameText('Price Book Name', 255),
  flag('IsActive', 'Active'),
  textArea('Description', 'Description', 255),
  flag('IsStandard', 'Is Standard Price Book', { calculated: true })
]);

export const pricebookEntry = standardObject(
  'PricebookEntry',
  '01u',
  ['Price Book Entry', 'Price Book Entries'],
  { ...UNOWNED, permissionsFrom: 'Pricebook2' },
  [
    text('Name', 'Product Name', 255, { nameField: true, calculated: true }),
    reference('Pricebook2Id', 'Price Book ID', 'Pricebook2', {
      required: true,
      updateable: false,
      onParentDelete: 'Cascade',
      childRelationshipName: 'PricebookEntries'
    }),
    reference('Product2Id', 'Product ID', 'Product2', {
      required: true,
      updateable: false,
      onParentDelete: 'Cascade',
      childRelationshipName: 'PricebookEntries'
    }),
    decimal('UnitPrice', 'List Price', 'currency', 18, 2, { required: true }),
    flag('IsActive', 'Active'),
    flag('UseStandardPrice', 'Use Standard Price'),
    text('ProductCode', 'Product Code', 255, { calculated: true })
  ]
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitylineitem.htm */
export const opportunityLineItem = standardObject(
  'OpportunityLineItem',
  '00k',
  ['Opportunity Product', 'Opportunity Products'],
  { sharingModel: 'ControlledByParent', controllingField: 'OpportunityId', permissionsFrom: 'Opportunity' },
  [
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', {
      required: true,
      updateable: false,
      masterDetail: true,
      onParentDelete: 'Cascade',
      childRelationshipName: 'OpportunityLineItems'
    }),
    integer('SortOrder', 'Sort Order', 9, { permissionable: false }),
    reference('PricebookEntryId', 'Price Book Entry ID', 'PricebookEntry', {
      required: true,
      updateable: false,
      onParentDelete: 'Restrict',
      childRelationshipName: 'OpportunityLineItems'
    }),
    reference('Product2Id', 'Product ID', 'Product2', { calculated: true }),
    text('ProductCode', 'Product Code', 255, { calculated: true }),
    text('Name', 'Opportunity Product Name', 376, { nameField: true, calculated: true }),
    decimal('Quantity', 'Quantity', 'double', 12, 2, { required: true }),
    decimal('Discount', 'Discount', 'percent', 5, 2),
    decimal('UnitPrice', 'Sales Price', 'currency', 18, 2),
    decimal('ListPrice', 'List Price', 'currency', 18, 2, { calculated: true }),
    decimal('TotalPrice', 'Total Price', 'currency', 18, 2, { calculated: true }),
    date('ServiceDate', 'Date'),
    text('Description', 'Line Description', 255)
  ]
);
