import type { UsageEvent } from '../usageEvent/usageEvent.ts';
import type { KeyValueStore } from './safeStore.ts';

/** Events that travel together. Its content never changes once it exists, so that a second send is the same. */
export interface FrozenBatch {
  /** UUID; `Batch_Key__c`. */
  key: string;
  /** JSON lines. */
  events: string;
  count: number;
  firstAt: string;
  lastAt: string;
  formatVersion: number;
  /** Events lost since the last report. */
  dropped: number;
}

export interface QueueStats {
  /** Events that the org does not have yet, as far as this page looks after them. */
  unsent: number;
  /** Of these, events that are in no batch yet. */
  waiting: number;
  /** Of the waiting, those that only this page's memory knows. */
  inMemory: number;
  batches: number;
  /** Events lost and not reported yet. */
  dropped: number;
  /** Stored entries that could not be read. */
  corrupt: number;
}

export interface EventQueue {
  append(event: UsageEvent): void;
  /** The batch to send now; makes one of 50 events, or with `isAll` of fewer. */
  next(isAll: boolean): FrozenBatch | undefined;
  /** The org has the batch. */
  settle(key: string): void;
  /** The org will never take the batch: its events are counted as dropped. */
  drop(key: string): void;
  /** The org answered and refused: a batch that is refused five times lets others pass. */
  refuse(key: string): void;
  /** Renews the leases, and notices when another page has taken over while this one was asleep. */
  keep(): void;
  /** The page is closing: what is left may be taken over at once. */
  release(): void;
  /** Lays claim to abandoned entries; `adopt` takes them a moment later. `nextAt` is when to look again. */
  claim(): { claimed: string[]; nextAt?: number };
  adopt(tabs: readonly string[]): void;
  /** Forgets what was not sent, in storage, too. */
  discard(): void;
  stats(): QueueStats;
}

export interface QueueOptions {
  storage: KeyValueStore | undefined;
  /** Id of the user: on a shared computer nobody sends another's events. */
  user: string;
  /** Milliseconds since 1970. */
  clock: () => number;
  newId: () => string;
  /** Waiting events beyond this push out the oldest; the default is 1,000. */
  maxEvents?: number;
}
