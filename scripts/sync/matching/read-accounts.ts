import { csvRecords } from '../bulk/csv-records.ts';
import { queryFiles } from '../bulk/query-files.ts';
import type { SyncContext } from '../run/context.ts';
import type { AccountRow } from './account-index.ts';
import { netPlaceOf } from './domains.ts';

/** Every account that the sync may see, with its website, its external id and where its contacts write from. */
export async function readAccounts(
  context: SyncContext,
  externalIdField: string | undefined
): Promise<AccountRow[]> {
  const mailDomains = await readMailDomains(context);
  const fields = ['Id', 'Name', 'Website', ...(externalIdField === undefined ? [] : [externalIdField])];
  const accounts: AccountRow[] = [];
  for await (const [id = '', name = '', website = '', externalId = ''] of cellsOf(
    context,
    'Account',
    fields
  )) {
    const domains = mailDomains.get(id);
    accounts.push({ id, name, website, externalId, ...(domains && { mailDomains: domains }) });
  }
  return accounts;
}

/** Counts of contacts by account and domain. Addresses themselves are kept no longer than their file. */
async function readMailDomains(context: SyncContext): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>();
  const where = 'WHERE Email != null AND AccountId != null';
  for await (const [account = '', email = ''] of cellsOf(context, 'Contact', ['AccountId', 'Email'], where)) {
    const domain = netPlaceOf(email)?.domain;
    if (domain === undefined) continue;
    const domains = found.get(account) ?? new Map<string, number>();
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
    found.set(account, domains);
  }
  return found;
}

async function* cellsOf(
  { client, folder }: SyncContext,
  object: string,
  fields: readonly string[],
  where = ''
): AsyncGenerator<string[]> {
  const soql = `SELECT ${fields.join(', ')} FROM ${object} ${where}`.trim();
  const { files } = await queryFiles(client, { soql, folder, name: `match-${object}` });
  for (const file of files) {
    let places: number[] | undefined;
    for await (const record of csvRecords(file)) {
      if (places) yield places.map((place) => record[place] ?? '');
      else places = fields.map((field) => record.indexOf(field));
    }
  }
}
