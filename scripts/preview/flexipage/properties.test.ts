import assert from 'node:assert/strict';
import { it } from 'node:test';

import { componentValues } from './properties.ts';

const DECLARED = {
  maxItems: { type: 'Integer', default: '3' },
  quiet: { type: 'Boolean', default: 'false' },
  heading: { type: 'String', default: null }
};

it('gives values their declared types, and defaults where the page is silent', () => {
  assert.deepEqual(componentValues({ properties: { maxItems: '5', quiet: 'true' } }, DECLARED), {
    maxItems: 5,
    quiet: true
  });
  assert.deepEqual(componentValues({ properties: { heading: '7' } }, DECLARED), {
    maxItems: 3,
    quiet: false,
    heading: '7'
  });
});

it('passes on what is not declared as the page says it', () => {
  assert.deepEqual(componentValues({ properties: { entityNames: ['Account', 'Lead'], rows: '4' } }, {}), {
    entityNames: ['Account', 'Lead'],
    rows: '4'
  });
});
