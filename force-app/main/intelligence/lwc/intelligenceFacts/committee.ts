import { expectedCommittee, type Pattern } from 'c/committee';
import { nodesOf, orNull, text, totalOf } from 'c/graphqlAnswer';
import {
  type AccountNode,
  type ContactNode,
  type DealNode,
  type FactsAnswer,
  type PatternNode,
  type PlaceAnswer,
  type RoleNode
} from 'c/intelligenceQueries';
import type { Committee, CommitteeMember, CommitteeRole } from 'c/intelligenceView';

/** Expected roles first, filled or not; then whatever else people are named as. */
export function committeeOf(
  place: PlaceAnswer,
  facts: FactsAnswer['uiapi']['query'],
  account: AccountNode,
  deals: DealNode[]
): Committee {
  const patterns = nodesOf(facts.Committee_Pattern__c);
  const expected = expectedCommittee(patterns.map(patternOf), text(account.Industry));
  const byRole = membersByRole(nodesOf(place.uiapi.query.OpportunityContactRole));
  const roles: CommitteeRole[] = expected.roles.map(({ role, wonWithRole }) => ({
    role,
    members: take(byRole, role),
    wonWithRole,
    won: wonWithRole === null ? null : expected.won,
    patternId: patternIdOf(patterns, expected.segment, role)
  }));
  const beyond = [...byRole].map(([role, members]) => ({
    role,
    members,
    wonWithRole: null,
    won: null,
    patternId: null
  }));
  const all = [...roles, ...beyond];
  return {
    roles: all,
    expected: roles.length,
    segment: expected.segment,
    won: expected.won,
    computedAt: orNull(patterns[0]?.Computed_At__c),
    deals: deals.map(({ Id, Name, CloseDate }) => ({ id: Id, name: text(Name), closeOn: orNull(CloseDate) })),
    others: othersOf(place, all)
  };
}

/** Takes a role out of the map, whatever its case. */
function take(byRole: Map<string, CommitteeMember[]>, role: string): CommitteeMember[] {
  const name = [...byRole.keys()].find((one) => one.toLowerCase() === role.toLowerCase());
  const members = byRole.get(name ?? '') ?? [];
  byRole.delete(name ?? '');
  return members;
}

/** People by role, each person once: several deals of an account may name the same. */
function membersByRole(nodes: RoleNode[]): Map<string, CommitteeMember[]> {
  const byRole = new Map<string, CommitteeMember[]>();
  for (const { Role, Contact } of nodes) {
    const role = text(Role);
    const members = byRole.get(role) ?? [];
    if (role && Contact && !members.some(({ contactId }) => contactId === Contact.Id)) {
      byRole.set(role, [...members, memberOf(Contact)]);
    }
  }
  return byRole;
}

/** Everyone at the account whom no role names. */
function othersOf({ uiapi: { query } }: PlaceAnswer, roles: CommitteeRole[]): Committee['others'] {
  const named = new Set(roles.flatMap(({ members }) => members.map(({ contactId }) => contactId)));
  const contacts = nodesOf(query.Contact);
  const items = contacts.filter(({ Id }) => !named.has(Id)).map(memberOf);
  const total = query.Contact ? totalOf(query.Contact) - (contacts.length - items.length) : 0;
  return { items, total };
}

function memberOf({ Id, Name, Title, LastActivityDate }: ContactNode): CommitteeMember {
  return { contactId: Id, name: text(Name), title: text(Title), lastContactOn: orNull(LastActivityDate) };
}

function patternIdOf(patterns: PatternNode[], segment: string | null, role: string): string | null {
  const pattern = patterns.find(
    ({ Segment__c, Role__c }) => text(Segment__c) === segment && text(Role__c) === role
  );
  return pattern?.Id ?? null;
}

function patternOf(node: PatternNode): Pattern {
  return {
    segment: text(node.Segment__c),
    role: text(node.Role__c),
    wonDeals: orNull(node.Won_Deals__c) ?? 0,
    dealsWithRole: orNull(node.Deals_With_Role__c) ?? 0,
    lostDeals: orNull(node.Lost_Deals__c) ?? 0,
    lostDealsWithRole: orNull(node.Lost_Deals_With_Role__c) ?? 0
  };
}
