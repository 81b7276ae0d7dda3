import type { Connection } from 'jsforce';
import type { RecordFields } from '../lib/collections.ts';
import { queryAll } from '../lib/query.ts';
import { planContacts } from './companies.ts';
import type { CompanyPlan } from './companies.ts';
import { createMissing } from './create-missing.ts';
import type { Created, Tally } from './create-missing.ts';

export interface SavedCompanies {
  accounts: Tally;
  contacts: Tally;
  /** By the account's name. */
  accountIds: ReadonlyMap<string, string>;
}

/** Creates parents, then subsidiaries, then their people. */
export async function saveCompanies(
  connection: Connection,
  companies: readonly CompanyPlan[],
  userIds: ReadonlyMap<string, string>
): Promise<SavedCompanies> {
  const owner = ({ owner: name }: CompanyPlan): RecordFields =>
    name === null ? {} : { OwnerId: userIds.get(name)! };
  const rows = await queryAll<{ Id: string; Name: string }>(connection, 'SELECT Id, Name FROM Account');
  const present = rows.map(({ Id, Name }) => [Name, Id] as const);
  const save = (some: readonly CompanyPlan[], parents?: ReadonlyMap<string, string>): Promise<Created> =>
    createMissing(
      connection,
      'Account',
      some.map((company) => ({
        key: company.name,
        fields: {
          ...company.fields,
          ...owner(company),
          ...(company.parent !== null && { ParentId: parents!.get(company.parent)! })
        }
      })),
      present
    );
  const parents = await save(companies.filter(({ parent }) => parent === null));
  const subsidiaries = await save(
    companies.filter(({ parent }) => parent !== null),
    parents.ids
  );
  const accountIds = new Map([...parents.ids, ...subsidiaries.ids]);

  const contacts = companies.flatMap((company) =>
    planContacts(company.name).map((contact) => ({
      key: contact.Email,
      fields: { ...contact, AccountId: accountIds.get(company.name)!, ...owner(company) }
    }))
  );
  const people = await queryAll<{ Id: string; Email: string }>(
    connection,
    "SELECT Id, Email FROM Contact WHERE Email LIKE '%.example'"
  );
  const saved = await createMissing(
    connection,
    'Contact',
    contacts,
    people.map(({ Id, Email }) => [Email, Id] as const)
  );
  return {
    accounts: {
      total: parents.total + subsidiaries.total,
      created: parents.created + subsidiaries.created
    },
    contacts: saved,
    accountIds
  };
}
