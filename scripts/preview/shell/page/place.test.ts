import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { PageModel } from '../../flexipage/model.ts';
import { fromUrl } from '../../platform/force/navigation/pageReference.ts';
import { placeOf } from './place.ts';

function page(name: string): PageModel {
  return { name, label: name, type: 'AppPage', object: null, template: '', regions: [] };
}

const SITE = {
  pages: { Deal: page('Deal'), Start: page('Start'), Health: page('Health') },
  recordPages: { Opportunity: { Large: 'Deal' } },
  home: { Large: 'Start' },
  tabs: {
    Health: { label: 'Health', page: 'Health' },
    Greeting: { label: 'Greeting', component: 'c/greeting' }
  }
};

const ID = '006000000000001AAA';
const at = (url: string, formFactor: 'Large' | 'Small' = 'Large') => placeOf(fromUrl(url), SITE, formFactor);

describe('placeOf', () => {
  it('finds the page of a record, with the record', () => {
    const { kind, model, recordId, objectApiName } = at(`/lightning/r/Opportunity/${ID}/view`);
    assert.deepEqual([kind, model?.name, recordId, objectApiName], ['page', 'Deal', ID, 'Opportunity']);
  });

  it('draws a plain page where none is assigned to the object or the device', () => {
    assert.equal(at(`/lightning/r/Contact/${ID}/view`).model?.name, 'Default_Contact');
    assert.equal(at(`/lightning/r/Opportunity/${ID}/view`, 'Small').model?.name, 'Default_Opportunity');
  });

  it('finds the home page on a desktop, and the menu on a phone, which has no home pages', () => {
    assert.equal(at('/lightning/page/home').model?.name, 'Start');
    assert.equal(at('/lightning/page/home', 'Small').kind, 'menu');
  });

  it('finds lists, tabs and single components', () => {
    assert.deepEqual(
      [at('/lightning/o/Lead/list').kind, at('/lightning/o/Lead/list').objectApiName],
      ['list', 'Lead']
    );
    assert.equal(at('/lightning/n/Health').model?.name, 'Health');
    assert.equal(at('/lightning/n/Greeting').model?.regions[0].components[0].module, 'c/greeting');
    assert.equal(at('/lightning/cmp/c__greeting').model?.regions[0].components[0].module, 'c/greeting');
    assert.equal(at('/lightning/n/Absent').kind, 'nothing');
  });
});
