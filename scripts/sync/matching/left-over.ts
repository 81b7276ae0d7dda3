import { count } from '../../lib/count.ts';
import type { Unmatched } from '../sources/unmatched-file.ts';
import { writeUnmatched } from '../sources/unmatched-file.ts';
import type { ReviewRow } from './review-file.ts';
import { writeReview } from './review-file.ts';

/** What a command tells about rows that have no account yet. */
export interface LeftOver {
  unsure: number;
  unmatched: number;
  /** Null where there is nothing to write. */
  unmatchedFile: string | null;
  reviewFile: string | null;
}

/** Writes both files beside `base`, and says in words what to do about them. */
export async function writeLeftOver(
  base: string,
  unmatched: readonly Unmatched[],
  unsure: readonly ReviewRow[]
): Promise<{ details: LeftOver; says: string[] }> {
  const unmatchedFile = `${base}.unmatched.ndjson`;
  const reviewFile = `${base}.review.csv`;
  await writeUnmatched(unmatchedFile, unmatched);
  await writeReview(reviewFile, unsure);
  const open = unsure.filter(({ account }) => account === undefined).length;
  const review =
    `${count(open, 'row')} may be about one of several accounts. Fill in the column account of ${reviewFile}, ` +
    'and run the same command with --reviewed and that file.';
  return {
    details: {
      unsure: unsure.length,
      unmatched: unmatched.length,
      unmatchedFile: unmatched.length > 0 ? unmatchedFile : null,
      reviewFile: unsure.length > 0 ? reviewFile : null
    },
    says: [
      ...(open > 0 ? [review] : []),
      ...(unmatched.length > 0
        ? [`${count(unmatched.length, 'row')} left out, and why: ${unmatchedFile}`]
        : [])
    ]
  };
}
