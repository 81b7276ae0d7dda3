/** Who would qualify by a new definition, and who does by the one in force. */
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { Candidate } from 'c/agreementSource';
import { parseCriteria } from 'c/criteria';
import { qualificationFacts } from 'c/qualificationFacts';
import { judge } from 'c/qualificationVerdict';

export interface Tally {
  counted: number;
  /** Would qualify, and does not yet. */
  gained: string[];
  /** Qualifies now, and would no longer. */
  lost: string[];
  /** Qualifies by both. */
  kept: number;
  /** What the definition asks about cannot be read here. */
  undecided: number;
}

export const NOTHING: Tally = { counted: 0, gained: [], lost: [], kept: 0, undecided: 0 };

/**
 * Adds a page of accounts to what was counted.
 * @param current the definition in force; blank when there is none, and nobody qualifies
 * @param roles committee roles filled by account; `null` when they cannot be read
 */
export function addTo(
  tally: Tally,
  candidates: readonly Candidate[],
  roles: ReadonlyMap<string, number> | null,
  definition: string,
  current: string,
  now: Date
): Tally {
  const next = parseCriteria(definition).criteria;
  const inForce = current ? parseCriteria(current).criteria : undefined;
  const context = { now, timeZone: TIME_ZONE };
  const sum = { ...tally, gained: [...tally.gained], lost: [...tally.lost] };
  for (const { id, name, own, records } of candidates) {
    const committeeRolesFilled = roles ? (roles.get(id) ?? 0) : null;
    const record = { ...own, ...qualificationFacts({ ...records, committeeRolesFilled }, now) };
    const would = next ? judge(next, record, context).met : null;
    const does = inForce ? judge(inForce, record, context).met : false;
    sum.counted += 1;
    if (would === null) {
      sum.undecided += 1;
    } else if (would && does) {
      sum.kept += 1;
    } else if (would) {
      sum.gained.push(name);
    } else if (does) {
      sum.lost.push(name);
    }
  }
  return sum;
}
