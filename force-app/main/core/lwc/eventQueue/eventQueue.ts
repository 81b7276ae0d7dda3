/**
 * Keeps usage events until the org has them: one entry an event in local storage, in memory where storage is blocked.
 * Each page writes under a tab of its own and looks after it by a lease, so that pages never touch each other's
 * entries; what a closed page leaves behind is taken over by another.
 */
import { MAX_BATCH_EVENTS, serializeEvent } from 'c/usageEvent';
import { freezeBatch, idsIn } from './batch';
import { ABANDONED_AFTER, createLeases } from './leases';
import { safeStore } from './safeStore';
import { createShelf, DROPPED, LEASE, type StoredBatch, type StoredEvent } from './shelf';
import type { EventQueue, FrozenBatch, QueueOptions } from './types';

export { safeStore } from './safeStore';
export type { KeyValueStore, SafeStore } from './safeStore';
export type { EventQueue, FrozenBatch, QueueOptions, QueueStats } from './types';

interface Pending extends StoredBatch {
  refusals: number;
  /** Stored events that stand in for a batch which could not be stored itself. */
  sources: string[];
}

/** Milliseconds between two looks at the leases. */
const KEEP_EVERY = 15_000;
/** Refusals after which a batch lets others pass. */
const PATIENCE = 5;
/** Batches that wait at the same time; events in a batch are never pushed out, so their number has a bound, too. */
const MAX_BATCHES = 5;
const MAX_EVENTS = 1000;

export function createEventQueue({
  storage,
  user,
  clock,
  newId,
  maxEvents = MAX_EVENTS
}: QueueOptions): EventQueue {
  const store = safeStore(storage);
  const shelf = createShelf(store, user);
  const leases = createLeases(store, (name) => shelf.keyOf(name, LEASE), newId(), clock);
  /** The tab that this page writes to, and those that it has taken over. */
  let own = newId();
  const tabs = new Set([own]);
  let events: StoredEvent[] = [];
  let batches: Pending[] = [];
  let lastEntry = 0;
  let dropped = 0;
  let isDroppedStored = false;
  let corrupt = 0;
  let keptAt = -Infinity;

  function newKey(kind: 'b' | 'e'): string {
    lastEntry += 1;
    return shelf.keyOf(own, kind + lastEntry.toString(36).padStart(8, '0'));
  }

  function removeKeys(keys: (string | null)[]): void {
    keys.forEach((key) => key !== null && store.remove(key));
  }

  function keysIn(tab: string): string[] {
    const keys = [
      ...events.map(({ key }) => key),
      ...batches.flatMap(({ key, sources }) => [key, ...sources])
    ];
    return keys.filter((key): key is string => key !== null && shelf.tabOf(key) === tab);
  }

  function setDropped(count: number): void {
    const key = shelf.keyOf(own, DROPPED);
    dropped = count;
    if (count > 0) {
      hold(own);
      isDroppedStored = store.set(key, String(count));
    } else {
      store.remove(key);
    }
  }

  function hold(tab: string): void {
    if (!leases.isHeld(tab)) {
      leases.hold(tab);
    }
  }

  /** A tab without entries needs no lease. */
  function giveUpEmpty(): void {
    for (const tab of tabs) {
      if (leases.isHeld(tab) && !keysIn(tab).length && !(tab === own && dropped > 0)) {
        leases.giveUp(tab);
        if (tab !== own) {
          tabs.delete(tab);
        }
      }
    }
  }

  function trim(): void {
    const oldest = events.splice(0, Math.max(0, events.length - maxEvents));
    if (oldest.length) {
      setDropped(dropped + oldest.length);
      removeKeys(oldest.map(({ key }) => key));
    }
  }

  function freeze(): FrozenBatch {
    const taken = events.splice(0, MAX_BATCH_EVENTS);
    const batch = freezeBatch(
      newId(),
      taken.map(({ event }) => event),
      dropped
    );
    const sources = taken.flatMap(({ key }) => key ?? []);
    const key = newKey('b');
    hold(own);
    const isStored = store.set(key, JSON.stringify(batch));
    batches.push({ batch, key: isStored ? key : null, sources: isStored ? [] : sources, refusals: 0 });
    setDropped(0);
    removeKeys(isStored ? sources : []);
    return batch;
  }

  function take(key: string): Pending | undefined {
    const found = batches.find(({ batch }) => batch.key === key);
    if (found) {
      batches = batches.filter((one) => one !== found);
      removeKeys([found.key, ...found.sources]);
    }
    return found;
  }

  /** Forgets entries of a tab, all of them or those that are no longer in storage: another page has them now. */
  function forget(tab: string, isGone: (key: string) => boolean): void {
    if (tab === own && isDroppedStored && isGone(shelf.keyOf(own, DROPPED))) {
      dropped = 0;
    }
    const gone = new Set(keysIn(tab).filter(isGone));
    events = events.filter(({ key }) => key === null || !gone.has(key));
    batches = batches.filter(({ key }) => key === null || !gone.has(key));
  }

  function lose(tab: string): void {
    forget(tab, () => true);
    leases.lose(tab);
    tabs.delete(tab);
    if (tab === own) {
      own = newId();
      tabs.add(own);
    }
  }

  const queue: EventQueue = {
    append(event) {
      queue.keep();
      hold(own);
      const key = newKey('e');
      events.push({ event, key: store.set(key, serializeEvent(event)) ? key : null });
      trim();
    },

    next(isAll) {
      const patient = batches.find(({ refusals }) => refusals < PATIENCE);
      if (patient) {
        return patient.batch;
      }
      const isEnough = events.length >= MAX_BATCH_EVENTS || (isAll && events.length > 0);
      if (isEnough && batches.length < MAX_BATCHES) {
        return freeze();
      }
      return batches.toSorted((one, other) => one.refusals - other.refusals)[0]?.batch;
    },

    settle(key) {
      take(key);
      giveUpEmpty();
    },

    drop(key) {
      // The answer may have waited for a page that was asleep: another has the batch by now, and counts it.
      queue.keep();
      const found = take(key);
      setDropped(dropped + (found ? found.batch.count + found.batch.dropped : 0));
      giveUpEmpty();
    },

    refuse(key) {
      batches = batches.map((one) => (one.batch.key === key ? { ...one, refusals: one.refusals + 1 } : one));
    },

    keep() {
      const away = Math.abs(clock() - keptAt);
      if (away < KEEP_EVERY) {
        return;
      }
      keptAt = clock();
      for (const tab of [...tabs].filter((name) => leases.isHeld(name))) {
        const holder = leases.holderOf(tab);
        if (typeof holder === 'string' && holder !== leases.me) {
          lose(tab);
        } else {
          if (holder === null && away >= ABANDONED_AFTER) {
            forget(tab, (key) => store.get(key) === null);
          }
          leases.hold(tab);
        }
      }
      giveUpEmpty();
    },

    release() {
      [...tabs].forEach((tab) => leases.release(tab));
      keptAt = -Infinity;
    },

    claim() {
      return leases.claim(shelf.tabs().filter((tab) => !tabs.has(tab)));
    },

    adopt(claimed) {
      for (const tab of claimed.filter((name) => leases.holderOf(name) === leases.me)) {
        tabs.add(tab);
        leases.hold(tab);
        const content = shelf.read(tab);
        const known = new Set([
          ...events.map(({ event }) => event.id),
          ...[...batches, ...content.batches].flatMap(({ batch }) => idsIn(batch))
        ]);
        const twins = content.events.filter(({ event }) => known.has(event.id));
        removeKeys(twins.map(({ key }) => key));
        events.unshift(...content.events.filter((one) => !twins.includes(one)));
        batches.unshift(...content.batches.map((one) => ({ ...one, refusals: 0, sources: [] })));
        corrupt += content.corrupt;
        setDropped(dropped + content.dropped + content.corrupt);
      }
      trim();
      giveUpEmpty();
    },

    discard() {
      shelf.clear();
      events = [];
      batches = [];
      dropped = 0;
      giveUpEmpty();
    },

    stats() {
      const inBatches = batches.reduce((sum, { batch }) => sum + batch.count, 0);
      return {
        unsent: events.length + inBatches,
        waiting: events.length,
        inMemory: events.filter(({ key }) => key === null).length,
        batches: batches.length,
        dropped,
        corrupt
      };
    }
  };
  return queue;
}
