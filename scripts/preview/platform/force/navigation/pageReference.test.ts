import assert from 'node:assert/strict';
import { it } from 'node:test';

import { fromUrl, toUrl } from './pageReference.ts';

const PAGES = [
  ['/lightning/r/Opportunity/006000000000001AAA/view', 'standard__recordPage'],
  ['/lightning/r/Account/001000000000001AAA/related/Contacts/view', 'standard__recordRelationshipPage'],
  ['/lightning/o/Opportunity/list?filterName=Recent', 'standard__objectPage'],
  ['/lightning/page/home', 'standard__namedPage'],
  ['/lightning/n/Caddie_Guidance', 'standard__navItemPage'],
  ['/lightning/cmp/c__health?c__tab=sync', 'standard__component']
] as const;

for (const [url, type] of PAGES) {
  it(`reads ${url} and writes it again`, () => {
    const page = fromUrl(url);
    assert.equal(page.type, type);
    assert.equal(toUrl(page), url);
  });
}

it('reads a record without its object', () => {
  assert.deepEqual(fromUrl('/lightning/r/006000000000001AAA/view'), {
    type: 'standard__recordPage',
    attributes: { recordId: '006000000000001AAA', actionName: 'view' },
    state: {}
  });
});

it('takes an unknown path for the home page', () => {
  assert.equal(toUrl(fromUrl('/lightning/nothing/here')), '/lightning/page/home');
  assert.equal(toUrl(fromUrl('/')), '/lightning/page/home');
});

it('has no URL for a page that the preview lacks', () => {
  assert.equal(toUrl({ type: 'comm__loginPage' }), null);
});
