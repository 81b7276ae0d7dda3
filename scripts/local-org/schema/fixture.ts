import type { MetadataFile } from '../contract.ts';
import { objectFile, permissionSetFile } from '../testing.ts';

/** A `<fields>` element: `field('Size__c', 'Number', '<precision>5</precision><scale>1</scale>')`. */
export function field(fullName: string, type: string, rest = ''): string {
  const label = fullName.replace(/__c$/, '').replaceAll('_', ' ');
  return `<fields><fullName>${fullName}</fullName><label>${label}</label><type>${type}</type>${rest}</fields>`;
}

/** A `<valueSet>` of plain values. */
export function values(names: readonly string[], restricted = true): string {
  const entries = names.map(
    (name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`
  );
  return `<valueSet><restricted>${restricted}</restricted><valueSetDefinition><sorted>false</sorted>${entries.join('')}</valueSetDefinition></valueSet>`;
}

/** A custom object with a text name. */
export function customObject(name: string, inner = '', sharingModel = 'Private'): MetadataFile {
  const label = name.replace(/__c$/, '');
  return objectFile(
    name,
    `${inner}<deploymentStatus>Deployed</deploymentStatus><label>${label}</label><nameField><label>${label} Name</label><type>Text</type></nameField><pluralLabel>${label}s</pluralLabel><sharingModel>${sharingModel}</sharingModel>`
  );
}

/** Every field type the org knows, on one object with details. */
export const PROJECT = customObject(
  'Project__c',
  [
    field('Code__c', 'Text', '<length>10</length><unique>true</unique><externalId>true</externalId>'),
    field('Size__c', 'Number', '<precision>5</precision><scale>1</scale>'),
    field('Budget__c', 'Currency', '<precision>12</precision><scale>2</scale>'),
    field('Share__c', 'Percent', '<precision>5</precision><scale>2</scale>'),
    field('Active__c', 'Checkbox', '<defaultValue>true</defaultValue>'),
    field('Starts__c', 'Date'),
    field('Met_At__c', 'DateTime'),
    field('Kind__c', 'Picklist', values(['Build', 'Buy'])),
    field('Mood__c', 'Picklist', values(['Sunny'], false)),
    field('Tags__c', 'MultiselectPicklist', `<visibleLines>4</visibleLines>${values(['Red', 'Blue'])}`),
    field('Notes__c', 'LongTextArea', '<length>1000</length><visibleLines>3</visibleLines>'),
    field('Page__c', 'Html', '<length>32768</length><visibleLines>10</visibleLines>'),
    field('Mail__c', 'Email'),
    field('Site__c', 'Url'),
    field('Number__c', 'AutoNumber', '<displayFormat>P-{0000}</displayFormat>'),
    field(
      'Account__c',
      'Lookup',
      '<deleteConstraint>SetNull</deleteConstraint><referenceTo>Account</referenceTo><relationshipName>Projects</relationshipName>'
    ),
    field('Level__c', 'Text', '<length>10</length><defaultValue>"low"</defaultValue>')
  ].join('')
);

export const STEP = customObject(
  'Step__c',
  field(
    'Project__c',
    'MasterDetail',
    '<referenceTo>Project__c</referenceTo><relationshipName>Steps</relationshipName>'
  ),
  'ControlledByParent'
);

const PROJECT_FIELDS = [
  'Account__c',
  'Active__c',
  'Budget__c',
  'Code__c',
  'Kind__c',
  'Level__c',
  'Mail__c',
  'Met_At__c',
  'Mood__c',
  'Notes__c',
  'Page__c',
  'Share__c',
  'Site__c',
  'Size__c',
  'Starts__c',
  'Tags__c'
];

/** Create, read, edit and delete on both, with every field; the number is read only, as it must be. */
export const SELLER = permissionSetFile(
  'Seller',
  [
    ...['Project__c', 'Step__c'].map(
      (object) =>
        `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`
    ),
    '<fieldPermissions><editable>false</editable><field>Project__c.Number__c</field><readable>true</readable></fieldPermissions>',
    ...PROJECT_FIELDS.map(
      (name) =>
        `<fieldPermissions><editable>true</editable><field>Project__c.${name}</field><readable>true</readable></fieldPermissions>`
    )
  ].join('')
);
