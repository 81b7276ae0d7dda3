import { DEFAULT_ROLES, expectedCommittee, missingRoles, segmentOf, type Pattern } from 'c/committee';

function pattern(segment: string, role: string, dealsWithRole: number, wonDeals: number): Pattern {
  return { segment, role, wonDeals, dealsWithRole, lostDeals: 40, lostDealsWithRole: 8 };
}

const SOFTWARE = [
  pattern('Industry: software', 'Business User', 50, 96),
  pattern('Industry: software', 'Economic Buyer', 82, 96),
  pattern('Industry: software', 'Evaluator', 47, 96),
  pattern('Industry: software', 'Other', 90, 96)
];
const EVERYBODY = [pattern('All', 'Decision Maker', 300, 400)];
const DEFAULTS = DEFAULT_ROLES.map((role) => ({ role, wonWithRole: null, lostWithRole: null }));

describe('expectedCommittee', () => {
  it('has the roles of at least half of the won deals of the segment, the most usual first', () => {
    expect(expectedCommittee([...EVERYBODY, ...SOFTWARE], 'Software')).toEqual({
      segment: 'Industry: software',
      won: 96,
      lost: 40,
      roles: [
        { role: 'Economic Buyer', wonWithRole: 82, lostWithRole: 8 },
        { role: 'Business User', wonWithRole: 50, lostWithRole: 8 }
      ]
    });
  });

  it.each([
    ['has fewer than 20 won deals', [pattern('Industry: retail', 'Evaluator', 19, 19)]],
    ['has no role that half of them had', [pattern('Industry: retail', 'Evaluator', 9, 20)]],
    ['is unknown', []]
  ])('speaks for all deals when the segment %s', (_reason, own) => {
    expect(expectedCommittee([...own, ...EVERYBODY], 'retail')).toEqual({
      segment: 'All',
      won: 400,
      lost: 40,
      roles: [{ role: 'Decision Maker', wonWithRole: 300, lostWithRole: 8 }]
    });
  });

  it('takes a segment of exactly 20 won deals, and a role of exactly half of them', () => {
    expect(expectedCommittee([pattern('Industry: retail', 'Evaluator', 10, 20)], 'retail')).toMatchObject({
      segment: 'Industry: retail',
      won: 20
    });
  });

  it('has the default set when all deals are too few, and says how many they are', () => {
    expect(expectedCommittee([pattern('All', 'Evaluator', 12, 12)], null)).toEqual({
      segment: null,
      won: 12,
      lost: 40,
      roles: DEFAULTS
    });
    expect(expectedCommittee([], 'retail')).toEqual({ segment: null, won: 0, lost: 0, roles: DEFAULTS });
  });
});

describe('missingRoles', () => {
  it('are the expected ones that nobody fills', () => {
    const expected = expectedCommittee(SOFTWARE, 'software');
    const names = (filled: (string | null)[]): string[] =>
      missingRoles(expected, filled).map(({ role }) => role);
    expect(names([])).toEqual(['Economic Buyer', 'Business User']);
    expect(names(['business user', null, 'Evaluator'])).toEqual(['Economic Buyer']);
    expect(names(['Business User', 'Economic Buyer'])).toEqual([]);
  });
});

describe('segmentOf', () => {
  it('names the industry, and nothing without one', () => {
    expect([segmentOf(' software '), segmentOf(' '), segmentOf(null)]).toEqual([
      'Industry: software',
      undefined,
      undefined
    ]);
  });
});
