import { Failure } from '../../lib/failure.ts';
import type { Clock } from './clock.ts';

/** How often and how long. Times in milliseconds. */
export interface RetryPolicy {
  /** Tries that may fail one after the other before it is given up. */
  tries: number;
  /** The first wait; it doubles with every try. */
  firstWait: number;
  longestWait: number;
  /** An org that says when to come back is believed, up to this. */
  longestRetryAfter: number;
  /** All waits that the org asked for, together. Beyond it they count as tries like any other. */
  patience: number;
}

export const RETRY: RetryPolicy = {
  tries: 6,
  firstWait: 500,
  longestWait: 30_000,
  longestRetryAfter: 300_000,
  patience: 1_800_000
};

/** A failure that may be gone next time. Whether the org did what was asked is unknown. */
export class Transient extends Error {
  /** What the org asked for, in milliseconds. */
  readonly retryAfter: number | null;

  constructor(message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'Transient';
    this.retryAfter = retryAfter;
  }
}

/** The org did not answer however often it was asked. */
export class GaveUp extends Failure {
  constructor(tries: number, last: Transient) {
    super('ORG_UNAVAILABLE', `${last.message}, ${tries} times in a row.`, [
      'Nothing is lost. Run the same command again when the org answers; status.salesforce.com says how it is.'
    ]);
    this.name = 'GaveUp';
  }
}

/**
 * Does the work until it succeeds, fails for good, or has failed too often. Waits grow with full jitter, so that many
 * clients do not come back at once: https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 * A wait that the org asks for (Retry-After) is kept, capped, and is not one of the tries. Throws `GaveUp`.
 */
export async function retrying<T>(
  clock: Clock,
  policy: RetryPolicy,
  work: (failedBefore: number) => Promise<T>
): Promise<T> {
  let failed = 0;
  let waited = 0;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      const asked = error.retryAfter === null ? null : Math.min(error.retryAfter, policy.longestRetryAfter);
      if (asked !== null && waited + asked <= policy.patience) {
        waited += asked;
        await clock.wait(asked);
        continue;
      }
      failed += 1;
      if (failed >= policy.tries) throw new GaveUp(failed, error);
      await clock.wait(backOff(policy, failed, clock.random()));
    }
  }
}

function backOff({ firstWait, longestWait }: RetryPolicy, failed: number, chance: number): number {
  return Math.ceil(Math.min(longestWait, firstWait * 2 ** (failed - 1)) * chance);
}

/** Milliseconds of a Retry-After header, which is seconds or a date; null when it is neither. */
export function retryAfterOf(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const milliseconds = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - now.getTime();
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds);
}
