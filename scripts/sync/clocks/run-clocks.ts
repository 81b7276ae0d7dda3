import type { Commitment, Level } from './types.ts';

/** A commitment after this run; `escalateTo` is whom it goes to now, null when it goes to nobody or went before. */
export interface Clocked<One extends Commitment = Commitment> {
  commitment: One;
  status: string;
  escalateTo: string | null;
}

/**
 * What the clock says of every commitment, and which misses an executive hears of. A level's misses count in the order
 * in which they were due, and one that was met begins the count again: with two allowed, the second miss in a row is
 * escalated, and so is the third. A refusal is neither.
 */
export function runClocks<One extends Commitment>(
  commitments: readonly One[],
  levels: readonly Level[],
  now: Date
): Clocked<One>[] {
  const byLevel = new Map(levels.map((level) => [level.id, level]));
  const missesInARow = new Map<string, number>();
  return commitments
    .map((commitment) => ({
      commitment,
      status: statusAt(commitment, now),
      escalateTo: null as string | null
    }))
    .sort((one, other) => orderOf(one.commitment).localeCompare(orderOf(other.commitment), 'en'))
    .map((clocked) => {
      const { commitment, status } = clocked;
      const level = byLevel.get(commitment.levelId ?? '');
      if (!level || (status !== 'Met' && status !== 'Missed')) return clocked;
      const misses = status === 'Met' ? 0 : (missesInARow.get(level.id) ?? 0) + 1;
      missesInARow.set(level.id, misses);
      const isTooMany = misses >= level.escalateAfter && misses > 0;
      return isTooMany && commitment.escalatedAt === null
        ? { ...clocked, escalateTo: level.escalateTo }
        : clocked;
    });
}

/** Done in time is met, done late or not at all by then is missed; until then it stays as people left it. */
function statusAt({ status, dueAt, doneAt }: Commitment, now: Date): string {
  if (status === 'Refused' || dueAt === null) return status;
  const due = Date.parse(dueAt);
  if (doneAt !== null) return Date.parse(doneAt) <= due ? 'Met' : 'Missed';
  return now.getTime() > due ? 'Missed' : status;
}

function orderOf({ dueAt, key }: Commitment): string {
  return `${dueAt === null ? '' : new Date(dueAt).toISOString()} ${key}`;
}
