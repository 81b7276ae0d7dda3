import assert from 'node:assert/strict';
import { it } from 'node:test';

import { saveErrors } from './saveErrors.ts';

it('sorts the errors of a refused save by field', () => {
  const body = {
    message: 'An error occurred while trying to update the record.',
    output: {
      errors: [{ message: 'Close the open tasks first.' }],
      fieldErrors: { Amount: [{ message: 'Amount is too large.' }, { message: 'Amount: not a number.' }] }
    }
  };
  assert.deepEqual(saveErrors({ status: 400, body }), {
    fields: { Amount: ['Amount is too large.', 'Amount: not a number.'] },
    messages: ['Close the open tasks first.']
  });
});

it('takes the general message where nothing else explains the refusal', () => {
  assert.deepEqual(saveErrors({ body: { message: 'Disconnected' } }), {
    fields: {},
    messages: ['Disconnected']
  });
  assert.deepEqual(saveErrors({ body: [{ message: 'Not found' }] }), { fields: {}, messages: ['Not found'] });
  assert.deepEqual(saveErrors(new Error('Broken')), { fields: {}, messages: ['Broken'] });
});
