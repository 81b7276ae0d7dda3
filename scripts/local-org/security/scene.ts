import { customObject, field, values } from '../schema/fixture.ts';
import type { MetadataFile } from '../contract.ts';
import type { SeedUser, UsersFile } from '../seed/users-file.ts';
import { metadataFile, objectFile, permissionSetFile, testOrg, type TestOrg } from '../testing.ts';

/** Create, read, edit, delete, View All, Modify All: the letters of a permission set. */
const RIGHTS: readonly (readonly [letter: string, element: string])[] = [
  ['c', 'allowCreate'],
  ['r', 'allowRead'],
  ['e', 'allowEdit'],
  ['d', 'allowDelete'],
  ['A', 'viewAllRecords'],
  ['M', 'modifyAllRecords']
];

export const OBJECTS = [
  'Secret__c',
  'Notice__c',
  'Board__c',
  'Diary__c',
  'Plan__c',
  'Idea__c',
  'Offer__c',
  'Memo__c'
];
export const DETAILS: Readonly<Record<string, string>> = {
  Line__c: 'Secret__c',
  Part__c: 'Line__c',
  Card__c: 'Board__c',
  Remark__c: 'Notice__c'
};

export function objectRights(object: string, letters: string): string {
  const flags = RIGHTS.map(([letter, element]) => `<${element}>${letters.includes(letter)}</${element}>`);
  return `<objectPermissions>${flags.join('')}<object>${object}</object></objectPermissions>`;
}

export function fieldRights(name: string, letters: string): string {
  return `<fieldPermissions><editable>${letters.includes('e')}</editable><field>${name}</field><readable>${letters.includes('r')}</readable></fieldPermissions>`;
}

export function systemRight(name: string): string {
  return `<userPermissions><enabled>true</enabled><name>${name}</name></userPermissions>`;
}

function everywhere(letters: string): string {
  return [...OBJECTS, ...Object.keys(DETAILS)].map((object) => objectRights(object, letters)).join('');
}

/** Required, so that field-level security says nothing about it. */
const STATUS = field('Status__c', 'Picklist', `<required>true</required>${values(['Open', 'Closed'])}`);

/** The permission sets, by name; nobody of the scene has anything on these objects from a profile. */
export const PERMISSION_SETS: Readonly<Record<string, string>> = {
  Work: everywhere('cred'),
  Read: everywhere('r'),
  See_All: everywhere('rA'),
  Change_All: everywhere('credAM'),
  See_All_Data: systemRight('ViewAllData'),
  Change_All_Data: systemRight('ModifyAllData')
};

function detail(name: string, master: string, more = ''): MetadataFile {
  const masterField = field(
    master,
    'MasterDetail',
    `<referenceTo>${master}</referenceTo><relationshipName>${name.replace('__c', 's')}</relationshipName>${more}`
  );
  return customObject(name, masterField, 'ControlledByParent');
}

function sharingRule(kind: 'Owner' | 'Criteria', object: string, name: string, inner: string): MetadataFile {
  const element = `sharing${kind}Rules`;
  return metadataFile(
    'SharingRules',
    object,
    `sharingRules/${object}.sharingRules`,
    `<${element}><fullName>${name}</fullName>${inner}</${element}>`
  );
}

function group(name: string): MetadataFile {
  return metadataFile(
    'Group',
    name,
    `groups/${name}.group`,
    `<doesIncludeBosses>false</doesIncludeBosses><name>${name}</name>`
  );
}

/** What the objects say about sharing; the columns of the matrix name them in words. */
export const SHARING: Readonly<Record<string, MetadataFile>> = {
  restriction: metadataFile(
    'RestrictionRule',
    'Own_Diary',
    'restrictionRules/Own_Diary.rule',
    "<active>true</active><enforcementType>Restrict</enforcementType><recordFilter>OwnerId = $User.Id</recordFilter><targetEntity>Diary__c</targetEntity><userCriteria>$User.UserType = 'Standard'</userCriteria>"
  ),
  ownerRoleRule: sharingRule(
    'Owner',
    'Plan__c',
    'West_To_East',
    '<accessLevel>Read</accessLevel><sharedFrom><role>Rep_West</role></sharedFrom><sharedTo><role>Rep_East</role></sharedTo>'
  ),
  ownerGroupRule: sharingRule(
    'Owner',
    'Idea__c',
    'Writers_To_Desk',
    '<accessLevel>Edit</accessLevel><sharedFrom><group>Writers</group></sharedFrom><sharedTo><group>Desk</group></sharedTo>'
  ),
  criteriaRule: sharingRule(
    'Criteria',
    'Offer__c',
    'Open_To_Desk',
    '<accessLevel>Edit</accessLevel><sharedTo><group>Desk</group></sharedTo><criteriaItems><field>Status__c</field><operation>equals</operation><value>Open</value></criteriaItems>'
  ),
  everyoneRule: sharingRule(
    'Criteria',
    'Memo__c',
    'Open_To_All',
    '<accessLevel>Read</accessLevel><sharedTo><allInternalUsers></allInternalUsers></sharedTo><criteriaItems><field>Status__c</field><operation>equals</operation><value>Open</value></criteriaItems>'
  )
};

export const SCENE: readonly MetadataFile[] = [
  group('Desk'),
  group('Writers'),
  customObject('Secret__c'),
  customObject('Notice__c', '', 'Read'),
  customObject('Board__c', '', 'ReadWrite'),
  customObject('Diary__c', '', 'Read'),
  customObject('Plan__c'),
  customObject('Idea__c'),
  customObject('Offer__c', STATUS),
  customObject('Memo__c', STATUS),
  detail('Line__c', 'Secret__c'),
  detail('Part__c', 'Line__c'),
  detail('Card__c', 'Board__c'),
  detail('Remark__c', 'Notice__c', '<writeRequiresMasterRead>true</writeRequiresMasterRead>'),
  objectFile('Account', '<sharingModel>Private</sharingModel>'),
  ...Object.values(SHARING),
  ...Object.entries(PERMISSION_SETS).map(([name, inner]) => permissionSetFile(name, inner))
];

function person(persona: string, permissionSet: string | null, more: Partial<SeedUser> = {}): SeedUser {
  return {
    username: `${persona.replaceAll(' ', '.')}@security.example`,
    persona,
    firstName: null,
    lastName: persona,
    profile: 'Standard User',
    permissionSets: permissionSet === null ? [] : [permissionSet],
    timeZone: 'America/Los_Angeles',
    ...more
  };
}

/** Sales has a western and an eastern branch; the desk is a public group outside the hierarchy. */
export const PEOPLE: UsersFile = {
  organization: { name: 'Security' },
  roles: [
    {
      name: 'Sales',
      reports: [
        { name: 'Manager West', reports: [{ name: 'Rep West' }] },
        { name: 'Manager East', reports: [{ name: 'Rep East' }] }
      ]
    }
  ],
  users: [
    person('admin', null, { profile: 'System Administrator' }),
    person('owner', 'Work', { role: 'Rep West', groups: ['Writers'] }),
    person('peer', 'Work', { role: 'Rep West' }),
    person('manager', 'Work', { role: 'Manager West' }),
    person('east', 'Work', { role: 'Rep East' }),
    person('desk', 'Work', { groups: ['Desk'] }),
    person('reader', 'Read', { role: 'Rep West' }),
    person('nobody', null, { role: 'Rep West' }),
    person('View All', 'See_All'),
    person('Modify All', 'Change_All'),
    person('View All Data', 'See_All_Data'),
    person('Modify All Data', 'Change_All_Data')
  ]
};

/** An org with all of it. */
export function securityOrg(): TestOrg {
  const org = testOrg({ users: PEOPLE });
  org.install(...SCENE);
  return org;
}
