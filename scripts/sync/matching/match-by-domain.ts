import type { AccountIndex, IndexedAccount } from './account-index.ts';
import { isSameCompany, isSameName, nameRelation } from './compare-names.ts';
import type { CompanyName } from './company-name.ts';
import type { NetPlace } from './domains.ts';
import { matched, unsure } from './outcome.ts';
import type { Clues, MatchOutcome } from './outcome.ts';

/**
 * The account at a domain. Its website's host counts, and a domain that most of its contacts write from. The name
 * decides between several, and speaks against an account when it is another's or that of a part of it.
 */
export function matchByDomain(
  index: AccountIndex,
  { company, place }: Clues,
  notes: string[]
): MatchOutcome | undefined {
  if (!place) return undefined;
  const all = index.byDomain.get(place.domain) ?? [];
  if (all.length === 0) {
    notes.push(`no account has the domain ${place.domain}`);
    return undefined;
  }
  const namesakes = company ? namesakesOf(index, company, all) : [];
  const doubt = (reason: string, accounts: readonly IndexedAccount[] = all): MatchOutcome =>
    unsure(reason, [
      ...accounts.map((account) => ({ account, why: whyOf(account, place.domain) })),
      ...namesakes.map((account) => ({ account, why: 'has the name' }))
    ]);
  const [named, alsoNamed] = all.filter((account) => isCalled(account, company));
  if (named && !alsoNamed) return matched(named, 'Domain', 'high');
  const here = all.filter((account) => isAt(account, place));
  const [only, second] = here;
  if (!only) return doubt(reasonOf(all, place));
  if (second) return doubt('several accounts have the domain');
  if (!company || !only.company) return matched(only, 'Domain', 'good');
  if (namesakes.length > 0 && !isSameName(company, only.company)) {
    return doubt('the name is that of another account');
  }
  const relation = nameRelation(company, only.company);
  if (relation === 'part') return doubt('the name may be that of a part of the company', here);
  return matched(only, 'Domain', relation === 'same' ? 'high' : 'good');
}

/** Accounts of the name that have nothing to do with the domain. */
function namesakesOf(
  index: AccountIndex,
  company: CompanyName,
  all: readonly IndexedAccount[]
): IndexedAccount[] {
  return company.keys
    .flatMap((key) => index.byName.get(key) ?? [])
    .filter((account) => !all.includes(account));
}

function isCalled(account: IndexedAccount, company: CompanyName | undefined): boolean {
  return company !== undefined && account.company !== undefined && isSameCompany(company, account.company);
}

/** True for the account's own host, and for the domain that most of its contacts write from. */
function isAt({ place, mailDomain }: IndexedAccount, { domain, host }: NetPlace): boolean {
  return place?.host === host || (mailDomain === domain && host === domain);
}

/** Why nobody is at a place that some have to do with. */
function reasonOf(all: readonly IndexedAccount[], { domain, host }: NetPlace): string {
  if (host !== domain) return `the host ${host} may be a part of the company`;
  const isOnNet = all.some(({ place }) => place?.domain === domain);
  return isOnNet ? `the account's own host is another than ${host}` : `too few contacts write from ${domain}`;
}

function whyOf({ place }: IndexedAccount, domain: string): string {
  return place?.domain === domain ? `has the domain ${domain}` : `has contacts who write from ${domain}`;
}
