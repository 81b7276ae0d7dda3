/** The facts that qualification rules ask about beside the account's own fields, under `Facts.`. */

/** What the facts are made of; `null` for what is unknown or may not be read. */
export interface FactRecords {
  signals: readonly FactSignal[] | null;
  /** From `Account_Engagement__c`. */
  engagement: { touches13: number | null; people13: number | null; lastTouchOn: string | null } | null;
  openOpportunities: number | null;
  /** The tier of the decision that both sides signed; blank when the account has none. */
  tier: string | null;
  /** Different roles that somebody fills on the account's open opportunities. */
  committeeRolesFilled: number | null;
}

export interface FactSignal {
  strength: string | null;
  /** ISO date-times. */
  occurredAt: string | null;
  expiresAt: string | null;
  notUsefulAt: string | null;
}

/** Field path → value. `undefined` is unknown, and a criterion on it never matches; `null` is known to be blank. */
export type Facts = Record<FactPath, number | string | null | undefined>;

export type FactPath = (typeof FACTS)[number];

export const FACTS = [
  'Facts.StrongSignals',
  'Facts.Signals',
  'Facts.Touches13Weeks',
  'Facts.PeopleReached',
  'Facts.LastTouchDays',
  'Facts.OpenOpportunities',
  'Facts.Tier',
  'Facts.CommitteeRolesFilled'
] as const;

const DAY_MS = 86_400_000;

/** `now` decides which signals are fresh and how long ago the last touch was, in whole days of UTC. */
export function qualificationFacts(records: FactRecords, now: Date): Facts {
  const { signals, engagement, openOpportunities, tier, committeeRolesFilled } = records;
  const fresh = signals?.filter((signal) => isFresh(signal, now));
  return {
    'Facts.StrongSignals': fresh?.filter(({ strength }) => strength === 'Strong').length,
    'Facts.Signals': fresh?.length,
    'Facts.Touches13Weeks': engagement?.touches13 ?? undefined,
    'Facts.PeopleReached': engagement?.people13 ?? undefined,
    'Facts.LastTouchDays': engagement ? daysSince(engagement.lastTouchOn, now) : undefined,
    'Facts.OpenOpportunities': openOpportunities ?? undefined,
    'Facts.Tier': tier,
    'Facts.CommitteeRolesFilled': committeeRolesFilled ?? undefined
  };
}

/** A signal counts from its happening until it expires, unless somebody marked it as not useful. */
export function isFresh({ occurredAt, expiresAt, notUsefulAt }: FactSignal, now: Date): boolean {
  return (
    notUsefulAt === null &&
    !(instantOf(occurredAt) > now.getTime()) &&
    !(instantOf(expiresAt) <= now.getTime())
  );
}

/** Blank when the account was never touched in 26 weeks: a rule asks with `lessOrEqual`, which blank never matches. */
function daysSince(day: string | null, now: Date): number | null {
  return day === null ? null : Math.floor(now.getTime() / DAY_MS) - Date.parse(day) / DAY_MS;
}

/** The platform writes offsets as `+0000`, which not every browser reads; NaN for a blank. */
function instantOf(text: string | null): number {
  return Date.parse((text ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}
