/** A decision about an account in words. */
import ACT_DISPUTED from '@salesforce/label/c.Caddie_Agreement_Act_Disputed';
import ACT_MARKETING from '@salesforce/label/c.Caddie_Agreement_Act_Marketing';
import ACT_PROPOSED from '@salesforce/label/c.Caddie_Agreement_Act_Proposed';
import ACT_SALES from '@salesforce/label/c.Caddie_Agreement_Act_Sales';
import AGREED from '@salesforce/label/c.Caddie_Agreement_Target_Agreed';
import DISPUTED from '@salesforce/label/c.Caddie_Agreement_Target_Disputed';
import JOURNEY_SINCE from '@salesforce/label/c.Caddie_Agreement_Target_Journey_Since';
import NOBODY from '@salesforce/label/c.Caddie_Agreement_Nobody';
import OWNERS from '@salesforce/label/c.Caddie_Agreement_Target_Owners';
import SUPERSEDED from '@salesforce/label/c.Caddie_Agreement_Target_Superseded';
import TIER from '@salesforce/label/c.Caddie_Agreement_Tier';
import TIER_CHANGE from '@salesforce/label/c.Caddie_Agreement_Tier_Change';
import TIER_PROPOSED from '@salesforce/label/c.Caddie_Agreement_Tier_Proposed';
import VERSION from '@salesforce/label/c.Caddie_Agreement_Version';
import WAITS_BOTH from '@salesforce/label/c.Caddie_Agreement_Target_Waits_Both';
import WAITS_MARKETING from '@salesforce/label/c.Caddie_Agreement_Target_Waits_Marketing';
import WAITS_SALES from '@salesforce/label/c.Caddie_Agreement_Target_Waits_Sales';
import WITHDRAWN from '@salesforce/label/c.Caddie_Agreement_Target_Withdrawn';
import { dateInWords } from 'c/dueWords';
import { agreedBefore, historyOf, missingSignatures, type TargetRow } from 'c/targetList';
import { fill } from 'c/text';

export interface VersionWords {
  id: string;
  title: string;
  status: string;
  reason: string;
  acts: { key: string; text: string }[];
}

const ACTS = {
  proposed: ACT_PROPOSED,
  sales: ACT_SALES,
  marketing: ACT_MARKETING,
  disputed: ACT_DISPUTED
} as const;

/** "Tier 1"; with the tier that both had agreed on before, when that was another one. */
export function tierInWords(row: TargetRow, versions: readonly TargetRow[]): string {
  const before = agreedBefore(row, versions);
  if (!before || before.tier === row.tier) {
    return fill(TIER, row.tier);
  }
  return fill(missingSignatures(row).length > 0 ? TIER_PROPOSED : TIER_CHANGE, row.tier, before.tier);
}

export function statusInWords(row: TargetRow): string {
  switch (row.status) {
    case 'Accepted':
      return fill(AGREED, row.listVersion ?? 1);
    case 'Disputed':
      return fill(DISPUTED, row.dispute?.who.name ?? NOBODY, row.dispute?.reason ?? '');
    case 'Superseded':
      return SUPERSEDED;
    case 'Withdrawn':
      return WITHDRAWN;
    default: {
      const missing = missingSignatures(row);
      return missing.length > 1 ? WAITS_BOTH : missing[0] === 'sales' ? WAITS_SALES : WAITS_MARKETING;
    }
  }
}

export function ownersInWords({ salesOwner, marketingOwner }: TargetRow): string {
  return fill(OWNERS, salesOwner?.name ?? NOBODY, marketingOwner?.name ?? NOBODY);
}

export function journeyInWords({ journey, journeySince }: TargetRow): string {
  return journeySince ? fill(JOURNEY_SINCE, journey, dateInWords(journeySince)) : journey;
}

export function actsInWords(row: TargetRow): { key: string; text: string }[] {
  return historyOf(row).map(({ what, act }) => ({
    key: what,
    text: fill(ACTS[what], act.who.name, dateInWords(act.at))
  }));
}

export function versionInWords(row: TargetRow, versions: readonly TargetRow[]): VersionWords {
  return {
    id: row.id,
    title: fill(VERSION, row.version, tierInWords(row, versions)),
    status: statusInWords(row),
    reason: row.reason,
    acts: actsInWords(row)
  };
}
