import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('products decide the amount of their deal, and the price book comes with the first', () => {
  const { create, deal, read, update, remove, org, refused } = setup();
  const product = create('Product2', { Name: 'Robot', ProductCode: 'R-1', IsActive: true });
  const [{ Id: standard }] = org.store.all('SELECT "Id" FROM "Pricebook2" WHERE "IsStandard" = 1');
  const book = create('Pricebook2', { Name: 'Partners', IsActive: true });
  assert.deepEqual(refused('PricebookEntry', { Pricebook2Id: book, Product2Id: product, UnitPrice: 8 }), [
    'STANDARD_PRICE_NOT_DEFINED: Before creating a custom price, create a standard price.'
  ]);
  const entry = create('PricebookEntry', {
    Pricebook2Id: standard,
    Product2Id: product,
    UnitPrice: 10,
    IsActive: true
  });
  const other = create('PricebookEntry', { Pricebook2Id: book, Product2Id: product, UnitPrice: 8 });
  assert.deepEqual(read('PricebookEntry', entry, 'Name', 'ProductCode'), {
    Name: 'Robot',
    ProductCode: 'R-1'
  });

  const id = deal({ Amount: 5 });
  const line = create('OpportunityLineItem', {
    OpportunityId: id,
    PricebookEntryId: entry,
    Quantity: 3,
    Discount: 50
  });
  assert.deepEqual(read('OpportunityLineItem', line, 'UnitPrice', 'TotalPrice', 'Name'), {
    UnitPrice: 10,
    TotalPrice: 15,
    Name: 'Deal Robot'
  });
  assert.deepEqual(
    refused('OpportunityLineItem', { OpportunityId: id, PricebookEntryId: other, Quantity: 1 }),
    [
      'FIELD_INTEGRITY_EXCEPTION: pricebook entry is in a different pricebook than the one assigned to the opportunity'
    ]
  );
  create('OpportunityLineItem', { OpportunityId: id, PricebookEntryId: entry, Quantity: 1, UnitPrice: 20 });
  update('Opportunity', id, { Amount: 999 });
  assert.deepEqual(read('Opportunity', id, 'Amount', 'HasOpportunityLineItem', 'Pricebook2Id'), {
    Amount: 35,
    HasOpportunityLineItem: true,
    Pricebook2Id: standard
  });
  remove('OpportunityLineItem', line);
  assert.equal(read('Opportunity', id, 'Amount').Amount, 20);
});
