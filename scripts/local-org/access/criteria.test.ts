import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { MetadataFile } from '../contract.ts';
import { customObject, field, values } from '../schema/fixture.ts';
import { metadataFile, permissionSetFile, testOrg } from '../testing.ts';
import { create, who } from './testing.ts';
import { parseFilterLogic } from './filter-logic.ts';

const OFFER = customObject(
  'Offer__c',
  [
    field('City__c', 'Text', '<required>true</required><length>40</length>'),
    field('Size__c', 'Number', '<required>true</required><precision>5</precision><scale>0</scale>'),
    field(
      'Tags__c',
      'MultiselectPicklist',
      `<visibleLines>4</visibleLines>${values(['Red', 'Red Hot', 'Blue'])}`
    )
  ].join('')
);

const OPEN = permissionSetFile(
  'Seller',
  `<objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Offer__c</object></objectPermissions>
  <fieldPermissions><editable>true</editable><field>Offer__c.Tags__c</field><readable>true</readable></fieldPermissions>`
);

function rule(criteria: readonly string[], booleanFilter?: string): MetadataFile {
  const items = criteria.map((criterion) => {
    const [name, operation, ...value] = criterion.split(' ');
    return `<criteriaItems><field>${name}</field><operation>${operation}</operation><value>${value.join(' ')}</value></criteriaItems>`;
  });
  const logic = booleanFilter === undefined ? '' : `<booleanFilter>${booleanFilter}</booleanFilter>`;
  return metadataFile(
    'SharingRules',
    'Offer__c',
    'sharingRules/Offer__c.sharingRules',
    `<sharingCriteriaRules><fullName>R</fullName><accessLevel>Read</accessLevel>${logic}<sharedTo><allInternalUsers/></sharedTo>${items.join('')}</sharingCriteriaRules>`
  );
}

const RECORDS: Readonly<Record<string, Record<string, unknown>>> = {
  small: { City__c: 'Oslo', Size__c: 5, Tags__c: 'Red;Blue' },
  large: { City__c: 'Rome, Old', Size__c: 50, Tags__c: 'Red Hot' },
  plain: { City__c: '50% off_town', Size__c: 7 }
};

/** Which of the records a rule shares with another rep. */
const SHARED: [criteria: string[], logic: string | undefined, records: string[]][] = [
  [['City__c equals oslo'], undefined, ['small']],
  [['City__c equals Oslo,"Rome, Old"'], undefined, ['small', 'large']],
  [['City__c notEqual Oslo'], undefined, ['large', 'plain']],
  [['City__c contains % off_'], undefined, ['plain']],
  [['City__c notContain o,%'], undefined, []],
  [['City__c startsWith Ro,Os'], undefined, ['small', 'large']],
  [['Size__c equals 5,7'], undefined, ['small', 'plain']],
  [['Size__c greaterOrEqual 7'], undefined, ['large', 'plain']],
  [['Size__c lessThan 7'], undefined, ['small']],
  [['Tags__c includes Red'], undefined, ['small']],
  [['Tags__c excludes Red'], undefined, ['large', 'plain']],
  [['Size__c greaterThan 5', 'City__c startsWith R'], undefined, ['large']],
  [['Size__c greaterThan 7', 'City__c equals Oslo'], '1 OR 2', ['small', 'large']],
  [
    ['Size__c lessThan 9', 'City__c equals Oslo', 'Tags__c includes Red Hot'],
    '3 OR (1 AND NOT 2)',
    ['large', 'plain']
  ],
  [['Tags__c includes Blue'], 'NOT 1', ['large', 'plain']]
];

const org = testOrg();
after(() => org.close());
org.install(OFFER, OPEN);
const ids = Object.entries(RECORDS).map(([name, more]) =>
  create(org, 'rep', 'Offer__c', { Name: name, ...more })
);

function title(criteria: readonly string[], logic: string | undefined): string {
  return criteria.join('; ') + (logic === undefined ? '' : ` as ${logic}`);
}

for (const [criteria, logic, expected] of SHARED) {
  test(`${title(criteria, logic)} shares ${expected.join(', ') || 'nothing'}`, () => {
    org.install(rule(criteria, logic));
    const shared = Object.keys(RECORDS).filter(
      (_name, index) => who(org, 'Offer__c', ids[index], 'read', ['rep2']).length > 0
    );
    assert.deepEqual(shared, expected);
  });
}

const REFUSED: [criteria: string[], logic: string | undefined, problem: RegExp][] = [
  [['Lost__c equals x'], undefined, /In field: field - no CustomField named Offer__c\.Lost__c found/],
  [['Size__c equals many'], undefined, /Value 'many' of a sharing rule doesn't suit the field Size__c/],
  [
    ['CreatedDate greaterThan TODAY'],
    undefined,
    /Value 'TODAY' of a sharing rule doesn't suit the field CreatedDate/
  ],
  [['City__c within 5'], undefined, /The operation 'within' of a sharing rule is not supported/],
  [['Tags__c equals Red'], undefined, /The operation 'equals' doesn't suit the field Tags__c/],
  [['Size__c lessThan 1,2'], undefined, /The operation 'lessThan' needs one value to compare Size__c with/],
  [['Size__c equals 1', 'Size__c equals 2'], '1', /Some filter conditions are not referenced/]
];

for (const [criteria, logic, problem] of REFUSED) {
  test(`${title(criteria, logic)} is refused`, () => {
    assert.throws(() => org.install(rule(criteria, logic)), problem);
  });
}

for (const source of [
  '',
  '1 AND',
  '1 AND 2 OR 3',
  '(1 AND 2',
  '1 2 3',
  '1 AND 2 AND 4',
  '1 XOR 2',
  '1 AND 2) AND 3'
]) {
  test(`the filter logic '${source}' is none`, () => {
    assert.throws(() => parseFilterLogic(source, 3), /^Error: Invalid filter logic/);
  });
}
