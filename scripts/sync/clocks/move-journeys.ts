import { isFresh } from '../../../force-app/main/intelligence/lwc/qualificationFacts/qualificationFacts.ts';
import { PLACES, placeOf } from '../../../force-app/main/intelligence/lwc/journey/journey.ts';
import type { Place } from '../../../force-app/main/intelligence/lwc/journey/journey.ts';
import type { Judged } from './judge-accounts.ts';
import type { Agreement, Kind, Target } from './types.ts';

/** Where a target account stands after this run. */
export interface Placed {
  target: Target;
  /** Where it stood until now. */
  from: string;
  place: Place;
  since: string;
  /** The place changed, or was written for the first time. */
  isWritten: boolean;
}

/** A new decision about an account begins where the earlier one left it. */
export function moveJourneys(agreement: Agreement, judged: readonly Judged[], now: Date): Placed[] {
  const verdicts = new Map(judged.map(({ accountId, kind, isMet }) => [`${accountId} ${kind}`, isMet]));
  return agreement.targets.map((target) => {
    const { accountId, journey, journeySince, before } = target;
    const verdict = (kind: Kind): boolean | null => verdicts.get(`${accountId} ${kind}`) ?? null;
    const deals = agreement.deals.get(accountId);
    const engagement = agreement.engagements.get(accountId);
    const stood = journeySince === null ? before : { journey, since: journeySince };
    const current = PLACES.find((place) => place === stood?.journey) ?? null;
    const place = placeOf(
      {
        wonOpportunities: deals?.won ?? 0,
        openOpportunities: deals?.open ?? 0,
        sqa: verdict('SQA'),
        mqa: verdict('MQA'),
        touches13: engagement?.touches13 ?? null,
        people13: engagement?.people13 ?? null,
        freshSignals: (agreement.signals.get(accountId) ?? []).filter((signal) => isFresh(signal, now)).length
      },
      current
    );
    const since = stood && place === current ? stood.since : now.toISOString();
    return {
      target,
      from: stood?.journey ?? journey,
      place,
      since,
      isWritten: place !== journey || journeySince === null
    };
  });
}
