import { FACTS, isFresh, qualificationFacts, type FactRecords, type FactSignal } from 'c/qualificationFacts';

const NOW = new Date('2026-11-18T12:00:00Z');

function signal(details: Partial<FactSignal> = {}): FactSignal {
  return {
    strength: 'Medium',
    occurredAt: '2026-11-10T09:00:00.000+0000',
    expiresAt: '2026-12-10T09:00:00.000+0000',
    notUsefulAt: null,
    ...details
  };
}

const RECORDS: FactRecords = {
  signals: [
    signal(),
    signal({ strength: 'Strong' }),
    signal({ strength: 'Strong', expiresAt: '2026-11-18T12:00:00.000+0000' }),
    signal({ strength: 'Strong', notUsefulAt: '2026-11-12T09:00:00.000+0000' })
  ],
  engagement: { touches13: 7, people13: 3, lastTouchOn: '2026-11-16' },
  openOpportunities: 2,
  tier: '1',
  committeeRolesFilled: 4
};

describe('qualificationFacts', () => {
  it('has every fact of the contract', () => {
    expect(qualificationFacts(RECORDS, NOW)).toEqual({
      'Facts.StrongSignals': 1,
      'Facts.Signals': 2,
      'Facts.Touches13Weeks': 7,
      'Facts.PeopleReached': 3,
      'Facts.LastTouchDays': 2,
      'Facts.OpenOpportunities': 2,
      'Facts.Tier': '1',
      'Facts.CommitteeRolesFilled': 4
    });
    expect(Object.keys(qualificationFacts(RECORDS, NOW))).toEqual([...FACTS]);
  });

  it('leaves unknown what nobody knows, and knows that an account has no tier', () => {
    const unknown = { signals: null, engagement: null, openOpportunities: null, committeeRolesFilled: null };
    const facts = qualificationFacts({ ...unknown, tier: null }, NOW);
    expect(Object.entries(facts).filter(([, value]) => value !== undefined)).toEqual([['Facts.Tier', null]]);
  });

  it('knows that an account was not touched', () => {
    const engagement = { touches13: 0, people13: 0, lastTouchOn: null };
    expect(qualificationFacts({ ...RECORDS, engagement }, NOW)).toMatchObject({
      'Facts.Touches13Weeks': 0,
      'Facts.LastTouchDays': null
    });
  });
});

describe('isFresh', () => {
  it.each([
    ['without an end', { expiresAt: null }, true],
    ['a second before its end', { expiresAt: '2026-11-18T12:00:01Z' }, true],
    ['at its end', { expiresAt: '2026-11-18T12:00:00Z' }, false],
    ['that has not happened yet', { occurredAt: '2026-11-18T12:00:01Z' }, false],
    ['that happened now', { occurredAt: '2026-11-18T12:00:00Z' }, true],
    ['marked as not useful', { notUsefulAt: '2026-11-12T09:00:00Z' }, false]
  ])('a signal %s', (_name, details, expected) => {
    expect(isFresh(signal(details), NOW)).toBe(expected);
  });
});
