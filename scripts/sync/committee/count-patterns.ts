import { ALL, segmentOf } from '../../../force-app/main/intelligence/lwc/committee/committee.ts';
import type { Pattern } from '../../../force-app/main/intelligence/lwc/committee/committee.ts';
import { rowEquation } from '../run/equation.ts';
import type { RowEquation } from '../run/equation.ts';

/** A closed deal. */
export interface Deal {
  id: string;
  isWon: boolean;
  industry: string | null;
}

/** A contact's role on a deal. */
export interface DealRole {
  dealId: string;
  role: string | null;
}

export interface PatternCount {
  addDeal(deal: Deal): void;
  /** After all deals. Two contacts in the same role of a deal are one deal with that role. */
  addRole(role: DealRole): void;
  result(): { patterns: Pattern[]; equation: RowEquation };
}

interface Segment {
  name: string;
  won: number;
  lost: number;
  /** By the role's name in lower case. */
  roles: Map<string, { name: string; won: number; lost: number }>;
}

/**
 * Counts roles of won and lost deals by segment: all deals, and those of each industry. Names are compared without
 * regard to case, as the org's unique keys are.
 */
export function countPatterns(): PatternCount {
  const segments = new Map<string, Segment>();
  const deals = new Map<string, { isWon: boolean; segments: Segment[]; roles: Set<string> }>();
  const rows = {
    'won deals': 0,
    'lost deals': 0,
    roles: 0,
    'roles that repeat': 0,
    'roles without a name': 0,
    'roles of deals reopened meanwhile': 0
  };
  let read = 0;

  function segment(name: string): Segment {
    const key = name.toLowerCase();
    const known = segments.get(key) ?? { name, won: 0, lost: 0, roles: new Map() };
    segments.set(key, known);
    return known;
  }

  return {
    addDeal({ id, isWon, industry }) {
      read += 1;
      rows[isWon ? 'won deals' : 'lost deals'] += 1;
      const own = [ALL, segmentOf(industry)].filter((name) => name !== undefined).map(segment);
      own.forEach((one) => (one[isWon ? 'won' : 'lost'] += 1));
      deals.set(id, { isWon, segments: own, roles: new Set() });
    },
    addRole({ dealId, role }) {
      read += 1;
      const deal = deals.get(dealId);
      const name = role?.trim() ?? '';
      const key = name.toLowerCase();
      if (!deal) rows['roles of deals reopened meanwhile'] += 1;
      else if (key === '') rows['roles without a name'] += 1;
      else if (deal.roles.has(key)) rows['roles that repeat'] += 1;
      else {
        rows.roles += 1;
        deal.roles.add(key);
        for (const { roles } of deal.segments) {
          const known = roles.get(key) ?? { name, won: 0, lost: 0 };
          known[deal.isWon ? 'won' : 'lost'] += 1;
          roles.set(key, known);
        }
      }
    },
    result: () => ({
      patterns: [...segments.values()].flatMap(patternsOf),
      equation: rowEquation(read, 'rows', rows)
    })
  };
}

function patternsOf({ name, won, lost, roles }: Segment): Pattern[] {
  return [...roles.values()].map((role) => ({
    segment: name,
    role: role.name,
    wonDeals: won,
    dealsWithRole: role.won,
    lostDeals: lost,
    lostDealsWithRole: role.lost
  }));
}
