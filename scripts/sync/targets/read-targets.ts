import type { Tier } from '../../../force-app/main/intelligence/lwc/targetList/types.ts';
import { evidenceOf } from '../matching/evidence.ts';
import type { AccountEvidence } from '../matching/outcome.ts';
import { shortened } from '../signals/map-signal.ts';
import { ruleValue } from '../signals/rules.ts';
import type { SourceRow } from '../sources/map-row.ts';
import { readRows } from '../sources/read-rows.ts';
import type { Unmatched } from '../sources/unmatched-file.ts';
import type { TargetMapping, TargetPart } from './mapping.ts';

/** A row of a list: a tier for an account. What it leaves out stays as it is. */
export interface TargetLine {
  number: number;
  row: SourceRow;
  evidence: AccountEvidence;
  tier: Tier;
  /** A username or an e-mail address. */
  salesOwner: string | undefined;
  marketingOwner: string | undefined;
  reason: string;
}

export interface ReadTargets {
  /** rows = lines + unreadable */
  rows: number;
  lines: TargetLine[];
  unreadable: Unmatched[];
}

const TIERS: readonly string[] = ['1', '2', '3'] satisfies Tier[];
/** The length of `Reason__c`. */
const LONGEST_REASON = 255;

export async function readTargets(file: string, mapping: TargetMapping): Promise<ReadTargets> {
  const result: ReadTargets = { rows: 0, lines: [], unreadable: [] };
  for await (const { number, row, reason } of readRows(file, mapping)) {
    result.rows += 1;
    const line = reason === undefined ? lineOf(mapping, number, row as SourceRow) : reason;
    if (typeof line === 'string') result.unreadable.push({ number, reason: line, row });
    else result.lines.push(line);
  }
  return result;
}

/** The line, or why there is none. */
function lineOf(mapping: TargetMapping, number: number, row: SourceRow): TargetLine | string {
  const part = (name: TargetPart): ReturnType<typeof ruleValue> => ruleValue(mapping.target[name] ?? {}, row);
  const { value: written = '', reason } = part('tier');
  if (reason !== undefined) return `tier: ${reason}`;
  const tier = written.replace(/^tier\s*/i, '');
  if (!TIERS.includes(tier)) return `tier: ${written} is none of ${TIERS.join(', ')}`;
  return {
    number,
    row,
    evidence: evidenceOf(mapping.account, row),
    tier: tier as Tier,
    salesOwner: part('salesOwner').value,
    marketingOwner: part('marketingOwner').value,
    reason: shortened(part('reason').value ?? '', LONGEST_REASON)
  };
}
