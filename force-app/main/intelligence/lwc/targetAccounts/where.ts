/** What a person looks for in the target list, as a filter for the org. */
import { OPEN_STATUSES } from 'c/agreementSource';
import type { Filters } from 'c/targetFilters';

export const NO_FILTERS: Filters = { tier: '', status: '', ownerId: '', name: '' };

export type Where = Record<string, unknown>;

export function whereOf({ tier, status, ownerId, name }: Filters): Where {
  const conditions: Where[] = [{ Status__c: status ? { eq: status } : { in: OPEN_STATUSES } }];
  if (tier) {
    conditions.push({ Tier__c: { eq: tier } });
  }
  if (ownerId) {
    conditions.push({ or: [{ Sales_Owner__c: { eq: ownerId } }, { Marketing_Owner__c: { eq: ownerId } }] });
  }
  if (name.trim()) {
    conditions.push({ Account__r: { Name: { like: `%${escapeLike(name.trim())}%` } } });
  }
  return { and: conditions };
}

/** `%` and `_` in a name are letters, not wildcards. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
