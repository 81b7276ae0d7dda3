import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MetadataError } from '../errors.ts';
import { metadataFile, objectFile } from '../testing.ts';
import { customObject, field, PROJECT, values } from './fixture.ts';
import { build, problemsOf } from './testing.ts';

const REFUSED_FIELDS: [xml: string, problem: string][] = [
  [field('Total__c', 'Summary'), "'' is not a valid value for 'summaryOperation'"],
  [
    field('Twice__c', 'Number', '<formula>Size__c * 2</formula><precision>5</precision><scale>0</scale>'),
    'Field Size__c does not exist. Check spelling.'
  ],
  [
    field('Owner_Name__c', 'Text', '<formula>Owner.Name</formula>'),
    'Owner.Name leads through OwnerId, which can refer to several objects: that is not supported by the local org'
  ],
  [
    field('New__c', 'Checkbox', '<formula>ISNEW()</formula>'),
    'Function ISNEW may not be used in this type of formula'
  ],
  [
    field('Loop__c', 'Text', '<formula>Name &amp; Loop__c</formula>'),
    'Formula field Loop__c refers to itself: a formula cannot use itself directly or indirectly'
  ],
  [
    field('Web__c', 'Url', '<formula>Name</formula>'),
    "The type 'Url' is not supported for formula fields by the local org"
  ],
  [field('Place__c', 'Location'), "Must specify 'scale' for a CustomField of type Location"],
  [field('Place__c', 'File'), "The field type 'File' is not supported by the local org"],
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
    field('Due__c', 'Text', '<defaultValue>Name</defaultValue><length>10</length>'),
    'The field Name may not be used in a default value'
  ],
  [
    field('No__c', 'AutoNumber', '<displayFormat>X-{YYYY}{WW}{000}</displayFormat>'),
    "The display format 'X-{YYYY}{WW}{000}' needs one number such as {0000}, and no braces but for {YYYY}, {YY}, {MM} and {DD}"
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
      objectFile('Asset', '<sharingModel>Private</sharingModel>'),
      customObject('Other__c', '', 'ControlledByParent')
    ),
    [
      "Asset: The object Asset is not in the local org's catalogue",
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
