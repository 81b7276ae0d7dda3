import { Failure } from '../../lib/failure.ts';

/** Every row that was read and what became of it, so that a row that got lost on the way is noticed. */
export interface RowEquation {
  text: string;
  holds: boolean;
}

/**
 * `7 rows = 4 saved + 2 unmatched + 1 unreadable`. The left side is counted while reading, the right side where each
 * row ends, so that the two are counted apart.
 */
export function rowEquation(
  total: number,
  what: string,
  outcomes: Readonly<Record<string, number>>
): RowEquation {
  const counts = Object.values(outcomes);
  const parts = Object.entries(outcomes).map(([name, n]) => `${n.toLocaleString('en-US')} ${name}`);
  return {
    text: `${total.toLocaleString('en-US')} ${what} = ${parts.join(' + ')}`,
    holds: counts.reduce((sum, n) => sum + n, 0) === total
  };
}

/** Before anything is written: numbers that do not add up are not worth storing. Throws `ROWS_LOST`. */
export function requireEquation({ holds, text }: RowEquation, safe: string): void {
  if (holds) return;
  throw new Failure('ROWS_LOST', `The row equation does not hold: ${text}.`, [
    `${safe} Run it again with --verbose, and report it if it stays so.`
  ]);
}
