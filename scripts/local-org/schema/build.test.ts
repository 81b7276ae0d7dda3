import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STANDARD_OBJECTS } from '../catalogue/index.ts';
import type { MetadataFile, ObjectSchema } from '../contract.ts';
import { MetadataError } from '../errors.ts';
import { metadataFile, objectFile } from '../testing.ts';
import { buildSchema } from './build.ts';
import { customObject, field, PROJECT, STEP, values } from './fixture.ts';

const prefixes = (object: string) => (object === 'Project__c' ? 'a00' : 'a01');

function build(...files: MetadataFile[]) {
  return buildSchema(files, prefixes);
}

function named(object: ObjectSchema | undefined, name: string) {
  const found = object?.fields.get(name.toLowerCase());
  assert.ok(found, `${object?.name}.${name}`);
  return found;
}

/** What `build` refuses these files with, one `fullName: problem` each. */
function problemsOf(...files: MetadataFile[]): string[] {
  try {
    build(...files);
  } catch (error) {
    assert.ok(error instanceof MetadataError);
    return error.problems.map(({ fullName, problem }) => `${fullName}: ${problem}`);
  }
  return [];
}

test('the catalogue is sound: references lead somewhere, key prefixes and names stand once', () => {
  const schema = build();
  assert.equal(schema.objects().length, STANDARD_OBJECTS.length);
  assert.equal(new Set(schema.objects().map(({ keyPrefix }) => keyPrefix)).size, STANDARD_OBJECTS.length);
  for (const object of schema.objects()) {
    const definition = STANDARD_OBJECTS.find(({ name }) => name === object.name);
    assert.equal(object.fields.size, definition?.fields.length, `${object.name} names a field twice`);
    for (const entry of object.fields.values()) {
      for (const target of entry.referenceTo)
        assert.ok(schema.object(target), `${object.name}.${entry.name}`);
      if (entry.picklist?.restricted && entry.defaultValue !== null) {
        assert.ok(entry.picklist.values.some(({ value }) => value === entry.defaultValue));
      }
    }
    if (object.controllingField) named(object, object.controllingField);
    if (object.permissionsFrom) assert.ok(schema.object(object.permissionsFrom));
  }
});

test('objects and fields are found whatever the case', () => {
  const schema = build(PROJECT);
  assert.equal(schema.object('PROJECT__C')?.name, 'Project__c');
  assert.equal(named(schema.object('opportunity'), 'STAGENAME').name, 'StageName');
});

test('a custom object has its own and the system fields', () => {
  const project = build(PROJECT).object('Project__c');
  assert.deepEqual(
    [...(project?.fields.values() ?? [])].slice(0, 9).map(({ name }) => name),
    [
      'Id',
      'OwnerId',
      'IsDeleted',
      'Name',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp'
    ]
  );
  assert.equal(project?.keyPrefix, 'a00');
  assert.equal(project?.labelPlural, 'Projects');
  assert.equal(project?.sharingModel, 'Private');
});

test('custom fields become what describe would say of them', () => {
  const project = build(PROJECT).object('Project__c');
  const shape = (name: string) => {
    const { type, length, precision, scale, longText, htmlFormatted, defaultValue } = named(project, name);
    return [type, length, precision, scale, longText, htmlFormatted, defaultValue];
  };
  assert.deepEqual(shape('Code__c'), ['string', 10, 0, 0, false, false, null]);
  assert.deepEqual(shape('Size__c'), ['double', 0, 5, 1, false, false, null]);
  assert.deepEqual(shape('Active__c'), ['boolean', 0, 0, 0, false, false, true]);
  assert.deepEqual(shape('Notes__c'), ['textarea', 1000, 0, 0, true, false, null]);
  assert.deepEqual(shape('Page__c'), ['textarea', 32768, 0, 0, true, true, null]);
  assert.deepEqual(shape('Level__c'), ['string', 10, 0, 0, false, false, 'low']);
  const { unique, externalId, idLookup } = named(project, 'Code__c');
  assert.deepEqual([unique, externalId, idLookup], [true, true, true]);
  assert.equal(named(project, 'Number__c').autoNumberFormat, 'P-{0000}');
  assert.equal(named(project, 'Number__c').calculated, true);
});

test('relationships are known from both ends', () => {
  const schema = build(PROJECT, STEP);
  const lookup = named(schema.object('Project__c'), 'Account__c');
  assert.deepEqual(
    [lookup.relationshipName, lookup.childRelationshipName, lookup.onParentDelete],
    ['Account__r', 'Projects__r', 'SetNull']
  );
  assert.deepEqual(
    schema.object('Account')?.children.find(({ childObject }) => childObject === 'Project__c'),
    { childObject: 'Project__c', field: 'Account__c', relationshipName: 'Projects__r', cascadeDelete: false }
  );
  const step = schema.object('Step__c');
  assert.equal(step?.controllingField, 'Project__c');
  assert.equal(step?.fields.has('ownerid'), false);
  assert.equal(named(step, 'Project__c').required, true);
});

test('an object with activities can be what a task is about', () => {
  const schema = build(customObject('Project__c', '<enableActivities>true</enableActivities>'));
  assert.ok(named(schema.object('Task'), 'WhatId').referenceTo.includes('Project__c'));
  assert.ok(schema.object('Project__c')?.fields.has('lastactivitydate'));
  assert.ok(!named(build(PROJECT).object('Task'), 'WhatId').referenceTo.includes('Project__c'));
});

test('a standard object takes custom fields, help text and another sharing model', () => {
  const file = objectFile(
    'Opportunity',
    `${field('Risk__c', 'Text', '<length>20</length>')}<fields><fullName>NextStep</fullName><inlineHelpText>What happens next?</inlineHelpText></fields><sharingModel>Private</sharingModel>`
  );
  const opportunity = build(file).object('Opportunity');
  assert.equal(named(opportunity, 'Risk__c').custom, true);
  assert.equal(named(opportunity, 'NextStep').inlineHelpText, 'What happens next?');
  assert.equal(opportunity?.sharingModel, 'Private');
  assert.equal(named(build().object('Opportunity'), 'NextStep').inlineHelpText, null);
});

test('a global value set gives its values to the fields that name it', () => {
  const set = metadataFile(
    'GlobalValueSet',
    'Colors',
    'globalValueSets/Colors.globalValueSet',
    '<customValue><fullName>Red</fullName><default>true</default><label>Rouge</label></customValue><masterLabel>Colors</masterLabel>'
  );
  const object = customObject(
    'Project__c',
    field('Color__c', 'Picklist', '<valueSet><valueSetName>Colors</valueSetName></valueSet>')
  );
  const color = named(build(set, object).object('Project__c'), 'Color__c');
  assert.deepEqual(color.picklist, {
    restricted: true,
    values: [{ value: 'Red', label: 'Rouge', active: true, default: true }]
  });
  assert.equal(color.defaultValue, 'Red');
  assert.deepEqual(problemsOf(object), [
    'Project__c.Color__c: In field: valueSet - no GlobalValueSet named Colors found'
  ]);
});

const REFUSED_FIELDS: [xml: string, problem: string][] = [
  [field('Total__c', 'Summary'), 'Formula and roll-up summary fields are not supported by the local org'],
  [
    field('Twice__c', 'Number', '<formula>Size__c * 2</formula>'),
    'Formula and roll-up summary fields are not supported by the local org'
  ],
  [field('Place__c', 'Location'), "The field type 'Location' is not supported by the local org"],
  [field('Title__c', 'Text'), "Must specify 'length' for a CustomField of type Text"],
  [
    field('Title__c', 'Text', '<length>300</length>'),
    "'length' of a CustomField of type Text must be between 1 and 255"
  ],
  [
    field('Body__c', 'LongTextArea', '<length>1000</length>'),
    "Must specify 'visibleLines' for a CustomField of type LongTextArea"
  ],
  [
    field('Amount__c', 'Currency', '<precision>18</precision>'),
    "Must specify 'scale' for a CustomField of type Currency"
  ],
  [field('Kind__c', 'Picklist'), "Must specify a 'valueSet' for a CustomField of type Picklist"],
  [field('Kind__c', 'Picklist', values(['A', 'A'])), 'Duplicate picklist value: A'],
  [field('Where__c', 'Lookup'), "Must specify 'referenceTo' for a CustomField of type Lookup"],
  [
    field('Who__c', 'Lookup', '<referenceTo>Account</referenceTo><required>true</required>'),
    'Must specify either cascade delete or restrict delete for required lookup foreign key.'
  ],
  [
    field(
      'Kind__c',
      'Picklist',
      '<valueSet><controllingField>Type__c</controllingField><restricted>true</restricted></valueSet>'
    ),
    'Dependent picklists are not supported by the local org'
  ],
  [
    field(
      'Where__c',
      'Lookup',
      '<lookupFilter><active>true</active></lookupFilter><referenceTo>Account</referenceTo>'
    ),
    'Lookup filters are not supported by the local org'
  ],
  [
    field('Due__c', 'Date', '<defaultValue>TODAY() + 7</defaultValue>'),
    'The default value TODAY() + 7 is not supported by the local org: use a literal'
  ],
  [
    field('No__c', 'AutoNumber', '<displayFormat>X-{YYYY}{000}</displayFormat>'),
    "The display format 'X-{YYYY}{000}' needs one number such as {0000}; dates are not supported"
  ]
];

for (const [xml, problem] of REFUSED_FIELDS) {
  test(`refused: ${problem}`, () => {
    const name = /<fullName>(.*?)<\/fullName>/.exec(xml)?.[1];
    assert.deepEqual(problemsOf(customObject('Project__c', xml)), [`Project__c.${name}: ${problem}`]);
  });
}

test('what would change the org’s behaviour unseen is refused', () => {
  const recordType =
    '<recordTypes><fullName>Big</fullName><active>true</active><label>Big</label></recordTypes>';
  assert.deepEqual(problemsOf(customObject('Project__c', recordType)), [
    'Project__c: Record types are not supported by the local org'
  ]);
  const lookup = (name: string) =>
    field(name, 'Lookup', '<referenceTo>Account</referenceTo><relationshipName>Projects</relationshipName>');
  assert.deepEqual(problemsOf(customObject('Project__c', lookup('A__c') + lookup('B__c'))), [
    'Project__c: There is already a Child Relationship named Projects__r on Account.'
  ]);
});

test('names that could not be columns or tables are refused', () => {
  assert.deepEqual(problemsOf(customObject('Pro"ject__c')), [
    `Pro"ject__c: 'Pro"ject__c' is not a name for a custom object`
  ]);
  assert.deepEqual(problemsOf(customObject('Project__c', field('A"b__c', 'Date'))), [
    `Project__c.A"b__c: 'A"b__c' is not a name for a custom field`
  ]);
});

test('every problem of a deploy is told, not only the first', () => {
  const lookup = field('Where__c', 'Lookup', '<referenceTo>Nowhere__c</referenceTo>');
  assert.deepEqual(
    problemsOf(
      customObject('Project__c', field('A__c', 'Text') + lookup),
      objectFile('Case', '<sharingModel>Private</sharingModel>'),
      customObject('Other__c', '', 'ControlledByParent')
    ),
    [
      "Case: The object Case is not in the local org's catalogue",
      "Project__c.A__c: Must specify 'length' for a CustomField of type Text",
      "Project__c: referenceTo value of 'Nowhere__c' does not resolve to a valid sObject type",
      'Other__c: Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field'
    ]
  );
});

test('rules that the org could not enforce are refused', () => {
  const restriction = (filter: string) =>
    metadataFile(
      'RestrictionRule',
      'Own',
      'restrictionRules/Own.rule',
      `<active>true</active><enforcementType>Restrict</enforcementType><recordFilter>${filter}</recordFilter><targetEntity>Project__c</targetEntity><userCriteria>$User.IsActive = true</userCriteria>`
    );
  assert.deepEqual(problemsOf(PROJECT, restriction('OwnerId = $User.Id')), []);
  assert.deepEqual(problemsOf(PROJECT, restriction('OwnerId != $User.Id')), [
    "Own: The condition 'OwnerId != $User.Id' is not supported by the local org"
  ]);
  assert.deepEqual(problemsOf(PROJECT, restriction('Keeper__c = $User.Id')), [
    'Own: In field: field - no CustomField named Project__c.Keeper__c found'
  ]);
});

test('a validation rule is checked when it is deployed', () => {
  const rule =
    '<validationRules><fullName>Big</fullName><active>true</active><errorConditionFormula>Sise__c > 3</errorConditionFormula><errorMessage>Too big</errorMessage></validationRules>';
  assert.deepEqual(problemsOf(customObject('Project__c', rule)), [
    'Project__c.Big: Field Sise__c does not exist. Check spelling.'
  ]);
});

test('a file that is not XML tells where', () => {
  const file = { ...PROJECT, content: new TextEncoder().encode('<CustomObject>\n<label>\n</CustomObject>') };
  assert.throws(
    () => build(file),
    (error) => error instanceof MetadataError && error.problems[0].lineNumber === 3
  );
});
