import { companyName } from './company-name.ts';
import type { CompanyName } from './company-name.ts';
import { isShared, netPlaceOf } from './domains.ts';
import type { NetPlace } from './domains.ts';

/** An account as the org has it. */
export interface AccountRow {
  /** 18 characters. */
  id: string;
  name: string;
  website?: string | null;
  externalId?: string | null;
  /** How many of its contacts write from each domain. */
  mailDomains?: ReadonlyMap<string, number>;
}

/** An account with what it is compared by. */
export interface IndexedAccount extends AccountRow {
  company: CompanyName | undefined;
  /** Of its website; undefined for a page on somebody else's site. */
  place: NetPlace | undefined;
  /** The domain that most of its contacts write from. */
  mailDomain: string | undefined;
}

/** Accounts by everything that a row may know them by. */
export interface AccountIndex {
  byId: ReadonlyMap<string, IndexedAccount>;
  byExternalId: ReadonlyMap<string, readonly IndexedAccount[]>;
  /** By the registered domain of the website, and of any business address of a contact. */
  byDomain: ReadonlyMap<string, readonly IndexedAccount[]>;
  byName: ReadonlyMap<string, readonly IndexedAccount[]>;
  /** By each word, and by how the name begins: to look for names that are nearly the same. */
  byWord: ReadonlyMap<string, readonly IndexedAccount[]>;
}

/** Contacts that make a domain an account's own; one may be its adviser. */
const CONTACTS_OF_A_DOMAIN = 2;
const BEGINNING = 4;

export function indexAccounts(rows: Iterable<AccountRow>): AccountIndex {
  const index = {
    byId: new Map<string, IndexedAccount>(),
    byExternalId: new Map<string, IndexedAccount[]>(),
    byDomain: new Map<string, IndexedAccount[]>(),
    byName: new Map<string, IndexedAccount[]>(),
    byWord: new Map<string, IndexedAccount[]>()
  };
  for (const row of rows) {
    const account = indexed(row);
    index.byId.set(account.id, account);
    if (account.externalId) put(index.byExternalId, account.externalId, account);
    for (const domain of domainsOf(account)) put(index.byDomain, domain, account);
    for (const key of account.company?.keys ?? []) put(index.byName, key, account);
    for (const word of searchWords(account.company)) put(index.byWord, word, account);
  }
  return index;
}

/** What a name is looked up by among those that are nearly the same. */
export function searchWords(company: CompanyName | undefined): Set<string> {
  if (!company) return new Set();
  return new Set([...company.words, ...company.keys.map((key) => `${key.slice(0, BEGINNING)}…`)]);
}

function indexed(row: AccountRow): IndexedAccount {
  const place = netPlaceOf(row.website ?? '');
  return {
    ...row,
    company: companyName(row.name),
    place: place && isShared(place.domain) ? undefined : place,
    mailDomain: mailDomainOf(row.mailDomains ?? new Map())
  };
}

function domainsOf({ place, mailDomains = new Map() }: IndexedAccount): Set<string> {
  const mail = [...mailDomains.keys()].filter((domain) => !isShared(domain));
  return new Set(place ? [place.domain, ...mail] : mail);
}

/** At least two contacts, and at least half of those with a business address. */
function mailDomainOf(domains: ReadonlyMap<string, number>): string | undefined {
  const business = [...domains].filter(([domain]) => !isShared(domain));
  const all = business.reduce((sum, [, n]) => sum + n, 0);
  return business.find(([, n]) => n >= CONTACTS_OF_A_DOMAIN && n * 2 >= all)?.[0];
}

function put<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
