const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 5 * 60_000;
const LONGEST_TOLD = 60 * 60_000;
/** Spreads the pages that were told the same time. */
const SPREAD = 1_000;

export interface BackOff {
  /** Milliseconds until the next attempt; zero or less when it may be made. */
  remaining(): number;
  /** Failures since the last success. */
  failures(): number;
  succeeded(): void;
  /** Waits twice as long as the last time, up to five minutes, with half of it left to chance. */
  failed(): void;
  /** The org said how long to wait: heeded up to an hour, and no failure of ours. */
  told(milliseconds: number): void;
  /** The network is back: a wait of our own choosing ends. */
  online(): void;
}

export function createBackOff(clock: () => number, random: () => number): BackOff {
  let failures = 0;
  let until = 0;
  let isTold = false;

  return {
    remaining() {
      const wait = until - clock();
      // More than any wait can be: the device's clock was set back.
      return wait > LONGEST_TOLD + SPREAD ? 0 : wait;
    },
    failures: () => failures,
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed() {
      failures += 1;
      isTold = false;
      until = clock() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)) * (0.5 + random() / 2);
    },
    told(milliseconds) {
      isTold = true;
      until = clock() + Math.min(Math.max(milliseconds, 0), LONGEST_TOLD) + SPREAD * random();
    },
    online() {
      failures = 0;
      until = isTold ? until : 0;
    }
  };
}
