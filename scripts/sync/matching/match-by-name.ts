import type { AccountIndex, IndexedAccount } from './account-index.ts';
import { searchWords } from './account-index.ts';
import { isSameName } from './compare-names.ts';
import type { CompanyName } from './company-name.ts';
import { formsAgree } from './legal-forms.ts';
import { matched, unsure } from './outcome.ts';
import type { Clues, MatchOutcome } from './outcome.ts';
import { isPartOf, similarity } from './similarity.ts';

/**
 * The only account of that name, when neither legal forms nor domains speak against it. Names that are nearly the same
 * are never matched, only suggested.
 */
export function matchByName(index: AccountIndex, clues: Clues, notes: string[]): MatchOutcome | undefined {
  const { company, place } = clues;
  if (!company) return undefined;
  const same = [...new Set(company.keys.flatMap((key) => index.byName.get(key) ?? []))];
  const agreeing = same.filter((account) => formsAgree(company.forms, account.company?.forms ?? []));
  const suggest = (reason: string): MatchOutcome =>
    unsure(reason, [...same.map((account) => ({ account, why: 'has the name' })), ...nearly(index, company)]);
  const [only, second] = agreeing;
  if (second) return suggest('several accounts have the name');
  if (only) {
    if (place && !isOf(only, place.domain))
      return suggest(`the account of that name has another domain than ${place.domain}`);
    if (relativeMeant(index, company, only))
      return suggest('the legal form is that of another account with a longer name');
    return matched(only, 'Name', 'good');
  }
  if (same.length > 0) return suggest('the account of that name has another legal form');
  const close = nearly(index, company);
  if (close.length > 0) return unsure('accounts have a similar name', close);
  notes.push('no account has the name, or one like it');
  return undefined;
}

/** An account without a domain of its own has none that could differ. */
function isOf({ place, mailDomains }: IndexedAccount, domain: string): boolean {
  return place === undefined ? true : place.domain === domain || (mailDomains?.has(domain) ?? false);
}

/** True for `Acme GmbH` where the account Acme states no form, and Acme Deutschland is the GmbH. */
function relativeMeant(index: AccountIndex, company: CompanyName, only: IndexedAccount): boolean {
  if (company.forms.length === 0 || (only.company?.forms.length ?? 0) > 0) return false;
  return (index.byWord.get(company.words[0] ?? '') ?? []).some(
    (account) =>
      account.company !== undefined &&
      isPartOf(company, account.company) &&
      company.forms.every((form) => account.company?.forms.includes(form))
  );
}

/** Names with so much in common are worth a look. */
const ALIKE = 0.7;
/** A word that so many accounts have, such as Systems, tells nothing. */
const COMMON_WORD = 200;

function nearly(index: AccountIndex, company: CompanyName): { account: IndexedAccount; why: string }[] {
  const found = new Set(
    [...searchWords(company)].flatMap((word) => {
      const accounts = index.byWord.get(word) ?? [];
      return accounts.length > COMMON_WORD ? [] : accounts;
    })
  );
  return [...found]
    .flatMap((account) => {
      const { company: other } = account;
      if (!other || isSameName(company, other)) return [];
      const alike = similarity(company, other);
      const isFamily = isPartOf(company, other) || isPartOf(other, company);
      if (alike < ALIKE && !isFamily) return [];
      const why = isFamily
        ? 'shares the name, and may be parent or part'
        : `is called nearly the same (${Math.round(alike * 100)}%)`;
      return [{ account, alike, why }];
    })
    .sort((one, other) => other.alike - one.alike || (one.account.id < other.account.id ? -1 : 1));
}
