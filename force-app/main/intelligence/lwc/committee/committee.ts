/**
 * The roles that a deal like this one had when it was won, from the org's own deals; a default set while these are too
 * few to tell.
 */

/** A role in the closed deals of a segment, as `Committee_Pattern__c` keeps it. */
export interface Pattern {
  /** `All`, or as `segmentOf` names it. */
  segment: string;
  role: string;
  wonDeals: number;
  dealsWithRole: number;
  lostDeals: number;
  lostDealsWithRole: number;
}

export interface ExpectedRole {
  role: string;
  /** Won deals that had this role; null in the default set, which nobody counted. */
  wonWithRole: number | null;
  lostWithRole: number | null;
}

export interface ExpectedCommittee {
  /** What the roles were counted over; null for the default set. */
  segment: string | null;
  /** Won and lost deals of the segment; for the default set those of all segments, which were too few. */
  won: number;
  lost: number;
  /** The most usual first. */
  roles: ExpectedRole[];
}

export const ALL = 'All';
/** With fewer won deals than this a segment says nothing. */
export const LEAST_WON_DEALS = 20;
/** A role belongs to the committee when at least half of the won deals had it. */
const USUAL = 0.5;
/** Roles of Salesforce's own list that most buying decisions need. */
export const DEFAULT_ROLES = [
  'Economic Buyer',
  'Executive Sponsor',
  'Technical Buyer',
  'Business User'
] as const;
/** Says nothing about who is missing. */
const NO_ROLE = 'other';

/** The segment of deals with accounts of an industry; `undefined` when the account has none. */
export function segmentOf(industry: string | null | undefined): string | undefined {
  return industry?.trim() ? `Industry: ${industry.trim()}` : undefined;
}

/** The roles to expect for an account's industry: those of its segment, else of all deals, else the default set. */
export function expectedCommittee(
  patterns: readonly Pattern[],
  industry: string | null | undefined
): ExpectedCommittee {
  const segments = [segmentOf(industry), ALL].filter((segment) => segment !== undefined);
  for (const segment of segments) {
    const own = patterns.filter((pattern) => sameText(pattern.segment, segment));
    const roles = usualRoles(own);
    if (roles.length > 0) {
      return { segment: own[0].segment, won: own[0].wonDeals, lost: own[0].lostDeals, roles };
    }
  }
  const all = patterns.find(({ segment }) => segment === ALL);
  return {
    segment: null,
    won: all?.wonDeals ?? 0,
    lost: all?.lostDeals ?? 0,
    roles: DEFAULT_ROLES.map((role) => ({ role, wonWithRole: null, lostWithRole: null }))
  };
}

/** The expected roles that nobody fills; the names of roles are compared without regard to case. */
export function missingRoles(
  { roles }: Pick<ExpectedCommittee, 'roles'>,
  filled: readonly (string | null)[]
): ExpectedRole[] {
  return roles.filter(({ role }) => !filled.some((one) => one !== null && sameText(one, role)));
}

function usualRoles(patterns: readonly Pattern[]): ExpectedRole[] {
  return patterns
    .filter(({ role, wonDeals, dealsWithRole }) => {
      return wonDeals >= LEAST_WON_DEALS && dealsWithRole >= wonDeals * USUAL && !sameText(role, NO_ROLE);
    })
    .sort((one, other) => other.dealsWithRole - one.dealsWithRole || (one.role < other.role ? -1 : 1))
    .map(({ role, dealsWithRole, lostDealsWithRole }) => {
      return { role, wonWithRole: dealsWithRole, lostWithRole: lostDealsWithRole };
    });
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
