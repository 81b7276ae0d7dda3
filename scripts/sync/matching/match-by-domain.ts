import type { AccountIndex, IndexedAccount } from './account-index.ts';
import { isSameCompany, isSameName, nameRelation } from './compare-names.ts';
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
  const doubt = (reason: string, accounts: readonly IndexedAccount[] = all): MatchOutcome =>
    unsure(reason, [
      ...accounts.map((account) => ({ account, why: `has the domain ${place.domain}` })),
      ...namesakes.map((account) => ({ account, why: 'has the name' }))
    ]);
  const namesakes = company
    ? company.keys
        .flatMap((key) => index.byName.get(key) ?? [])
        .filter(({ id }) => !all.some((one) => one.id === id))
    : [];
  const named = company
    ? all.filter((account) => account.company && isSameCompany(company, account.company))
    : [];
  const [one, another] = named;
  if (one && !another) return matched(one, 'Domain', 'high');
  const here = all.filter((account) => isAt(account, place));
  const [only, second] = here;
  if (!only) return doubt(`the host ${place.host} may be a part of the company`);
  if (second) return doubt('several accounts have the domain');
  if (!company || !only.company) return matched(only, 'Domain', 'good');
  if (namesakes.length > 0 && !isSameName(company, only.company))
    return doubt('the name is that of another account');
  const relation = nameRelation(company, only.company);
  if (relation === 'part') return doubt('the name may be that of a part of the company', here);
  return matched(only, 'Domain', relation === 'same' ? 'high' : 'good');
}

/** True for the account's own host, and for any address under the domain that its contacts write from. */
function isAt(account: IndexedAccount, place: { domain: string; host: string }): boolean {
  return (
    account.place?.host === place.host || (account.mailDomain === place.domain && place.host === place.domain)
  );
}
