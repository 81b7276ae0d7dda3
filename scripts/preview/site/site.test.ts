import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { SMALL_PROJECT, sourceFixture } from '../testing.ts';
import { customPermissions, readPermissionSets, visibleNavigation } from './permission-sets.ts';
import { readSite } from './site.ts';

const project = sourceFixture(SMALL_PROJECT);
const site = readSite(project.folder);
after(() => project.remove());

describe('readSite', () => {
  it('reads the app with its tabs: home, a standard object, an object of its own, a component', () => {
    assert.deepEqual(site.app, {
      label: 'Some App',
      color: '#2E844A',
      utilityBar: 'Some_Bar',
      navigation: [
        { tab: 'standard-home', label: 'Home', path: '/lightning/page/home', icon: 'standard:home' },
        {
          tab: 'standard-Account',
          label: 'Accounts',
          icon: 'standard:account',
          path: '/lightning/o/Account/list'
        },
        { tab: 'Wish__c', label: 'Wishes', path: '/lightning/o/Wish__c/list', icon: 'custom:custom53' },
        { tab: 'Some_Tab', label: 'Greetings', path: '/lightning/n/Some_Tab', icon: 'standard:custom' }
      ]
    });
    assert.deepEqual(site.tabs, { Some_Tab: { label: 'Greetings', component: 'c/greeting' } });
  });

  it('assigns pages as the app overrides the view of a record', () => {
    assert.deepEqual(site.recordPages, { Account: { Large: 'Some_Record' } });
  });

  it('knows the components on pages with the properties that they declare', () => {
    assert.deepEqual(site.components, {
      'c/greeting': {
        url: '/@caddie/components/greeting.js',
        properties: { times: { type: 'Integer', default: '3' } }
      }
    });
  });

  it('takes the only page of an object where no app assigns one', () => {
    const files = Object.entries(SMALL_PROJECT).filter(([path]) => !path.startsWith('applications/'));
    const bare = sourceFixture(Object.fromEntries(files));
    assert.deepEqual(readSite(bare.folder).recordPages, {
      Account: { Large: 'Some_Record', Small: 'Some_Record' }
    });
    bare.remove();
  });
});

describe('permission sets', () => {
  const sets = readPermissionSets(project.folder);
  const tabs = (assigned: string[]): string[] =>
    visibleNavigation(site.app.navigation, sets, assigned).map(({ tab }) => tab);

  it('show a tab that they govern only to whom they show it', () => {
    assert.deepEqual(tabs(['Wisher']), ['standard-home', 'standard-Account', 'Wish__c', 'Some_Tab']);
    assert.deepEqual(tabs(['Watcher', 'Unknown']), ['standard-home', 'standard-Account', 'Some_Tab']);
  });

  it('give custom permissions', () => {
    assert.deepEqual(customPermissions(sets, ['Wisher']), ['Wish_More']);
    assert.deepEqual(customPermissions(sets, []), []);
  });
});
