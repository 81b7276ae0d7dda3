import { median, weekOf } from '../../../force-app/main/intelligence/lwc/engagement/engagement.ts';
import { PLACES } from '../../../force-app/main/intelligence/lwc/journey/journey.ts';
import type { Place } from '../../../force-app/main/intelligence/lwc/journey/journey.ts';
import type { FieldValues } from '../org/rest.ts';
import type { Judged } from './judge-accounts.ts';
import type { Placed } from './move-journeys.ts';
import type { Agreement, Target } from './types.ts';

interface Value {
  value: number;
  of: number;
}

const TIERS = ['1', '2', '3', 'All'] as const;
const DAY_MS = 86_400_000;
const QUARTER_DAYS = 91;

/** The KPIs of the week of `now`, over the accounts that both sides signed. What rests on nothing is left out. */
export function countKpis(
  agreement: Agreement,
  placed: readonly Placed[],
  judged: readonly Judged[],
  now: Date
): FieldValues[] {
  const week = weekOf(now.toISOString().slice(0, 10));
  const qualified = firstQualified(agreement, judged);
  return TIERS.flatMap((tier) => {
    const own = placed.filter(({ target }) => target.isAccepted && (tier === 'All' || target.tier === tier));
    return Object.entries(kpisOf(own, agreement, qualified, now)).flatMap(([kpi, counted]) =>
      counted === null
        ? []
        : [
            {
              Kpi_Key__c: `${kpi}|${tier}|${week}`,
              Kpi__c: kpi,
              Tier__c: tier,
              Week__c: week,
              Value__c: Math.round(counted.value * 100) / 100,
              Of__c: counted.of,
              Computed_At__c: now.toISOString()
            }
          ]
    );
  });
}

function kpisOf(
  own: readonly Placed[],
  agreement: Agreement,
  qualified: Map<string, number>,
  now: Date
): Record<string, Value | null> {
  if (own.length === 0) return {};
  const atLeast = (place: Place): number =>
    own.filter((one) => PLACES.indexOf(one.place) >= PLACES.indexOf(place)).length;
  const touches = own.flatMap(({ target }) => agreement.engagements.get(target.accountId)?.touches13 ?? []);
  const deals = own.flatMap(({ target }) => agreement.deals.get(target.accountId) ?? []);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const days = own.flatMap(({ target }) => daysToOpportunity(target, agreement, qualified, now));
  const counted = (value: number): Value => ({ value, of: own.length });
  return {
    // Accounts whose touches nobody has counted yet are not of it.
    Coverage:
      touches.length === 0 ? null : { value: touches.filter((n) => n > 0).length, of: touches.length },
    Awareness: counted(atLeast('Aware')),
    Engagement: counted(atLeast('Engaged')),
    MQA: counted(atLeast('MQA')),
    SQA: counted(atLeast('SQA')),
    Opportunity: counted(atLeast('Opportunity')),
    Pipeline: { value: sum(deals.map(({ pipeline }) => pipeline)), of: sum(deals.map(({ open }) => open)) },
    Speed: days.length === 0 ? null : { value: median(days) ?? 0, of: days.length },
    Referrals: {
      value: sum(deals.map(({ referred }) => referred)),
      of: sum(deals.map(({ solvedElsewhere }) => solvedElsewhere))
    }
  };
}

/** Days from the first MQA verdict to the first deal after it, where that deal is of the last 13 weeks. */
function daysToOpportunity(
  { accountId }: Target,
  { deals }: Agreement,
  qualified: Map<string, number>,
  now: Date
): number[] {
  const first = qualified.get(accountId) ?? Infinity;
  const opened = (deals.get(accountId)?.createdAt ?? [])
    .map((at) => Date.parse(at))
    .filter((at) => at >= first);
  const next = Math.min(...opened);
  return next >= now.getTime() - QUARTER_DAYS * DAY_MS && next <= now.getTime()
    ? [(next - first) / DAY_MS]
    : [];
}

/** When each account first met an MQA rule of any version. */
function firstQualified({ verdicts }: Agreement, judged: readonly Judged[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { accountId, kind, isMet, decidedAt } of [...verdicts, ...judged]) {
    if (kind !== 'MQA' || !isMet) continue;
    first.set(accountId, Math.min(first.get(accountId) ?? Infinity, Date.parse(decidedAt)));
  }
  return first;
}
