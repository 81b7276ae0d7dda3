import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { metadataFile, objectFile } from '../testing.ts';
import type { Layout, LayoutItem } from './layout.ts';
import { at, planOrg, uiApi } from './testing.ts';

const org = planOrg();
after(() => org.close());

async function layout(persona: string, path: string): Promise<Layout> {
  const { status, body } = await uiApi(org, persona, `layout/${path}`);
  assert.equal(status, 200);
  return body as Layout;
}

/** Rows of the field names they hold; an empty space is a dot. */
function drawn({ sections }: Layout): Record<string, string[]> {
  const cell = ({ layoutComponents }: LayoutItem): string =>
    layoutComponents.map(({ apiName }) => apiName ?? '.').join('+');
  return Object.fromEntries(
    sections.map(({ heading, layoutRows }) => [
      heading ?? '',
      layoutRows.map(({ layoutItems }) => layoutItems.map(cell).join(' | '))
    ])
  );
}

test('a sales object looks as in a new org until a layout is deployed', async () => {
  assert.deepEqual(drawn(await layout('rep', 'Opportunity')), {
    'Opportunity Information': [
      'OwnerId | Amount',
      'IsPrivate | ExpectedRevenue',
      'Name | CloseDate',
      'AccountId | NextStep',
      'Type | StageName',
      'LeadSource | Probability',
      '. | CampaignId'
    ],
    'System Information': ['CreatedById+CreatedDate | LastModifiedById+LastModifiedDate'],
    'Description Information': ['Description']
  });
});

test('an item has the label of the page, says what may be edited and where it leads', async () => {
  const { sections } = await layout('rep', 'Opportunity');
  const items = sections.flatMap(({ layoutRows }) => layoutRows).flatMap(({ layoutItems }) => layoutItems);
  const labelled = (label: string) => items.find((item) => item.label === label);
  assert.deepEqual(labelled('Stage'), {
    editableForNew: true,
    editableForUpdate: true,
    label: 'Stage',
    layoutComponents: [{ apiName: 'StageName', componentType: 'Field', label: 'Stage' }],
    lookupIdApiName: null,
    required: true,
    sortable: false
  });
  assert.equal(labelled('Account Name')?.lookupIdApiName, 'AccountId');
  assert.equal(labelled('Opportunity Owner')?.editableForUpdate, false);
  assert.equal(labelled('Opportunity Name')?.lookupIdApiName, 'Id');
});

test("a person's name is edited by its parts", async () => {
  const { sections } = await layout('rep', 'Contact');
  const name = sections[0].layoutRows[1].layoutItems[0];
  assert.deepEqual(
    [name.layoutComponents.map(({ apiName }) => apiName), name.editableForUpdate, name.required],
    [['Salutation', 'FirstName', 'LastName'], true, true]
  );
});

test('any other object shows what the user sees, in two columns', async () => {
  assert.deepEqual(drawn(await layout('rep', 'Plan__c')), {
    'Plan Information': [
      'OwnerId | Score__c',
      'Name | Due__c',
      'Account__c | Met__c',
      'Before__c | Urgent__c',
      'Stage__c | Body__c',
      'Topics__c | Key__c',
      'Budget__c | .'
    ],
    'System Information': ['CreatedById+CreatedDate | LastModifiedById+LastModifiedDate']
  });
});

const DEPLOYED = `
  <layoutSections><customLabel>true</customLabel><detailHeading>false</detailHeading>
    <editHeading>true</editHeading><label>The Plan</label>
    <layoutColumns>
      <layoutItems><behavior>Required</behavior><field>Name</field></layoutItems>
      <layoutItems><behavior>Edit</behavior><field>Secret__c</field></layoutItems>
      <layoutItems><behavior>Readonly</behavior><field>Budget__c</field></layoutItems>
    </layoutColumns>
    <layoutColumns><layoutItems><emptySpace>true</emptySpace></layoutItems></layoutColumns>
    <style>TwoColumnsTopToBottom</style></layoutSections>
  <layoutSections><label>Only for some</label><layoutColumns>
      <layoutItems><behavior>Edit</behavior><field>Secret__c</field></layoutItems>
    </layoutColumns><style>OneColumn</style></layoutSections>
  <layoutSections><label>Links</label><layoutColumns/><style>CustomLinks</style></layoutSections>`;

test('a deployed layout is followed; hidden fields and empty sections go', async () => {
  org.install(metadataFile('Layout', 'Plan__c-Plan Layout', 'layouts/Plan__c-Plan Layout.layout', DEPLOYED));
  assert.deepEqual(drawn(await layout('rep', 'Plan__c')), { 'The Plan': ['Name | .', 'Budget__c | .'] });
  assert.deepEqual(drawn(await layout('admin', 'Plan__c')), {
    'The Plan': ['Name | .', 'Secret__c | .', 'Budget__c | .'],
    'Only for some': ['Secret__c']
  });
});

test('behaviours decide what can be edited, the mode whether a section has its heading', async () => {
  const view = await layout('rep', 'Plan__c?mode=View');
  const edit = await layout('rep', 'Plan__c?layoutType=Full&mode=Edit');
  assert.equal(view.sections[0].useHeading, false);
  assert.equal(edit.sections[0].useHeading, true);
  const [name, budget] = edit.sections[0].layoutRows.map(({ layoutItems }) => layoutItems[0]);
  assert.deepEqual(
    [name.required, name.editableForUpdate, name.lookupIdApiName, name.label],
    [true, true, 'Id', 'Plan Name']
  );
  assert.deepEqual([budget.required, budget.editableForNew, budget.editableForUpdate], [false, false, false]);
});

test('a compact layout is the one assigned, or the name', async () => {
  assert.deepEqual(drawn(await layout('rep', 'Plan__c?layoutType=Compact')), { '': ['Name'] });
  org.install(
    objectFile(
      'Plan__c',
      `<label>Plan</label><pluralLabel>Plans</pluralLabel>
      <nameField><label>Plan Name</label><type>Text</type></nameField>
      <deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>
      <compactLayoutAssignment>Short</compactLayoutAssignment>
      <compactLayouts><fullName>Short</fullName><label>Short</label><fields>Name</fields>
        <fields>Stage__c</fields><fields>Secret__c</fields></compactLayouts>`
    )
  );
  assert.deepEqual(drawn(await layout('rep', 'Plan__c?layoutType=Compact')), { '': ['Name', 'Stage__c'] });
  assert.deepEqual(drawn(await layout('rep', 'Opportunity?layoutType=Compact')), {
    '': ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId']
  });
});

test('a mode that is none is refused', async () => {
  assert.deepEqual(await uiApi(org, 'rep', 'layout/Plan__c?mode=Draw'), {
    status: 400,
    body: [
      {
        message: "Illegal value for query parameter 'mode': Draw",
        errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE'
      }
    ]
  });
});

test('defaults for a new record come with layout and object info', async () => {
  const path = 'record-defaults/create/Opportunity?optionalFields=Opportunity.ForecastCategoryName';
  const { status, body } = await uiApi(org, 'rep', path);
  assert.equal(status, 200);
  assert.equal(at(body, 'layout.mode'), 'Create');
  assert.equal(at(body, 'objectInfos.Opportunity.apiName'), 'Opportunity');
  assert.equal(at(body, 'record.id'), null);
  assert.equal(at(body, 'record.weakEtag'), 0);
  assert.deepEqual(at(body, 'record.fields.OwnerId'), { displayValue: null, value: org.userId('rep') });
  assert.equal(at(body, 'record.fields.Owner.displayValue'), 'Robin Rep');
  assert.deepEqual(at(body, 'record.fields.IsPrivate'), { displayValue: null, value: false });
  assert.equal(at(body, 'record.fields.CreatedById'), undefined);
});
