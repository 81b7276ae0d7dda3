import { bulkRecords } from '../bulk/bulk-records.ts';
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
  const soql = `SELECT ${fields.join(', ')} FROM Account`;
  const accounts: AccountRow[] = [];
  for await (const record of bulkRecords(context, { name: 'match-accounts', soql })) {
    const [id = '', name = '', website = '', externalId = ''] = Object.values(record);
    const domains = mailDomains.get(id);
    accounts.push({ id, name, website, externalId, ...(domains && { mailDomains: domains }) });
  }
  return accounts;
}

/** Counts of contacts by account and domain. Addresses themselves are kept no longer than their file. */
async function readMailDomains(context: SyncContext): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>();
  const soql = 'SELECT AccountId, Email FROM Contact WHERE Email != null AND AccountId != null';
  for await (const { AccountId = '', Email = '' } of bulkRecords(context, { name: 'match-contacts', soql })) {
    const domain = netPlaceOf(Email)?.domain;
    if (domain === undefined) continue;
    const domains = found.get(AccountId) ?? new Map<string, number>();
    domains.set(domain, (domains.get(domain) ?? 0) + 1);
    found.set(AccountId, domains);
  }
  return found;
}
