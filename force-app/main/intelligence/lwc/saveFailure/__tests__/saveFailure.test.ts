import { CrmError } from 'c/crm';
import { saveFailure } from 'c/saveFailure';

it.each([
  [
    new CrmError('denied', 'insufficient access'),
    'You can read this, not change it. Whoever owns the account can.'
  ],
  [new CrmError('refused', 'A refusal needs a reason.'), "Couldn't save that: A refusal needs a reason."],
  [new CrmError('unavailable', 'busy'), "Couldn't save that. Nothing has changed. Try again."],
  [new Error('anything'), "Couldn't save that. Nothing has changed. Try again."]
])('%s', (error, expected) => {
  expect(saveFailure(error)).toBe(expected);
});
