import type { AccountIndex, IndexedAccount } from './account-index.ts';
import { companyName } from './company-name.ts';
import { isShared, netPlaceOf } from './domains.ts';
import type { NetPlace } from './domains.ts';
import { matchByDomain } from './match-by-domain.ts';
import { matchByName } from './match-by-name.ts';
import { matched, unsure } from './outcome.ts';
import type { AccountEvidence, MatchOutcome } from './outcome.ts';
import { toId18 } from './salesforce-id.ts';

const ACCOUNT_PREFIX = '001';

/**
 * The account that a row is about: by its Id or external id, which are taken at their word; by domain; by name. Only
 * what is beyond doubt is matched. What contradicts itself, or may be one of several, is for a person to decide.
 */
export function matchAccount(index: AccountIndex, evidence: AccountEvidence): MatchOutcome {
  const notes: string[] = [];
  const byId = accountById(index, evidence.id, notes);
  const byExternalId = accountsByExternalId(index, evidence.externalId, notes);
  const other = byExternalId.find(({ id }) => id !== byId?.id);
  if (byId && other) {
    return unsure('Id and external id are of different accounts', [
      { account: byId, why: 'has the Id' },
      ...byExternalId.map((account) => ({ account, why: 'has the external id' }))
    ]);
  }
  if (byId) return matched(byId, 'Id', 'certain');
  const [only, second] = byExternalId;
  if (only && !second) return matched(only, 'External id', 'certain');
  const clues = { company: companyName(evidence.name ?? ''), place: placeOf(evidence.domain, notes) };
  const found = matchByDomain(index, clues, notes) ?? matchByName(index, clues, notes);
  if (found) return found;
  if (second) {
    return unsure(
      'several accounts have the external id',
      byExternalId.map((account) => ({ account, why: 'has the external id' }))
    );
  }
  return { kind: 'unmatched', reason: notes.join('; ') || 'the row names no account' };
}

function accountById(
  index: AccountIndex,
  text: string | undefined,
  notes: string[]
): IndexedAccount | undefined {
  if (!text?.trim()) return undefined;
  const id = toId18(text);
  const account = id === undefined ? undefined : index.byId.get(id);
  if (account) return account;
  if (id === undefined) notes.push(`${text.trim()} is no Id`);
  else if (id.startsWith(ACCOUNT_PREFIX)) notes.push(`no account has the Id ${id}`);
  else notes.push(`${id} is not the Id of an account`);
  return undefined;
}

function accountsByExternalId(
  index: AccountIndex,
  text: string | undefined,
  notes: string[]
): readonly IndexedAccount[] {
  const key = text?.trim();
  if (!key) return [];
  const accounts = index.byExternalId.get(key) ?? [];
  if (accounts.length === 0) notes.push(`no account has the external id ${key}`);
  return accounts;
}

function placeOf(text: string | undefined, notes: string[]): NetPlace | undefined {
  if (!text?.trim()) return undefined;
  const place = netPlaceOf(text);
  if (!place) notes.push(`${text.trim()} is no domain`);
  else if (isShared(place.domain)) notes.push(`${place.domain} is used by many companies`);
  else return place;
  return undefined;
}
