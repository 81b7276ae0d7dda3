import { Failure } from '../../lib/failure.ts';
import { accountProblems } from '../matching/evidence.ts';
import type { AccountRules } from '../matching/evidence.ts';
import { partProblems } from '../signals/rules.ts';
import type { PartRule } from '../signals/rules.ts';
import { readYaml, recordOf } from '../sources/mapping.ts';

export const TARGET_PARTS = ['tier', 'salesOwner', 'marketingOwner', 'reason'] as const;
export type TargetPart = (typeof TARGET_PARTS)[number];

/** How rows of a list become proposals. */
export interface TargetMapping {
  format: 'csv' | 'ndjson';
  delimiter: string;
  account: AccountRules;
  target: Partial<Record<TargetPart, PartRule>>;
}

const KEYS: readonly string[] = ['format', 'delimiter', 'account', 'target'];

/** The columns of a list that comes without a mapping; only the tier and one that names the account are needed. */
export const LIST_MAPPING: TargetMapping = {
  format: 'csv',
  delimiter: ',',
  account: { id: { from: 'account id' }, domain: { from: 'website' }, name: { from: 'account' } },
  target: {
    tier: { from: 'tier' },
    salesOwner: { from: 'sales owner' },
    marketingOwner: { from: 'marketing owner' },
    reason: { from: 'reason' }
  }
};

/** Reads a mapping file (YAML, of which JSON is a part). Throws `BAD_MAPPING` with everything that is wrong. */
export function parseTargetMapping(text: string, file: string): TargetMapping {
  const raw = recordOf(readYaml(text, file));
  const { format = 'csv', delimiter = ',' } = raw;
  const target = recordOf(raw['target']);
  const problems = [
    ...Object.keys(raw).flatMap((key) =>
      KEYS.includes(key) ? [] : [`${key}: unknown; ${KEYS.join(', ')} are known`]
    ),
    ...(format === 'csv' || format === 'ndjson' ? [] : ['format: csv or ndjson']),
    ...(/^.$/.test(String(delimiter)) ? [] : ['delimiter: one character']),
    ...accountProblems(raw['account']),
    ...partProblems('target', target, TARGET_PARTS),
    ...('tier' in target ? [] : ['target.tier: missing'])
  ];
  if (problems.length > 0) {
    throw new Failure('BAD_MAPPING', `${file} is no mapping:\n  ${problems.join('\n  ')}`, [
      'docs/signals.md explains each part.'
    ]);
  }
  return {
    format: format as TargetMapping['format'],
    delimiter: String(delimiter),
    account: raw['account'] as AccountRules,
    target: target as TargetMapping['target']
  };
}
