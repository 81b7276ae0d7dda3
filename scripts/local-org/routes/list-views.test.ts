import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customObject, field, values } from '../schema/fixture.ts';
import { permissionSetFile, testOrg } from '../testing.ts';

const BASE = '/services/data/v66.0';

function filter(name: string, operation: string, value: string): string {
  return `<filters><field>${name}</field><operation>${operation}</operation><value>${value}</value></filters>`;
}

function view(fullName: string, columns: string[], inner: string, scope = 'Everything'): string {
  const names = columns.map((column) => `<columns>${column}</columns>`).join('');
  return `<listViews><fullName>${fullName}</fullName>${names}<filterScope>${scope}</filterScope>${inner}<label>${fullName} notes</label></listViews>`;
}

const NOTE = customObject(
  'Note__c',
  [
    field('Kind__c', 'Picklist', values(['Tip', 'Trick'])),
    field('Size__c', 'Number', '<precision>5</precision><scale>0</scale>'),
    field('Day__c', 'Date'),
    field('Secret__c', 'Text', '<length>10</length>'),
    view(
      'Tips',
      ['NAME', 'Kind__c', 'OWNER.ALIAS', 'Secret__c'],
      filter('Kind__c', 'equals', 'Tip') +
        filter('Size__c', 'greaterThan', '2') +
        filter('Day__c', 'equals', 'TODAY') +
        '<booleanFilter>1 AND (2 OR 3)</booleanFilter>'
    ),
    view('Mine', ['NAME'], filter('NAME', 'startsWith', '100%'), 'Mine'),
    view('Team', ['NAME'], '', 'Team')
  ].join(''),
  'ReadWrite'
);

const SELLER = permissionSetFile(
  'Seller',
  ['Kind__c', 'Size__c', 'Day__c']
    .map(
      (name) =>
        `<fieldPermissions><editable>true</editable><field>Note__c.${name}</field><readable>true</readable></fieldPermissions>`
    )
    .join('') +
    '<objectPermissions><allowCreate>true</allowCreate><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Note__c</object></objectPermissions>'
);

function setup() {
  const t = testOrg();
  t.install(NOTE, SELLER);
  const get = async (path: string, persona = 'rep') => {
    const response = await t.request(persona, `${BASE}/${path}`);
    return { status: response.status, body: await response.json() };
  };
  const note = (persona: string, record: Record<string, unknown>) =>
    assert.deepEqual(t.org.records.create(t.user(persona), 'Note__c', record).errors, []);
  /** The rows of a view, without its hidden columns. */
  const rows = async (name: string, persona = 'rep') => {
    const { body } = await get(`sobjects/Note__c/listviews/${name}/results`, persona);
    const shown = body.columns.filter(({ hidden }: { hidden: boolean }) => !hidden).length;
    return body.records.map(({ columns }: { columns: { value: string }[] }) =>
      columns.slice(0, shown).map(({ value }) => value)
    );
  };
  return { ...t, get, note, rows };
}

test('list views were not told: a standard object has All and My, others what was deployed', async () => {
  const { get } = setup();
  const labels = async (object: string) =>
    (await get(`sobjects/${object}/listviews`)).body.listviews.map(
      ({ label, soqlCompatible }: { label: string; soqlCompatible: boolean }) => [label, soqlCompatible]
    );
  assert.deepEqual(await labels('Account'), [
    ['All Accounts', true],
    ['My Accounts', true]
  ]);
  assert.deepEqual(await labels('Note__c'), [
    ['Tips notes', true],
    ['Mine notes', true],
    ['Team notes', false]
  ]);
});

test('a view answers with its rows, filtered as its logic says, without columns that are hidden', async () => {
  const { note, rows, get } = setup();
  note('rep', { Name: 'Small tip', Kind__c: 'Tip', Size__c: 1 });
  note('rep2', { Name: 'Big tip', Kind__c: 'Tip', Size__c: 3 });
  note('rep', { Name: 'Tip of the day', Kind__c: 'Tip', Day__c: '2026-11-18' });
  note('rep', { Name: 'Trick', Kind__c: 'Trick', Size__c: 9 });
  assert.deepEqual(await rows('Tips'), [
    ['Big tip', 'Tip', 'rep2'],
    ['Tip of the day', 'Tip', 'rep']
  ]);
  const { body } = await get('sobjects/Note__c/listviews/Tips/describe');
  assert.equal(
    body.query,
    'SELECT Name, Kind__c, Owner.Alias, Id, CreatedDate, LastModifiedDate FROM Note__c USING SCOPE everything ' +
      "WHERE Kind__c = 'Tip' AND (Size__c > 2 OR Day__c = TODAY) ORDER BY Name ASC NULLS FIRST, Id ASC NULLS FIRST"
  );
});

test('a view of one’s own records takes the percent sign of a filter literally', async () => {
  const { note, rows } = setup();
  note('rep', { Name: '100% done' });
  note('rep', { Name: '1000 things' });
  note('rep2', { Name: '100% too' });
  assert.deepEqual(await rows('Mine'), [['100% done']]);
});

test('a view that the org can’t run is refused, one that isn’t there is not found', async () => {
  const { get } = setup();
  const refused = await get('sobjects/Note__c/listviews/Team/results');
  assert.deepEqual(
    [refused.status, refused.body[0].message],
    [
      501,
      'The list view Team (The scope Team of a list view is not supported by the local org) is not supported by the local org.'
    ]
  );
  assert.equal((await get('sobjects/Note__c/listviews/Nope/results')).status, 404);
});

test('a view is found by its id, alone and to be explained', async () => {
  const { get } = setup();
  const { body } = await get('sobjects/Account/listviews');
  const [{ id, url }] = body.listviews;
  assert.match(id, /^00B\w{15}$/);
  assert.equal((await get(url.slice(BASE.length + 1))).body.developerName, 'AllAccounts');
  const explained = await get(`query?explain=${id}`);
  assert.equal(explained.body.plans[0].sobjectType, 'Account');
  assert.equal((await get('query?explain=00B000000000001AAA')).status, 404);
});
