import fc from 'fast-check';
import { PLACES, placeOf, type Evidence, type Place } from 'c/journey';

const NOTHING: Evidence = {
  wonOpportunities: 0,
  openOpportunities: 0,
  sqa: false,
  mqa: false,
  touches13: 0,
  people13: 0,
  freshSignals: 0
};
const UNKNOWN: Evidence = {
  wonOpportunities: null,
  openOpportunities: null,
  sqa: null,
  mqa: null,
  touches13: null,
  people13: null,
  freshSignals: null
};

describe('placeOf', () => {
  it.each<[Place, Partial<Evidence>]>([
    ['Target', {}],
    ['Aware', { freshSignals: 1 }],
    ['Aware', { touches13: 2, people13: 2 }],
    ['Aware', { touches13: 9, people13: 1 }],
    ['Engaged', { touches13: 3, people13: 2 }],
    ['MQA', { mqa: true }],
    ['SQA', { mqa: true, sqa: true }],
    ['Opportunity', { mqa: true, openOpportunities: 1 }],
    ['Customer', { openOpportunities: 2, wonOpportunities: 1 }]
  ])('is %s with %j', (place, evidence) => {
    expect(placeOf({ ...NOTHING, ...evidence }, null)).toBe(place);
  });

  it.each<[Place, Place, Partial<Evidence>]>([
    // All of it is known, so the account has really moved back.
    ['Engaged', 'MQA', { ...NOTHING, touches13: 3, people13: 2 }],
    // Nobody knows whether the rule still holds.
    ['MQA', 'MQA', { ...NOTHING, touches13: 3, people13: 2, mqa: null }],
    ['MQA', 'MQA', UNKNOWN],
    ['Customer', 'Customer', { ...NOTHING, openOpportunities: 1 }],
    // What is proven moves up whatever else is unknown.
    ['Opportunity', 'Aware', { ...UNKNOWN, openOpportunities: 1 }],
    ['Aware', 'Aware', { ...NOTHING, touches13: null }],
    ['Target', 'Aware', NOTHING],
    // Three touches, and nobody knows with whom.
    ['Engaged', 'Engaged', { ...NOTHING, touches13: 3, people13: null }],
    ['Aware', 'Engaged', { ...NOTHING, touches13: 3, people13: 1 }]
  ])('is %s after %s with %j', (place, current, evidence) => {
    expect(placeOf({ ...NOTHING, ...evidence }, current)).toBe(place);
  });

  it('never moves back on missing data, and never forward without evidence', () => {
    const flag = fc.constantFrom(true, false, null);
    const number = fc.constantFrom(0, 1, 3, null);
    const evidence = fc.record({
      wonOpportunities: number,
      openOpportunities: number,
      sqa: flag,
      mqa: flag,
      touches13: number,
      people13: number,
      freshSignals: number
    });
    fc.assert(
      fc.property(
        evidence,
        fc.constantFrom(...PLACES),
        fc.constantFrom(...Object.keys(NOTHING)),
        (all, current, field) => {
          const known = placeOf(all, current);
          const less = placeOf({ ...all, [field]: null }, current);
          // Forgetting something leaves the account where it is recorded, or where it would be with all of it.
          expect(PLACES.indexOf(less)).toBeLessThanOrEqual(
            Math.max(PLACES.indexOf(known), PLACES.indexOf(current))
          );
          expect(placeOf(all, known)).toBe(known);
        }
      ),
      { seed: 5, numRuns: 500 }
    );
  });
});
