import { create } from '../access/testing.ts';
import { customObject, field } from '../schema/fixture.ts';
import type { SeedUser } from '../seed/users-file.ts';
import { permissionSetFile, testOrg } from '../testing.ts';
import { fieldRights, objectRights } from './scene.ts';

/** What the permission set of each person says about the field. */
export const RIGHTS: Readonly<Record<string, string>> = { edits: 're', reads: 'r', blind: '' };

function person(persona: string): SeedUser {
  return {
    username: `${persona}@fields.example`,
    persona,
    firstName: null,
    lastName: persona,
    profile: 'Standard User',
    permissionSets: [persona],
    timeZone: 'America/Los_Angeles'
  };
}

function lookup(name: string, to: string, children: string): string {
  const relationship = `<relationshipName>${children}</relationshipName>`;
  return field(name, 'Lookup', `<referenceTo>${to}</referenceTo>${relationship}`);
}

/** An org with one object, whose field `Pay__c` some may edit, some read, and some not see. */
export const org = testOrg({
  users: {
    organization: { name: 'Fields' },
    roles: [],
    users: [...Object.keys(RIGHTS).map(person), { ...person('admin'), profile: 'System Administrator' }]
  }
});
org.install(
  customObject(
    'Sheet__c',
    [
      field('Pay__c', 'Text', '<length>20</length><externalId>true</externalId>'),
      lookup('Above__c', 'Sheet__c', 'Below'),
      lookup('Account__c', 'Account', 'Sheets')
    ].join(''),
    'ReadWrite'
  ),
  ...Object.entries(RIGHTS).map(([persona, letters]) =>
    permissionSetFile(
      persona,
      objectRights('Sheet__c', 'credAM') +
        fieldRights('Sheet__c.Above__c', 're') +
        fieldRights('Sheet__c.Account__c', 're') +
        (letters && fieldRights('Sheet__c.Pay__c', letters))
    )
  )
);
export const top = create(org, 'edits', 'Sheet__c', { Name: 'Top', Pay__c: 'top' });
export const sheet = create(org, 'edits', 'Sheet__c', { Name: 'Sheet', Pay__c: 'sheet', Above__c: top });
