import assert from 'node:assert/strict';
import { it } from 'node:test';

import { messageParts } from './message.ts';

it('puts texts and links into the placeholders, and leaves one without data as it is', () => {
  assert.deepEqual(messageParts('{0} was saved, see {1}. {2}', ['Acme', { url: '/x', label: 'here' }]), [
    { key: '0', text: 'Acme', url: null },
    { key: '1', text: ' was saved, see ', url: null },
    { key: '2', text: 'here', url: '/x' },
    { key: '3', text: '. ', url: null },
    { key: '4', text: '{2}', url: null }
  ]);
});
