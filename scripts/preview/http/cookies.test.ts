import assert from 'node:assert/strict';
import { it } from 'node:test';

import { readChoices } from './cookies.ts';
import { isOwnPage } from './origin.ts';

it('reads the choices of the preview bar, and falls back where a value is unknown', () => {
  const header = 'other=1; caddie-persona=rep2; caddie-form-factor=Small; caddie-slds=2; caddie-dir=rtl';
  assert.deepEqual(readChoices(header), { persona: 'rep2', formFactor: 'Small', slds: 2, dir: 'rtl' });
  assert.deepEqual(readChoices('caddie-form-factor=Medium; caddie-slds=3; caddie-dir=up'), {
    persona: null,
    formFactor: null,
    slds: 1,
    dir: 'ltr'
  });
  assert.deepEqual(readChoices(undefined), { persona: null, formFactor: null, slds: 1, dir: 'ltr' });
});

it('tells its own pages from other sites', () => {
  const host = '127.0.0.1:7401';
  assert.equal(isOwnPage({ headers: { host, origin: 'http://127.0.0.1:7401' } }), true);
  assert.equal(isOwnPage({ headers: { host, origin: 'http://127.0.0.1:8000' } }), false);
  assert.equal(isOwnPage({ headers: { host, origin: 'null' } }), false);
  assert.equal(isOwnPage({ headers: { host, 'sec-fetch-site': 'cross-site' } }), false);
  assert.equal(isOwnPage({ headers: { host, 'sec-fetch-site': 'same-origin' } }), true);
  assert.equal(isOwnPage({ headers: { host } }), true);
});
