import ADD_ROLE from '@salesforce/label/c.Caddie_Intelligence_Role_Add_Named';
import DEFAULT_RULE from '@salesforce/label/c.Caddie_Intelligence_Committee_Default';
import LAST_CONTACT from '@salesforce/label/c.Caddie_Intelligence_Last_Contact';
import MISSING from '@salesforce/label/c.Caddie_Intelligence_Role_Missing';
import MISSING_OF from '@salesforce/label/c.Caddie_Intelligence_Role_Missing_Of';
import NO_CONTACT from '@salesforce/label/c.Caddie_Intelligence_No_Contact';
import OF_WON from '@salesforce/label/c.Caddie_Intelligence_Of_Won';
import ROLE_RULE from '@salesforce/label/c.Caddie_Intelligence_Role_Rule';
import WON_BASIS from '@salesforce/label/c.Caddie_Intelligence_Won_Basis';
import { dateInWords } from 'c/dueWords';
import type { Committee, CommitteeMember, CommitteeRole, Explanation } from 'c/intelligenceView';
import { fill } from 'c/text';

/** A person with their roles, or a role that nobody fills. */
export interface Seat {
  key: string;
  role: string;
  /** Undefined for a role that nobody fills. */
  member?: CommitteeMember & { initials: string; contact: string };
  missing?: string;
  explanation?: Explanation;
  addText: string;
}

/** A seat for each person, with all their roles, and for each role that nobody fills. */
export function seatsOf(committee: Committee): Seat[] {
  const seats = new Map<string, Seat>();
  for (const role of committee.roles) {
    if (!isFilled(role)) {
      seats.set(role.role, emptySeat(role, committee));
    }
    for (const member of role.members) {
      const known = seats.get(member.contactId);
      seats.set(
        member.contactId,
        known ? { ...known, role: `${known.role}, ${role.role}` } : seatOf(role, member)
      );
    }
  }
  return [...seats.values()];
}

export function isFilled({ members }: CommitteeRole): boolean {
  return members.length > 0;
}

function emptySeat({ role, won, wonWithRole, patternId }: CommitteeRole, committee: Committee): Seat {
  const word = role.toLowerCase();
  const hasNumbers = won !== null && wonWithRole !== null;
  return {
    key: role,
    role,
    missing: hasNumbers ? fill(MISSING_OF, word, wonWithRole, won) : fill(MISSING, word),
    explanation: {
      rule: hasNumbers ? fill(ROLE_RULE, role) : DEFAULT_RULE,
      basis: hasNumbers ? fill(OF_WON, wonWithRole, won) : fill(WON_BASIS, committee.won),
      computedAt: committee.computedAt,
      records: patternId ? [{ id: patternId, object: 'Committee_Pattern__c', name: role }] : []
    },
    addText: fill(ADD_ROLE, role)
  };
}

function seatOf({ role }: CommitteeRole, member: CommitteeMember): Seat {
  const initials = member.name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const contact = member.lastContactOn ? fill(LAST_CONTACT, dateInWords(member.lastContactOn)) : NO_CONTACT;
  return { key: member.contactId, role, member: { ...member, initials, contact }, addText: '' };
}
