/** Target rows and KPIs as the agenda wants them. */
import type { KpiStanding } from 'c/agreementKpis';
import type { KpiFact, Named, ProgressFact, TargetFact } from 'c/reviewAgenda';
import { agreedBefore, type TargetRow } from 'c/targetList';

export function targetFacts(rows: readonly TargetRow[]): TargetFact[] {
  return rows.map((row) => ({
    id: row.id,
    account: row.account,
    tier: row.tier,
    tierBefore: agreedBefore(row, rows)?.tier ?? null,
    status: row.status,
    signedAt:
      [row.sales?.at, row.marketing?.at]
        .filter((at) => at !== undefined)
        .sort()
        .at(-1) ?? null,
    signedBy: people(row.sales?.who, row.marketing?.who),
    disputedBy: row.dispute?.who ?? null,
    disputeReason: row.dispute?.reason ?? ''
  }));
}

/** Accounts that came to another place on the journey: both owners brought them there. */
export function progressFacts(rows: readonly TargetRow[]): ProgressFact[] {
  return rows
    .filter(({ status, journey }) => status === 'Accepted' && journey !== 'Target')
    .flatMap(({ id, account, journey, journeySince, salesOwner, marketingOwner }) => {
      const owners = people(marketingOwner, salesOwner);
      return journeySince ? [{ id, account, journey, since: journeySince, owners }] : [];
    });
}

export function kpiFacts(standings: readonly KpiStanding[]): KpiFact[] {
  return standings.map(({ kpi, last, agreed, isReached }) => ({
    kpi,
    value: last.value,
    of: last.of,
    agreed: agreed?.value ?? null,
    isReached
  }));
}

function people(...found: (Named | null | undefined)[]): Named[] {
  return found.filter((person) => person !== null && person !== undefined);
}
