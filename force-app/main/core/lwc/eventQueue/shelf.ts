/** Entries of one user in storage: `caddie:q:<user>:<tab>:<name>`, a line an event. */
import { parseLine, type UsageEvent } from 'c/usageEvent';
import { readBatch } from './batch';
import type { SafeStore } from './safeStore';
import type { FrozenBatch } from './types';

export interface StoredEvent {
  event: UsageEvent;
  /** Where it is stored; `null` if only in memory. */
  key: string | null;
}

export interface StoredBatch {
  batch: FrozenBatch;
  key: string | null;
}

export interface TabContent {
  events: StoredEvent[];
  batches: StoredBatch[];
  dropped: number;
  corrupt: number;
}

export interface Shelf {
  keyOf(tab: string, name: string): string;
  tabOf(key: string): string;
  tabs(): string[];
  /** Takes what a tab holds; entries that cannot be read are removed and counted. */
  read(tab: string): TabContent;
  clear(): void;
}

export const LEASE = 'lease';
export const DROPPED = 'dropped';

export function createShelf(store: SafeStore, user: string): Shelf {
  const prefix = `caddie:q:${user}:`;
  const keyOf = (tab: string, name: string): string => `${prefix}${tab}:${name}`;
  const tabOf = (key: string): string => key.slice(prefix.length).split(':')[0];

  return {
    keyOf,
    tabOf,
    tabs: () => [...new Set(store.keys(prefix).map(tabOf))],
    read(tab) {
      const content: TabContent = { events: [], batches: [], dropped: 0, corrupt: 0 };
      for (const key of store.keys(keyOf(tab, ''))) {
        const text = store.get(key) ?? '';
        const name = key.slice(keyOf(tab, '').length);
        const event = name.startsWith('e') ? parseLine(text).event : undefined;
        const batch = name.startsWith('b') ? readBatch(text) : undefined;
        if (event) {
          content.events.push({ event, key });
        } else if (batch) {
          content.batches.push({ batch, key });
        } else if (name === DROPPED) {
          content.dropped = Number(text) || 0;
          store.remove(key);
        } else if (name !== LEASE) {
          content.corrupt += 1;
          store.remove(key);
        }
      }
      return content;
    },
    clear: () => store.keys(prefix).forEach((key) => store.remove(key))
  };
}
