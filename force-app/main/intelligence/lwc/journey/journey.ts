/**
 * Where an account stands between target and customer. A place is taken when its evidence is there, and left only when
 * everything that could hold the account there is known not to be: what is unknown moves nobody. A customer stays one:
 * the deals of former years may never have been in this org.
 */

export const PLACES = ['Target', 'Aware', 'Engaged', 'MQA', 'SQA', 'Opportunity', 'Customer'] as const;

export type Place = (typeof PLACES)[number];

/** `null` is what nobody knows, such as touches before the timing has been computed. */
export interface Evidence {
  wonOpportunities: number | null;
  openOpportunities: number | null;
  /** The verdicts of the rules that are in force; null when there is no rule or it cannot be decided. */
  sqa: boolean | null;
  mqa: boolean | null;
  touches13: number | null;
  people13: number | null;
  freshSignals: number | null;
}

/** Engaged: so many touches with so many different people in 13 weeks. */
export const ENGAGED_TOUCHES = 3;
export const ENGAGED_PEOPLE = 2;

/** The account's place; `current` is the place that is recorded, null for a new target account. */
export function placeOf(evidence: Evidence, current: Place | null): Place {
  if (current === 'Customer') {
    return current;
  }
  const holds = evidenceByPlace(evidence);
  const now = PLACES.indexOf(current ?? 'Target');
  const proven = PLACES.findLastIndex((place) => holds[place] === true);
  if (proven >= now) {
    return PLACES[proven];
  }
  const isMoveKnown = PLACES.slice(proven + 1).every((place) => holds[place] === false);
  return PLACES[isMoveKnown ? proven : now];
}

/** True where the evidence is there, false where it is known not to be, null where it is unknown. */
function evidenceByPlace(evidence: Evidence): Record<Place, boolean | null> {
  const { wonOpportunities, openOpportunities, sqa, mqa, touches13, people13, freshSignals } = evidence;
  return {
    Target: true,
    Aware: either(atLeast(touches13, 1), atLeast(freshSignals, 1)),
    Engaged: both(atLeast(touches13, ENGAGED_TOUCHES), atLeast(people13, ENGAGED_PEOPLE)),
    MQA: mqa,
    SQA: sqa,
    Opportunity: atLeast(openOpportunities, 1),
    Customer: atLeast(wonOpportunities, 1)
  };
}

function atLeast(value: number | null, least: number): boolean | null {
  return value === null ? null : value >= least;
}

function both(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) {
    return false;
  }
  return one === null || other === null ? null : true;
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  if (one === true || other === true) {
    return true;
  }
  return one === null || other === null ? null : false;
}
