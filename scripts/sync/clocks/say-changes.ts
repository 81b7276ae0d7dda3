import { count } from '../../lib/count.ts';
import type { Judged } from './judge-accounts.ts';
import type { Placed } from './move-journeys.ts';
import type { Clocked } from './run-clocks.ts';
import type { Started } from './start-commitments.ts';
import type { Agreement } from './types.ts';

/** For programs: what happened to whom, by account Id and key. */
export interface ClockChanges {
  moved: { account: string; from: string; to: string }[];
  undecided: { account: string; rule: string }[];
  started: string[];
  met: string[];
  missed: string[];
  escalated: string[];
}

/** A person reads so many lines; `--json` has all of them. */
const LINES = 20;

/** What the clocks change, in words. */
export function sayChanges(
  agreement: Agreement,
  judged: readonly Judged[],
  placed: readonly Placed[],
  { commitments }: Started,
  clocked: readonly Clocked[]
): { says: string[]; details: ClockChanges } {
  const names = new Map(agreement.targets.map(({ accountId, accountName }) => [accountId, accountName]));
  const name = (accountId: string): string => names.get(accountId) ?? accountId;
  const fresh = new Set(commitments.map(({ key }) => key));
  const turned = (wanted: string): Clocked[] =>
    clocked.filter(({ status, commitment }) => status === wanted && status !== commitment.status);
  const moved = placed.filter(({ from, place }) => place !== from);
  const undecided = judged.filter(({ isMet }) => isMet === null);
  const escalated = clocked.filter(({ escalateTo }) => escalateTo !== null);
  const started = clocked.filter(({ commitment }) => fresh.has(commitment.key));
  const lines = [
    ...moved.map(({ target, from, place }) => `${target.accountName}: ${from} → ${place}`),
    ...started.map(({ commitment }) => `${name(commitment.accountId)}: owed now, ${commitment.what}`),
    ...turned('Met').map(
      ({ commitment }) => `${name(commitment.accountId)}: done in time, ${commitment.what}`
    ),
    ...turned('Missed').map(({ commitment }) => `${name(commitment.accountId)}: missed, ${commitment.what}`),
    ...escalated.map(({ commitment }) => `${name(commitment.accountId)}: escalated, ${commitment.what}`)
  ];
  const keys = (some: readonly Clocked[]): string[] => some.map(({ commitment }) => commitment.key);
  return {
    says: [
      ...lines.slice(0, LINES),
      ...(lines.length > LINES
        ? [`and ${count(lines.length - LINES, 'change')} more; --json has all of them.`]
        : []),
      ...(undecided.length > 0
        ? [
            `${count(undecided.length, 'verdict')} left as they are, since something that they rest on is unknown.`
          ]
        : [])
    ],
    details: {
      moved: moved.map(({ target, from, place }) => ({ account: target.accountId, from, to: place })),
      undecided: undecided.map(({ accountId, rule }) => ({ account: accountId, rule: rule.key })),
      started: keys(started),
      met: keys(turned('Met')),
      missed: keys(turned('Missed')),
      escalated: keys(escalated)
    }
  };
}
