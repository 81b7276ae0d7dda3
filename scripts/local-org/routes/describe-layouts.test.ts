import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0/sobjects';

function setup() {
  const t = testOrg();
  return async (path: string) => {
    const response = await t.request('rep', `${BASE}/${path}`);
    return { status: response.status, body: await response.json() };
  };
}

interface Item {
  label: string;
  required: boolean;
  placeholder: boolean;
  layoutComponents: { value: string; details: { name: string; type: string } }[];
}

interface Section {
  heading: string;
  layoutRows: { layoutItems: Item[]; numItems: number }[];
}

function rowsOf(sections: Section[], heading: string): string[] {
  const section = sections.find((one) => one.heading === heading);
  assert.ok(section);
  return section.layoutRows.map(({ layoutItems }) =>
    layoutItems
      .map(
        (item) => item.layoutComponents.map(({ value }) => value).join('+') || (item.placeholder ? '.' : '')
      )
      .join(' | ')
  );
}

test('describe/layouts was taken for the value of an external id', async () => {
  const get = setup();
  const { status, body } = await get('Account/describe/layouts');
  assert.equal(status, 200);
  const [layout] = body.layouts;
  assert.deepEqual(rowsOf(layout.detailLayoutSections, 'Account Information').slice(0, 3), [
    'OwnerId | Rating',
    'Name | Phone',
    'ParentId | Website'
  ]);
  const [name] = layout.editLayoutSections[0].layoutRows[1].layoutItems;
  assert.deepEqual(
    [name.label, name.required, name.layoutComponents[0].details.type],
    ['Account Name', true, 'string']
  );
  assert.deepEqual(
    layout.relatedLists.find((list: { name: string }) => list.name === 'Contacts')?.columns[0],
    { field: 'Contact.Name', format: null, label: 'Full Name', lookupId: 'Contact.Id', name: 'Name' }
  );
  assert.deepEqual(
    body.recordTypeMappings.map(({ name: type, recordTypeId }: Record<string, string>) => [
      type,
      recordTypeId
    ]),
    [['Master', '012000000000000AAA']]
  );
  const single = await get('Account/describe/layouts/012000000000000AAA');
  assert.deepEqual(single.body, layout);
  assert.equal((await get('Account/describe/layouts/012000000000001AAA')).status, 404);
});

test('users have a named layout, other objects have none', async () => {
  const get = setup();
  assert.equal((await get('User/describe/namedLayouts/UserAlt')).body.layouts.length, 1);
  assert.deepEqual((await get('User/describe')).body.namedLayoutInfos, [{ name: 'UserAlt' }]);
  assert.equal((await get('Account/describe/namedLayouts/UserAlt')).status, 404);
  assert.equal((await get('Profile/describe/layouts')).status, 404);
});

test('the compact layout has the highlights of the object', async () => {
  const get = setup();
  const { body } = await get('Opportunity/describe/compactLayouts');
  const [layout] = body.compactLayouts;
  assert.deepEqual(
    [layout.name, layout.objectType, layout.fieldItems.map(({ label }: Item) => label)],
    [
      'SYSTEM',
      'Opportunity',
      ['Opportunity Name', 'Account Name', 'Close Date', 'Amount', 'Opportunity Owner']
    ]
  );
});

test('there are no approval processes, so none of their layouts', async () => {
  const get = setup();
  assert.deepEqual((await get('Account/describe/approvalLayouts')).body, { approvalLayouts: [] });
  assert.equal((await get('Nothing/describe/approvalLayouts')).status, 404);
});
