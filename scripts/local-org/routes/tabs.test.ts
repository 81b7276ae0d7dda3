import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field } from '../schema/fixture.ts';
import { metadataFile, permissionSetFile, testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0';
const READER = permissionSetFile(
  'Seller',
  '<objectPermissions><allowRead>true</allowRead><object>Note__c</object></objectPermissions>'
);

test('tabs are those of objects that the user can read, and of deployed pages', async () => {
  const t = testOrg();
  t.install(
    customObject('Note__c', field('Body__c', 'TextArea')),
    READER,
    metadataFile('CustomTab', 'Note__c', 'tabs/Note__c.tab', '<customObject>true</customObject>'),
    metadataFile('CustomTab', 'Notes', 'tabs/Notes.tab', '<label>Notes</label><url>https://example.com</url>')
  );
  const tabs = async (persona: string) => (await t.request(persona, `${BASE}/tabs`)).json();
  const [first] = await tabs('rep');
  assert.deepEqual(first, {
    colors: [{ color: '5867E8', context: 'primary', theme: 'theme4' }],
    custom: false,
    iconUrl: null,
    icons: [],
    label: 'Accounts',
    miniIconUrl: null,
    name: 'standard-Account',
    sobjectName: 'Account',
    url: 'http://localhost/lightning/o/Account/list'
  });
  const custom = async (persona: string) =>
    (await tabs(persona))
      .filter((tab: { custom: boolean }) => tab.custom)
      .map(({ name, label, url }: Record<string, string>) => `${name} ${label} ${url}`);
  const page = 'Notes Notes http://localhost/lightning/n/Notes';
  assert.deepEqual(await custom('rep'), ['Note__c Notes http://localhost/lightning/o/Note__c/list', page]);
  assert.deepEqual(await custom('marketing'), [page]);
});

test('the theme has a colour for every object that the user can read', async () => {
  const t = testOrg();
  t.install(customObject('Note__c'));
  const { themeItems } = await (await t.request('rep', `${BASE}/theme`)).json();
  const item = (name: string) => themeItems.find((entry: { name: string }) => entry.name === name);
  assert.deepEqual(item('Lead').colors, [{ color: 'FF538A', context: 'primary', theme: 'theme4' }]);
  assert.equal(item('Note__c'), undefined);
});
