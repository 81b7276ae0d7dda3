import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('an order stays a draft, since it has no products', () => {
  const { create, read, refused } = setup();
  const AccountId = create('Account', { Name: 'Acme' });
  const id = create('Order', { AccountId, EffectiveDate: '2026-11-20' });
  assert.deepEqual(read('Order', id, 'OrderNumber', 'Status', 'StatusCode'), {
    OrderNumber: '00000001',
    Status: 'Draft',
    StatusCode: 'Draft'
  });
  assert.deepEqual(refused('Order', { AccountId, EffectiveDate: '2026-11-20', Status: 'Activated' }), [
    'FAILED_ACTIVATION: An order must have at least one product.'
  ]);
});
