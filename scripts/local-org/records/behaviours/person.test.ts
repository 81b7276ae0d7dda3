import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setupBehaviour as setup } from '../testing/behaviour.ts';

test('people are called by first and last name', () => {
  const { create, read, update } = setup();
  const id = create('Contact', { FirstName: 'Kim', LastName: 'Lee', Salutation: 'Ms.' });
  assert.equal(read('Contact', id, 'Name').Name, 'Kim Lee');
  update('Contact', id, { FirstName: null });
  assert.equal(read('Contact', id, 'Name').Name, 'Lee');
});
