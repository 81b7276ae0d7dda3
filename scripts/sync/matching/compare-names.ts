import type { CompanyName } from './company-name.ts';
import { formsAgree } from './legal-forms.ts';
import { isPartOf } from './similarity.ts';

/**
 * How a row's name stands to that of the account whose domain it has. `same`: equal, or the same words in another
 * order. `shorter`: the account's name without some words. `part`: it names something that may be a part of the account,
 * or stand beside it in one group. `different`: they have nothing in common, as a brand and its company.
 */
export type NameRelation = 'same' | 'shorter' | 'part' | 'different';

/** What companies put into a name or leave out without meaning another company, once the domain is theirs. */
const SOFT = new Set([
  'center',
  'companies',
  'company',
  'global',
  'group',
  'international',
  'of',
  'worldwide'
]);

/** Equal but for legal forms: `Acme` and `Acme Inc.`, and the two ways to write an umlaut. */
export function isSameName(one: CompanyName, other: CompanyName): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}

/** Equal, and their legal forms do not speak against it. */
export function isSameCompany(one: CompanyName, other: CompanyName): boolean {
  return isSameName(one, other) && formsAgree(one.forms, other.forms);
}

export function nameRelation(row: CompanyName, account: CompanyName): NameRelation {
  if (isSameName(row, account)) return formsAgree(row.forms, account.forms) ? 'same' : 'part';
  const mine = hardWords(row);
  const theirs = hardWords(account);
  const isInMine = theirs.words.every((word) => mine.words.includes(word));
  const isInTheirs = mine.words.every((word) => theirs.words.includes(word));
  if (isInMine && isInTheirs) return 'same';
  if (isPartOf(mine, theirs)) return 'shorter';
  return isInMine || mine.words[0] === theirs.words[0] ? 'part' : 'different';
}

function hardWords(name: CompanyName): CompanyName {
  const words = name.words.filter((word) => !SOFT.has(word));
  return words.length === 0 ? name : { ...name, words };
}
