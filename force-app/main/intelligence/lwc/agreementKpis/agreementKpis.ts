/**
 * KPIs of the agreement by week and tier, beside what was agreed; and how certain a share is. Every value comes with
 * the number of cases behind it.
 */

/** As `Kpi__c` spells them, in the order of an account's journey. */
export const KPIS = [
  'Coverage',
  'Awareness',
  'Engagement',
  'MQA',
  'SQA',
  'Opportunity',
  'Pipeline',
  'Speed',
  'Referrals'
] as const;

export type Kpi = (typeof KPIS)[number];
export type Unit = 'count' | 'amount' | 'days';
export type KpiTier = '1' | '2' | '3' | 'All';

/** One value of one week. */
export interface KpiWeek {
  kpi: Kpi;
  tier: KpiTier;
  /** The Monday, `YYYY-MM-DD`. */
  week: string;
  value: number;
  /** How many cases it rests on. */
  of: number;
}

/** What both sides agreed to reach, from a day on. */
export interface AgreedTarget {
  id: string;
  kpi: Kpi;
  tier: KpiTier;
  from: string;
  value: number;
  reason: string;
}

export interface KpiStanding {
  kpi: Kpi;
  tier: KpiTier;
  /** Oldest first, the weeks that have a value. */
  weeks: KpiWeek[];
  /** The newest value. */
  last: KpiWeek;
  /** What was agreed for the newest week; `null` where nothing is. */
  agreed: AgreedTarget | null;
  /** Newest value less the agreed one; `null` where nothing is agreed. */
  gap: number | null;
  isReached: boolean | null;
}

/** A share of cases: too few to say, or with the interval in which it lies with 95 % certainty. */
export type Share =
  | { kind: 'few'; met: number; of: number; minimum: number }
  | { kind: 'share'; met: number; of: number; percent: number; from: number; to: number };

/** The others count accounts of the list. */
const UNITS: Partial<Record<Kpi, Unit>> = { Pipeline: 'amount', Speed: 'days' };
/** Days on the way: fewer are better. */
const LESS_IS_BETTER: readonly Kpi[] = ['Speed'];
const Z_95 = 1.959964;

/** The KPIs of one tier that have a value, in the order of the journey. */
export function kpiStandings(
  weeks: readonly KpiWeek[],
  targets: readonly AgreedTarget[],
  tier: KpiTier
): KpiStanding[] {
  return KPIS.flatMap((kpi) => {
    const own = weeks
      .filter((week) => week.kpi === kpi && week.tier === tier)
      .sort((one, two) => one.week.localeCompare(two.week));
    const last = own.at(-1);
    if (!last) {
      return [];
    }
    const agreed = agreedFor(targets, kpi, tier, last.week);
    const gap = agreed ? last.value - agreed.value : null;
    const isReached = gap === null ? null : LESS_IS_BETTER.includes(kpi) ? gap <= 0 : gap >= 0;
    return [{ kpi, tier, weeks: own, last, agreed, gap, isReached }];
  });
}

export function unitOf(kpi: Kpi): Unit {
  return UNITS[kpi] ?? 'count';
}

/** The target in force in the week of a Monday: the newest that began by its Sunday. */
export function agreedFor(
  targets: readonly AgreedTarget[],
  kpi: Kpi,
  tier: KpiTier,
  week: string
): AgreedTarget | null {
  const sunday = new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10);
  const begun = targets
    .filter((target) => target.kpi === kpi && target.tier === tier && target.from <= sunday)
    .sort((one, two) => two.from.localeCompare(one.from));
  return begun[0] ?? null;
}

/**
 * A share with Wilson's 95 % interval, or that there are too few cases to say.
 * @param minimum cases below which no percentage is said
 */
export function shareOf(met: number, of: number, minimum: number): Share {
  if (of < minimum) {
    return { kind: 'few', met, of, minimum };
  }
  const share = met / of;
  const z2 = Z_95 * Z_95;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  const percent = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100);
  return {
    kind: 'share',
    met,
    of,
    percent: percent(share),
    from: percent(middle - half),
    to: percent(middle + half)
  };
}
