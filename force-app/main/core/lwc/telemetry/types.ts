import type { KeyValueStore } from '../eventQueue/safeStore.ts';
import type { FrozenBatch, QueueStats } from '../eventQueue/types.ts';
import type { EventDetails } from '../usageEvent/usageEvent.ts';

/** A batch on its way; only `sentAt` differs from one attempt to the next. */
export interface SentBatch extends FrozenBatch {
  /** ISO date-time by the device's clock: beside the server's own time it tells how wrong that clock is. */
  sentAt: string;
}

export type SendResult =
  | { ok: true; /** ISO date-time. */ serverTime?: string }
  | {
      ok: false;
      /** The org has a batch with this key: an earlier attempt arrived. */
      duplicate?: boolean;
      /** The org said how long to wait. */
      retryAfterMs?: number;
      /** The org will never take this batch. */
      permanent?: boolean;
      /** For the log. */
      reason: string;
    };

export type PageState = 'visible' | 'hidden' | 'closed' | 'online';

/** To the same user's other pages. */
export interface Channel {
  post(message: string): void;
  listen(listener: (message: string) => void): () => void;
}

/** The outside world; a test brings its own, `browserDoors` the browser's. */
export interface TelemetryDoors {
  storage: KeyValueStore | undefined;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** From 0 to below 1. */
  random: () => number;
  newId: () => string;
  /** Runs once after so many milliseconds; answers the function that prevents it. */
  schedule: (milliseconds: number, run: () => void) => () => void;
  /** Tells of changes of the page; answers the function that ends it. */
  visibility: (listener: (state: PageState) => void) => () => void;
  channel?: Channel;
  /** Called only while `localStorage['caddie:debug']` is set. */
  log?: (message: string, detail?: unknown) => void;
}

export interface TelemetryOptions extends TelemetryDoors {
  /** Id of the user whose use is recorded. */
  user: string;
  /** Saves a batch. A rejection, or no answer in a minute, counts as an answer that was lost. */
  send: (batch: SentBatch) => Promise<SendResult>;
}

export interface TelemetryStats extends QueueStats {
  /** Since this page was opened. */
  sent: number;
  /** Tracked, but not an event by its format. */
  refused: number;
  /** Attempts that failed since the last success. */
  failures: number;
  lastSentAt?: string;
  lastFailure?: string;
  /** ISO date-time since when nothing is recorded. */
  pausedAt?: string;
  /** What to add to the device's clock to get the server's. */
  clockOffsetMs?: number;
}

export interface Telemetry {
  /** Stores an event at once and sends it soon. False when it was not taken: paused, or no event by its format. */
  track(details: EventDetails): boolean;
  /** Sends everything that waits, unless a back-off says later. Resolves when there is nothing more to do now. */
  flush(): Promise<void>;
  /** Records and sends nothing from this moment, on any page of this user in this browser. */
  pause(): void;
  resume(): void;
  isPaused(): boolean;
  /** Forgets what was not sent, on any page of this user in this browser. */
  discard(): void;
  stats(): TelemetryStats;
  /** Ends timers and listeners; what was not sent stays for the next page. */
  close(): void;
}
